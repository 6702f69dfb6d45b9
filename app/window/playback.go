package window

import (
	"descentlab/app/lab"
	"descentlab/app/window/desk"
)

// playback lets the lab's time pass while it plays.
type playback struct{ ticker *desk.Ticker }

func newPlayback(l *lab.Lab) *playback { return &playback{desk.NewTicker(l.Advance)} }

func (p *playback) update(s lab.State) { p.ticker.Run(s.Playing) }
