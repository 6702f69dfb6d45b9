package basins

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says from how many starts the racer ends where.
func (p *Pane) Describe() describe.Description {
	made, _ := p.job.Result()
	return scenes.Basins(p.state, made)
}
