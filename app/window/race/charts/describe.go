package charts

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/figure/progress"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what the charts show for which there is room.
func (p *Pane) Describe() describe.Description {
	var list []progress.Curves
	for _, slot := range p.slots[:len(p.shown())] {
		list = append(list, slot.curves)
	}
	return scenes.Charts(p.state, list)
}
