package maps

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what the maps show.
func (p *Pane) Describe() describe.Description { return scenes.Map(p.state) }
