package points

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says which critical points there are.
func (p *Pane) Describe() describe.Description { return scenes.Points(p.desk.Lab().State()) }
