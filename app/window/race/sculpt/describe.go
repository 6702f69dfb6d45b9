package sculpt

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what has been added to the surface.
func (p *Pane) Describe() describe.Description { return scenes.Sculpture(p.desk.Lab().State()) }
