package curve

import (
	"descentlab/app/describe"
	"descentlab/app/describe/rooms"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Describer = (*Room)(nil)

// Spots are the curve, with all that is seen of the step.
func (r *Room) Spots() []desk.Spot {
	return []desk.Spot{{Name: words.T("Curve"), Object: r.box,
		Describe: func() describe.Description { return rooms.Curve(r.state()) }}}
}
