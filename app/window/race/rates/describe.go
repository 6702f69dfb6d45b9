package rates

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/window/desk"
)

var _ desk.Described = (*Pane)(nil)

// Describe says how the racers end for which rates.
func (p *Pane) Describe() describe.Description { return scenes.Rates(p.rates()) }
