package step

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/lab/xray"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says what the method makes of what it sees.
func (p *Pane) Describe() describe.Description {
	return scenes.Step(p.state, xray.Of(p.state, xray.Subject(p.state)))
}
