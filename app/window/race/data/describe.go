package data

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what the examples are, and what the racers make of them.
func (p *Pane) Describe() describe.Description { return scenes.Data(p.desk.Lab().State()) }
