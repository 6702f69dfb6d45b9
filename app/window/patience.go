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
	ui      *ui
	waiting bool
	said    bool
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
		p.ui.post(func() {
			p.waiting = false
			p.say(p.ui.lab.State().Busy)
		})
	})
}

func (p *patience) say(busy bool) {
	if p.said != busy {
		p.said = busy
		p.ui.maps.setCaption()
		p.ui.maps.draw()
	}
}
