// Package step is the pane that takes one step of a racer apart: what its method saw, remembered and made of that, with the
// numbers of the step at the playhead, and what of it is shown on the maps.
package step

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure/inside"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lab/xray"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/chips"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane shows the step of one racer, which is chosen at its head.
type Pane struct {
	desk   desk.Desk
	sheet  inside.Sheet
	set    inside.Type
	state  lab.State
	slot   int
	badge  *graphic.Badge
	whose  *picker.Picker
	when   *kit.Label
	slow   *kit.Button
	body   *graphic.Drawing
	above  *kit.Label // the chips
	marks  *chips.Chips
	ticker *desk.Ticker // of slow motion
	pulse  *desk.Ticker // of the mark whose row is pointed at
	pulsed string       // that row
	column *column
	box    *fyne.Container
}

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, slot: -1, badge: graphic.NewBadge(plot.RacerGlyph(0), color.Transparent)}
	p.whose = picker.New(nil)
	p.whose.Plain = true
	p.whose.OnPicked = p.choose
	p.when, p.above = kit.NewLabel(""), kit.NewLabel(words.T("on the map, at the head"))
	p.when.Small, p.when.Muted, p.above.Small, p.above.Muted = true, true, true, true
	p.slow = kit.NewButton(words.T("slow motion"), kit.IconPlay, words.T("Make this step slowly: look, remember, form, move"), nil)
	p.body = graphic.NewPlainDrawing(fyne.NewSize(280, 300), p.draw)
	p.body.OnHover = p.hover
	p.marks = chips.New()
	p.marks.OnTapped = p.toggle
	p.ticker, p.pulse = desk.NewTicker(p.advance), desk.NewTicker(p.beat)
	p.slow.OnTapped = p.slowly
	p.column = &column{pane: p}
	p.box = container.New(p.column, container.New(head{}, p.badge, p.whose, p.when, p.slow), p.body, p.above, p.marks)
	d.Mark("step", func() fyne.CanvasObject { return p.body })
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Within hands the wheel over the numbers on to what scrolls the pane.
func (p *Pane) Within(around fyne.Scrollable) { p.body.Within(around) }

// Whole tells that it has the whole column while it is shown.
func (p *Pane) Whole() bool { return true }

// Accent is the colour of the racer whose step it is.
func (p *Pane) Accent() color.Color {
	if p.slot < 0 {
		return nil
	}
	return p.desk.Palette().Racer(p.slot)
}

// shown tells whether a state has the pane open.
func shown(s lab.State) bool { return s.Panel() == setup.PanelStep }

// Update shows the step at the playhead. While the pane is not open it costs nothing.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.state = s
	p.follow()
	p.beatAnew()
	if !shown(s) {
		return
	}
	if c&(lab.HeadChanged|lab.TapeChanged|lab.FieldChanged|lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	p.slot = xray.Subject(s)
	before := p.sheet
	if c&^lab.HeadChanged != 0 || p.sheet.Step.T != s.Step() {
		p.sheet = inside.Of(s, p.slot)
	}
	p.entitle(c)
	p.setMarks()
	if c == lab.HeadChanged && same(before, p.sheet) {
		return
	}
	p.column.measure()
	p.body.Redraw()
}

// same tells whether two sheets look the same, at a glance: they are of the same step.
func same(a, b inside.Sheet) bool {
	return a.Step.T == b.Step.T && a.Step.Slot == b.Step.Slot && a.Hot == b.Hot && a.Slow == b.Slow && a.Until == b.Until &&
		len(a.Step.Stages) == len(b.Step.Stages) && len(a.Step.Stages) > 0 && &a.Step.Stages[0] == &b.Step.Stages[0]
}

// entitle says whose step it is, and which.
func (p *Pane) entitle(c lab.Change) {
	palette, doc := p.desk.Palette(), &p.state.TapeDoc
	if c&(lab.DocChanged|lab.TapeChanged|lab.ViewChanged) != 0 {
		p.whose.SetItems(desk.RacerItems(doc))
		if i := doc.RacerAt(p.slot); i >= 0 {
			p.whose.SetSelected(desk.RacerKey(doc, i))
			p.badge.Set(plot.RacerGlyph(p.slot), palette.Racer(p.slot))
		}
	}
	when := ""
	if p.sheet.Step.Said == "" {
		when = words.T("this step, %d to %d", p.sheet.Step.T, p.sheet.Step.T+1)
	}
	p.when.Set(when, nil)
}

// choose opens the card of a racer, which is then the one whose step is shown; where one is pinned, it is pinned in its place.
func (p *Pane) choose(key string) {
	slot, err := strconv.Atoi(key)
	if err != nil {
		return // the list was made of slots
	}
	p.desk.Lab().Look(func(v *lab.View) {
		if v.Card = slot; v.Pinned >= 0 {
			v.Pinned = slot
		}
	})
}

// look is how the sheet looks.
func (p *Pane) look(scale float64) inside.Look {
	style := p.desk.Style()
	style.Scale = scale
	return inside.Look{Style: style, Italic: p.body.MathFonts().Italic, Type: &p.set}
}

// draw draws the sheet.
func (p *Pane) draw(on plot.Canvas, scale float64) { p.sheet.Draw(on, p.look(scale)) }

// hover tells the maps which row is pointed at.
func (p *Pane) hover(at fyne.Position, in bool) {
	key := ""
	if in {
		key = p.sheet.At(p.look(1), float64(p.body.Size().Width), float64(at.Y))
	}
	if key != p.state.View.Inside.Stage {
		p.desk.Lab().Look(func(v *lab.View) { v.Inside.Stage = key })
	}
}

// setMarks shows what of the step the maps show.
func (p *Pane) setMarks() {
	var list []chips.Chip
	for _, m := range p.sheet.Marks() {
		ink := p.look(1).Ink(m.Ink, p.slot)
		list = append(list, chips.Chip{Key: m.Key, Title: m.Title, Hint: m.Hint, On: p.state.View.Inside.Shows(m.Key), Ink: ink})
	}
	p.marks.SetChips(list)
}
