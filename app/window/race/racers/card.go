package racers

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/fold"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// A card shows one racer: in one line with its first knob, or open.
type card struct {
	pane  *Pane
	shape string
	index int // of the racer in the document
	slot  int
	rows  []knobRow
	panel *kit.Panel

	offered float64 // rate, which is stable; 0: none
	message string  // what is wrong with what was typed

	lane *widgets.Lane // the card, while it is closed; else nil
	open opened        // its parts, else
}

// opened are the parts of an open card.
type opened struct {
	head   *fold.Headline
	method *picker.Picker
	eye    *kit.IconButton
	menu   *kit.IconButton
	notice *fold.Notice
	rate   *fyne.Container // the first knob with the notice
	sched  *picker.Picker  // nil if none can be chosen just now
	curve  *graphic.Curve
	more   *fold.Fold
}

// A form is how far a card is open.
type form int

const (
	closed form = iota
	main        // with the main knobs, and what is on
	whole       // with every knob
)

// formOf is how the view wants the card of a slot.
func formOf(v lab.View, slot int) form {
	switch {
	case v.Card != slot:
		return closed
	case v.More:
		return whole
	}
	return main
}

// shape tells cards apart that are built differently.
func (p *Pane) shape(r setup.Racer, f form) string {
	names := fmt.Sprint(r.Spec.Method, " ", p.desk.Palette().Key(), r.Slot, f)
	if f == closed {
		return names
	}
	names += " " + r.Spec.Schedule
	for _, g := range figure.MoreKnobs(r.Spec, f == whole) {
		for _, k := range g.Knobs {
			names += " " + k.Name
		}
	}
	return names
}

// newCard is the card of a racer, in that shape.
func newCard(p *Pane, r setup.Racer, f form, shape string) *card {
	c := &card{pane: p, shape: shape, slot: r.Slot}
	color := p.desk.Palette().Racer(r.Slot)
	if f == closed {
		c.close(r, color)
	} else {
		c.unfold(r, f, color)
	}
	return c
}

// close makes it a line.
func (c *card) close(r setup.Racer, color color.Color) {
	glyph := plot.RacerGlyph(c.slot)
	if k, ok := figure.FirstKnob(r.Spec); ok {
		spec := desk.KnobSpec(k, color)
		c.lane = widgets.NewLane(&spec, glyph, color)
		c.lane.OnChanged, c.lane.OnError = c.changing(k), c.showMessage
		c.rows = []knobRow{&laneRow{k.Name, c.lane}}
	} else {
		c.lane = widgets.NewLane(nil, glyph, color)
	}
	c.lane.Scroller = c.pane.desk.Scroller()
	c.lane.OnOpen, c.lane.OnGlyph = c.toggleOpen, c.toggleHidden
	c.lane.OnContext = c.showMenuAt
	c.lane.OnMenu, c.lane.OnHover = func() { c.showMenu(c.lane) }, c.lookAt
	c.panel = kit.NewFilled(c.lane, color)
}

// object is what is seen of the card.
func (c *card) object() fyne.CanvasObject { return c.panel }

// update shows the i-th racer of a state's document, which has a name, and perhaps briefer ones.
func (c *card) update(i int, name string, briefs []string, r setup.Racer, s lab.State) {
	c.index = i
	looked := s.View.Alone() == c.slot
	if c.lane != nil {
		told, lost := c.fate(s)
		c.lane.SetName(name, told, lost)
		c.lane.SetBriefs(briefs)
		c.lane.SetHidden(r.Hidden)
		c.lane.SetFaint(s.View.Alone() >= 0 && !looked)
	} else {
		c.updateOpen(name, r, s)
	}
	for _, row := range c.rows {
		row.set(r.Spec, s.Doc.Steps)
	}
	c.setLimit(r.Spec, s)
	var rim color.Color
	if looked || c.lane == nil {
		rim = c.pane.desk.Palette().Racer(c.slot)
	}
	c.panel.SetRim(rim)
}

// fate is what has become of the racer, if that is a fault.
func (c *card) fate(s lab.State) (told string, lost bool) {
	verdict, lost := s.Diverged(s.TapeDoc.RacerAt(c.slot))
	if !lost {
		return "", false
	}
	told = words.SentenceCase(words.Ending(verdict))
	if rate, _ := c.pane.stableRate(c.slot); rate > 0 {
		told += ": " + words.T("lr %s is stable", words.Digits(rate, 2))
	}
	return told, true
}

// setLimit tints the rates beyond which plain descent cannot settle in the minimum that this racer ends in.
func (c *card) setLimit(spec optim.Spec, s lab.State) {
	limit := figure.StabilityLimit(spec, s, c.index)
	for _, row := range c.rows {
		if k, ok := row.(limited); ok && row.knobName() == "lr" {
			k.limit(limit)
		}
	}
	if c.lane == nil {
		c.tell(s, limit)
	}
}
