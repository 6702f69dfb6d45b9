package window

import (
	"time"

	"descentlab/app/lab"
)

// longWork is how long the worker may be at work before the window says so, and how often it then says how far it is.
const longWork = 200 * time.Millisecond

// patience says that the worker is at work, if that takes a while, and how much of the race is recorded.
type patience struct {
	lab     *lab.Lab
	post    func(func())
	waiting bool
}

func (p *patience) update(s lab.State) {
	if !s.Busy {
		p.say(false, 0)
		return
	}
	if p.waiting {
		return
	}
	p.waiting = true
	time.AfterFunc(longWork, func() {
		p.post(func() {
			p.waiting = false
			s := p.lab.State()
			p.say(s.Busy, p.lab.Recorded())
			if s.Busy {
				p.update(s)
			}
		})
	})
}

func (p *patience) say(working bool, part float64) {
	if v := p.lab.State().View; v.Working != working || working && v.Done != part {
		p.lab.Look(func(v *lab.View) { v.Working, v.Done = working, part })
	}
}
