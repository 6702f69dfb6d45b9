package bench

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Described = (*Pane)(nil)

// Describe says how much every racer solves.
func (p *Pane) Describe() describe.Description {
	remark := ""
	switch m, example := p.shown(); {
	case m.result == nil:
	case example:
		remark = words.T("This is a small example. Run makes all of it.")
	case p.stale(m):
		remark = words.T("The racers or the rules have changed since: these are the results of before.")
	}
	return scenes.Bench(p.picture(), remark)
}
