package window

import (
	"descentlab/app/lab"
	"descentlab/app/window/desk"
)

// playback lets the lab's time pass while it plays.
type playback struct {
	ticker *desk.Ticker
	pass   func(dt float64)
}

func newPlayback(u *ui) *playback {
	pass := desk.Playback(u.lab, u.Still)
	return &playback{desk.NewTicker(pass), pass}
}

func (p *playback) update(s lab.State) { p.ticker.Run(s.Playing) }
