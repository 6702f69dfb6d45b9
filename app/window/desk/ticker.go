package desk

import (
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
)

// longestTick bounds the time that passes at once, so that a window that was held up does not leap.
const longestTick = 100 * time.Millisecond

// A Ticker lets time pass, frame by frame, while it runs. Else nothing ticks and nothing is repainted.
type Ticker struct {
	animation *fyne.Animation
	last      time.Time
	running   bool
}

// NewTicker is one that stands. pass is told the seconds since the last frame.
func NewTicker(pass func(dt float64)) *Ticker {
	t := &Ticker{}
	t.animation = fyne.NewAnimation(time.Second, func(float32) {
		now := time.Now()
		dt := min(now.Sub(t.last), longestTick)
		t.last = now
		pass(dt.Seconds())
	})
	t.animation.RepeatCount = fyne.AnimationRepeatForever
	t.animation.Curve = fyne.AnimationLinear
	return t
}

// Playback is how the time of a lab passes: heads glide from step to step, or are at once at the next one while nothing is to
// glide.
func Playback(l *lab.Lab, still func() bool) (pass func(dt float64)) {
	return func(dt float64) {
		if still() {
			l.AdvanceWhole(dt)
			return
		}
		l.Advance(dt)
	}
}

// Run starts and stops it.
func (t *Ticker) Run(on bool) {
	if on == t.running {
		return
	}
	if t.running = on; !on {
		t.animation.Stop()
		return
	}
	t.last = time.Now()
	t.animation.Start()
}

// Running tells whether it does.
func (t *Ticker) Running() bool { return t.running }
