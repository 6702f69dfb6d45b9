package step

import (
	"descentlab/app/lab"
	"descentlab/app/lab/xray"
)

// beatAnew lets the mark of a row pulse that is pointed at, in the pane or by the mark itself, once.
func (p *Pane) beatAnew() {
	row := p.state.View.Inside.Stage
	if !shown(p.state) {
		row = ""
	}
	if row == p.pulsed {
		return
	}
	p.pulsed = row
	p.pulse.Run(row != "" && !p.desk.Still())
	p.setPulse(0)
}

// beat lets the pulse go on for so many seconds, and ends it.
func (p *Pane) beat(dt float64) {
	at := p.state.View.Inside.Pulse + dt
	if at >= xray.PulseTime {
		p.pulse.Run(false)
		at = 0
	}
	p.setPulse(at)
}

func (p *Pane) setPulse(at float64) {
	if p.state.View.Inside.Pulse != at {
		p.desk.Lab().Look(func(v *lab.View) { v.Inside.Pulse = at })
	}
}
