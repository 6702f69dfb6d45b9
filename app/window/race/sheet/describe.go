package sheet

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what the method is.
func (p *Pane) Describe() describe.Description { return scenes.Method(p.desk.Lab().State()) }
