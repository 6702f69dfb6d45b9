package window

import (
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
)

// playback lets the lab's time pass while it plays. While it does not, nothing ticks and nothing is repainted.
type playback struct {
	lab       *lab.Lab
	animation *fyne.Animation
	last      time.Time
	running   bool
}

func newPlayback(l *lab.Lab) *playback {
	p := &playback{lab: l}
	p.animation = fyne.NewAnimation(time.Second, p.tick)
	p.animation.RepeatCount = fyne.AnimationRepeatForever
	p.animation.Curve = fyne.AnimationLinear
	return p
}

func (p *playback) update(s lab.State) {
	if s.Playing == p.running {
		return
	}
	p.running = s.Playing
	if p.running {
		p.last = time.Now()
		p.animation.Start()
	} else {
		p.animation.Stop()
	}
}

// longestTick bounds the time that passes at once, so that a window that was held up does not leap.
const longestTick = 100 * time.Millisecond

func (p *playback) tick(float32) {
	now := time.Now()
	dt := min(now.Sub(p.last), longestTick)
	p.last = now
	p.lab.Advance(dt.Seconds())
}
