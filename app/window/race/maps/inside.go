package maps

import (
	"descentlab/app/figure/inside"
	"descentlab/widgets/plot"
)

// stageNear is the row of a step whose mark the pointer is at; "" if it is at none.
func (p *Pane) stageNear(at plot.Point, in bool) string {
	if !in || p.w == 0 {
		return ""
	}
	return inside.OnMap(p.state, p.desk.Palette()).At(at)
}
