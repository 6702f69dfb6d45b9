package standings

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says how every racer stands.
func (p *Pane) Describe() describe.Description { return scenes.Standings(p.desk.Lab().State()) }
