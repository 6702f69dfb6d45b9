package pointer

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what is read of the surface.
func (p *Pane) Describe() describe.Description { return scenes.Reading(p.desk.Lab().State(), &p.ways) }
