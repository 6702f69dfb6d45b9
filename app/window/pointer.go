package window

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/layout"
)

// pointerPane tells what the surface is under the pointer; without one, at the start. While a place is selected it explains
// that one instead.
type pointerPane struct {
	ui     *ui
	title  *canvas.Text
	labels [6]*canvas.Text
	values [6]*canvas.Text
	rows   *fyne.Container
	facts  func(digits int) [6]string // the values, to so many digits
	note   *widget.TextSegment
	text   *widget.RichText // of the note alone
	brief  *fyne.Container  // the note, in the room that it always has
	long   *widgets.Caption // the explanation of the selected place, as long as it may be
	ring   *widgets.Button
	close  *widgets.IconButton
	box    fyne.CanvasObject
	height float32 // of the long note, when the column was last laid out

	state lab.State
	probe *surfaces.Probe // our own scratch
	of    *surfaces.Probe // the probe it was forked from
}

func newPointerPane(u *ui) *pointerPane {
	p := &pointerPane{ui: u}
	p.title = canvas.NewText("Under the pointer", color.Transparent)
	p.title.TextStyle.Bold = true
	p.rows = container.New(&layout.Facts{Fit: p.fit})
	for i, label := range []string{"(x, y)", "f", "∇f", "Hessian λ", "kind", "2/λmax"} {
		p.labels[i], p.values[i] = canvas.NewText(label, color.Transparent), canvas.NewText("", color.Transparent)
		p.labels[i].TextSize, p.values[i].TextSize = figure.SmallText+0.5, figure.SmallText+0.5
		p.values[i].Alignment = fyne.TextAlignTrailing
		p.rows.Add(p.labels[i])
		p.rows.Add(p.values[i])
	}
	p.note = &widget.TextSegment{Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: widgets.SizeNote}}
	p.text = widget.NewRichText(p.note)
	p.text.Wrapping = fyne.TextWrapWord
	p.brief = container.New(layout.Lines{Height: layout.NoteHeight}, p.text)
	p.long = widgets.NewCaption("")
	p.ring = widgets.NewButton("Race from a ring", widgets.IconPlay, "Let a racer run hundreds of times from a small circle around it: who escapes, when, and to which side", p.race)
	p.close = widgets.NewIconButton(widgets.IconRemove, "Close (Esc)", func() { u.lab.Look(func(v *lab.View) { v.Select(nil) }) })
	head := container.New(layout.Head{}, p.title, p.close)
	p.box = widgets.NewPanel(container.NewVBox(head, p.rows, container.NewHBox(p.ring), p.brief, p.long.Note.Box), nil)
	p.showSelected(nil)
	return p
}

func (p *pointerPane) update(s lab.State, c lab.Change) {
	if c&(lab.FieldChanged|lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	p.state = s
	if s.Field != nil && s.Field.Probe != p.of {
		p.of, p.probe = s.Field.Probe, s.Field.Probe.Fork()
	}
	p.draw()
}

func (p *pointerPane) draw() {
	if p.probe == nil {
		return
	}
	c := p.ui.palette()
	at, title := p.state.Doc.Start, "At the start"
	if p.state.View.Cross != nil {
		at, title = *p.state.View.Cross, "Under the pointer"
	}
	place := p.place()
	selected := p.state.View.Selected
	if selected != nil {
		place = selected
		title = words.SentenceCase(selected.Label())
	}
	if place != nil {
		at = place.At
	}
	j := p.probe.Jet(at.X, at.Y)
	l1, l2, _, _ := surfaces.Eigen(j)
	kind := surfaces.Classify(j)
	limit := "none"
	if l2 > 0 {
		limit = "lr < " + words.Short(2/l2)
	}
	name := kind.String()
	if place != nil {
		name = place.Label()
	}
	p.facts = func(digits int) [6]string {
		n := func(v float64) string { return words.ShortTo(v, digits) }
		return [6]string{
			fmt.Sprintf("(%s, %s)", n(at.X), n(at.Y)), n(j.F),
			fmt.Sprintf("(%s, %s)", n(j.X), n(j.Y)), n(l1) + ", " + n(l2),
			name, limit,
		}
	}
	widgets.SetText(p.title, title, c.Text)
	for i := range p.labels {
		widgets.SetText(p.labels[i], p.labels[i].Text, c.Muted)
	}
	p.rows.Layout.Layout(p.rows.Objects, p.rows.Size())
	if note := pointNote(place, l1, l2); note != p.note.Text {
		p.note.Text = note
		p.text.Refresh()
	}
	p.showSelected(selected)
}

// fit writes the values of every row with as many digits as it has room for.
func (p *pointerPane) fit(width float32) {
	if p.facts == nil {
		return
	}
	c := p.ui.palette().Text
	for row := 0; row < len(p.values); row += 2 {
		for digits := 4; digits >= 1; digits-- {
			values := p.facts(digits)
			widgets.SetText(p.values[row], values[row], c)
			widgets.SetText(p.values[row+1], values[row+1], c)
			if layout.PairWidth(p.labels[row], p.values[row])+layout.FactsGap+layout.PairWidth(p.labels[row+1], p.values[row+1]) <= width {
				break
			}
		}
	}
}

// showSelected makes room for the explanation of the selected place, or takes it away.
func (p *pointerPane) showSelected(place *lab.Place) {
	text := ""
	if place != nil {
		text = figure.Explain(p.state)
	}
	p.long.Set(text)
	layout.SetShown(p.brief, place == nil)
	layout.SetShown(p.ring, place != nil)
	layout.SetShown(p.close, place != nil)
	if height := p.long.Note.Box.MinSize().Height; p.long.Note.Box.Visible() != (p.height > 0) || p.height > 0 && height != p.height {
		p.height = 0
		if place != nil {
			p.height = height
		}
		p.ui.relayout()
	}
}

// place is the place under the pointer.
func (p *pointerPane) place() *lab.Place {
	return p.state.Field.Named(p.state.View.Hover)
}

// pointNote says in a sentence or two what the point means for a descent.
func pointNote(place *lab.Place, l1, l2 float64) string {
	limit := ""
	if l2 > 0 {
		limit = fmt.Sprintf(" Gradient descent overshoots here above lr = 2/λmax = %s.", words.Short(2/l2))
	}
	if place == nil {
		switch {
		case math.IsNaN(l1) || math.IsNaN(l2):
			return "The function has no Hessian here."
		case l1 < 0 && l2 > 0:
			return "Curved down one way and up the other, as around a saddle." + limit
		case l2 <= 0:
			return "Curved down or flat in every direction: no rate overshoots here."
		default:
			return "Curved up in every direction: a bowl." + limit
		}
	}
	switch place.Kind {
	case surfaces.Minimum:
		text := fmt.Sprintf("Minimum %s: every way leads up, %s times as steeply curved one way as the other.", place.Name, words.Short(l2/l1))
		return text + limit
	case surfaces.Saddle:
		return fmt.Sprintf("Saddle %s, index 1: one way down, one way up.", place.Name) + limit
	case surfaces.Maximum:
		return fmt.Sprintf("Maximum %s: every way leads down; a descent started exactly here stays.", place.Name)
	default:
		return fmt.Sprintf("%s is degenerate: the Hessian has a zero eigenvalue, so it does not tell what kind of point this is.", place.Name)
	}
}

// race lets the subject racer loose from a ring around the selected place.
func (p *pointerPane) race() {
	if place := p.state.View.Selected; place != nil {
		p.ui.Edit("", func(e *lab.Experiment) { e.RingAround(place.At) })
	}
}
