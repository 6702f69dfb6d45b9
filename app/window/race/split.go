package race

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/splitter"
)

// wider is by how much the right column is to be wider than usual.
func (p *place) wider() float32 { return p.widened }

// split lays the columns out anew if the right one is to have another width.
func (p *place) split(wider float64) {
	if w := float32(wider); w != p.widened {
		p.widened = w
		p.Relayout()
	}
}

// split is the splitter between the maps and the right column.
func split(p *place) *splitter.Splitter {
	s := splitter.New()
	s.OnMoved = func(by float32) { widen(p, -by) }
	s.OnReset = func() { p.Lab().Look(func(v *lab.View) { v.Wider = 0 }) }
	p.Mark("split", func() fyne.CanvasObject { return s })
	return s
}

// widen makes the right column wider, or for less than 0 slimmer, as far as there is room. What is dragged beyond that counts for
// nothing: the hand would have to go all the way back.
func widen(p *place, by float32) {
	usual := usualRight(p.columns.Size().Width)
	column := func() float32 { return p.columns.Objects[2].Size().Width - ringRoom }
	ask := func(width float32) { p.Lab().Look(func(v *lab.View) { v.Wider = float64(width - usual) }) }
	wish := column() + by
	if ask(wish); column() != wish {
		ask(column())
	}
}

// widenStep is how far a command moves the splitter, in units.
const widenStep = 40

// splitCommands move the splitter without a hand.
func splitCommands(p *place, group string) []desk.Command {
	return []desk.Command{
		{Name: words.T("Wider charts, smaller maps"), Group: group, Do: func() { widen(p, widenStep) }},
		{Name: words.T("Larger maps, slimmer charts"), Group: group, Do: func() { widen(p, -widenStep) }},
		{Name: words.T("Columns as wide as usual"), Group: group,
			Do: func() { p.Lab().Look(func(v *lab.View) { v.Wider = 0 }) }},
	}
}
