package events

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what happens in the race.
func (p *Pane) Describe() describe.Description { return scenes.Events(p.desk.Lab().State()) }
