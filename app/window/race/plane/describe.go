package plane

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says how the racer ends for which settings.
func (p *Pane) Describe() describe.Description { return scenes.Plane(p.state, p.plane()) }
