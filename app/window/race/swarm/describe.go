package swarm

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what becomes of the runs.
func (p *Pane) Describe() describe.Description {
	now, _ := p.job.Result()
	return scenes.Swarm(p.state, now.swarm, now.bands)
}
