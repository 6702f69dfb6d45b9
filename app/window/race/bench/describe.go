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
	m, example := p.shown()
	if m.result == nil {
		return scenes.Bench(nil, 0, p.state.View.Bench, "")
	}
	remark := ""
	if example {
		remark = words.T("This is a small example. Run makes all of it.")
	}
	return scenes.Bench(m.result, p.stage(m), p.state.View.Bench, remark)
}
