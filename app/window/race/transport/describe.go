package transport

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what happens over the time.
func (p *Pane) Describe() describe.Description { return scenes.Events(p.lab.State()) }
