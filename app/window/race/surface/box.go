package surface

import (
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
)

// addBox adds the box in which racers are kept: a switch, and its sides while it is on.
func (p *Pane) addBox(on bool) {
	toggle := widgets.NewSwitch(words.T("Keep within a box"), words.T("After every step racers are put back to the nearest point "+
		"of a box: projection, which leaves what they remember as it is"))
	toggle.SetLabelWidth(2 * widgets.LabelWidth)
	toggle.OnChanged = func(on bool) {
		_ = p.desk.Edit("", func(e *setup.Experiment) {
			if e.Bounds = nil; on {
				box := e.FirstBox()
				e.Bounds = &box
			}
		})
	}
	p.rows = append(p.rows, row{"box", toggle, func(e *setup.Experiment) { toggle.SetOn(e.Bounds != nil) }})
	if !on {
		return
	}
	p.addSides(words.T("x from … to"), func(b *surfaces.Rect) (lo, hi *float64) { return &b.X0, &b.X1 })
	p.addSides(words.T("y from … to"), func(b *surfaces.Rect) (lo, hi *float64) { return &b.Y0, &b.Y1 })
}

// addSides adds two sides of the box.
func (p *Pane) addSides(label string, of func(*surfaces.Rect) (lo, hi *float64)) {
	sides := widgets.NewInterval(label, words.T("Sides of the box; inf or -inf leaves one open"))
	sides.OnChanged = func(ends [2]float64) bool {
		err := p.desk.Lab().Edit("", func(e *setup.Experiment) {
			box := e.Box()
			lo, hi := of(&box)
			*lo, *hi = ends[0], ends[1]
			e.Bounds = &box
		})
		if err != nil {
			p.faulty(words.Sentence(err))
			return false
		}
		p.desk.Say(nil)
		return true
	}
	sides.OnError = p.faulty
	p.rows = append(p.rows, row{label, sides, func(e *setup.Experiment) {
		box := e.Box()
		lo, hi := of(&box)
		sides.SetEnds([2]float64{*lo, *hi})
	}})
}
