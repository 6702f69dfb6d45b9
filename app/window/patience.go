package window

import (
	"time"

	"descentlab/app/lab"
)

// longWork is how long the worker may be at work before the window says so.
const longWork = 200 * time.Millisecond

// patience says that the worker is at work, if that takes a while. There is nothing to cancel by hand: the next edit
// does, and meanwhile everything can be used.
type patience struct {
	lab     *lab.Lab
	post    func(func())
	waiting bool
}

func (p *patience) update(s lab.State) {
	if !s.Busy {
		p.say(false)
		return
	}
	if p.waiting {
		return
	}
	p.waiting = true
	time.AfterFunc(longWork, func() {
		p.post(func() {
			p.waiting = false
			p.say(p.lab.State().Busy)
		})
	})
}

func (p *patience) say(working bool) {
	if p.lab.State().View.Working != working {
		p.lab.Look(func(v *lab.View) { v.Working = working })
	}
}
