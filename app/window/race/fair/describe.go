package fair

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says how the contest has ended.
func (p *Pane) Describe() describe.Description {
	c, example := p.shownContest()
	return scenes.Fair(&c.of, c.results, p.remark(c, example))
}
