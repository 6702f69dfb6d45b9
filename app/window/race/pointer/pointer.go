// Package pointer is the pane that tells what the surface is at the point that is looked at.
package pointer

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane tells what the surface is under the pointer; without one, at the start. While a place is selected it explains that one
// instead, and follows the curves through it if it is a saddle.
type Pane struct {
	desk   desk.Desk
	tracer *tracer
	title  *canvas.Text
	labels [6]*canvas.Text
	values [6]*canvas.Text
	rows   *fyne.Container
	facts  func(digits int) [6]string // the values, to so many digits; nil before the first race
	note   *widget.TextSegment
	text   *widget.RichText // of the note alone
	brief  *fyne.Container  // the note, in the room that it always has
	long   *kit.Caption     // the explanation of the selected place, as long as it may be
	ring   *kit.Button
	close  *kit.IconButton
	box    fyne.CanvasObject
	height float32 // of the long note, when the column was last laid out; 0: it was not there

	probe *surfaces.Probe // our own scratch
	of    *surfaces.Probe // the probe it was forked from
}

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, tracer: newTracer(d)}
	p.title = canvas.NewText(words.T("Under the pointer"), color.Transparent)
	p.title.TextStyle.Bold = true
	p.makeRows()
	p.note = &widget.TextSegment{Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: kit.SizeNote}}
	p.text = widget.NewRichText(p.note)
	p.text.Wrapping = fyne.TextWrapWord
	p.brief = container.New(layout.Lines{Height: layout.NoteHeight}, p.text)
	p.long = kit.NewCaption("")
	p.ring = kit.NewButton(words.T("Race from a ring"), kit.IconPlay,
		words.T("Let a racer run hundreds of times from a small circle around it: who escapes, when, and to which side"), p.race)
	p.close = kit.NewIconButton(kit.IconRemove, words.T("Close (Esc)"), func() {
		d.Lab().Look(func(v *lab.View) { v.Select(nil) })
	})
	head := container.New(layout.Head{}, p.title, p.close)
	p.box = kit.NewPanel(container.NewVBox(head, p.rows, container.NewHBox(p.ring), p.brief, p.long.Note.Box), nil)
	p.showSelected(nil, "")
	return p
}

// makeRows makes the labels and the values of the facts.
func (p *Pane) makeRows() {
	p.rows = container.New(&layout.Facts{Fit: p.fit})
	for i, label := range figure.FactLabels() {
		p.labels[i], p.values[i] = canvas.NewText(label, color.Transparent), canvas.NewText("", color.Transparent)
		p.labels[i].TextSize, p.values[i].TextSize = figure.SmallText+0.5, figure.SmallText+0.5
		p.values[i].Alignment = fyne.TextAlignTrailing
		p.rows.Add(p.labels[i])
		p.rows.Add(p.values[i])
	}
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update reads the surface anew.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.tracer.update(s, c)
	if c&(lab.FieldChanged|lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	if s.Field != nil && s.Field.Probe != p.of {
		p.of, p.probe = s.Field.Probe, s.Field.Probe.Fork()
	}
	if p.probe != nil {
		p.draw(s)
	}
}

func (p *Pane) draw(s lab.State) {
	c := p.desk.Palette()
	r := figure.Read(s, p.probe)
	p.facts = r.Facts
	kit.SetText(p.title, r.Title, c.Text)
	for _, label := range p.labels {
		kit.SetText(label, label.Text, c.Muted)
	}
	p.rows.Layout.Layout(p.rows.Objects, p.rows.Size())
	if note := r.Note(); note != p.note.Text {
		p.note.Text = note
		p.text.Refresh()
	}
	p.showSelected(s.View.Selected, figure.Explain(s))
}

// fit writes the values of every row with as many digits as it has room for.
func (p *Pane) fit(width float32) {
	if p.facts == nil {
		return
	}
	c := p.desk.Palette().Text
	for row := 0; row < len(p.values); row += 2 {
		for digits := 4; digits >= 1; digits-- {
			values := p.facts(digits)
			kit.SetText(p.values[row], values[row], c)
			kit.SetText(p.values[row+1], values[row+1], c)
			need := layout.PairWidth(p.labels[row], p.values[row]) + layout.PairWidth(p.labels[row+1], p.values[row+1])
			if need+layout.FactsGap <= width {
				break
			}
		}
	}
}

// showSelected makes room for the explanation of the selected place, or takes it away.
func (p *Pane) showSelected(place *lab.Place, text string) {
	p.long.Set(text)
	layout.SetShown(p.brief, place == nil)
	layout.SetShown(p.ring, place != nil)
	layout.SetShown(p.close, place != nil)
	height := float32(0)
	if place != nil {
		height = p.long.Note.Box.MinSize().Height
	}
	if height != p.height {
		p.height = height
		p.desk.Relayout()
	}
}

// race lets the subject racer loose from a ring around the selected place.
func (p *Pane) race() {
	if place := p.desk.Lab().State().View.Selected; place != nil {
		p.desk.Edit("", func(e *setup.Experiment) { e.RingAround(place.At) })
	}
}
