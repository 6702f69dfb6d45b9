package transport

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/window/desk/desktest"
)

// TestTransportDrivesThePlayhead: what the bar asks for becomes the lab's state.
func TestTransportDrivesThePlayhead(t *testing.T) {
	d := desktest.On(t, "peaks", 30, "sgd lr=0.01")
	p := New(d)
	d.Show(600, 60, p)
	for _, c := range []struct {
		what string
		do   func()
		want lab.Playhead
	}{
		{"start", p.bar.OnStart, lab.Playhead{Head: 0, Speed: 1}},
		{"two steps on", func() { p.bar.OnStep(2) }, lab.Playhead{Head: 2, Speed: 1}},
		{"a step back", func() { p.bar.OnStep(-1) }, lab.Playhead{Head: 1, Speed: 1}},
		{"seek", func() { p.bar.OnSeek(7.5) }, lab.Playhead{Head: 7.5, Speed: 1}},
		{"speed", func() { p.bar.OnSpeed(5) }, lab.Playhead{Head: 7.5, Speed: 5}},
		{"loop", func() { p.bar.OnLoop(true) }, lab.Playhead{Head: 7.5, Speed: 5, Loop: true}},
		{"play", p.bar.OnPlay, lab.Playhead{Head: 7.5, Speed: 5, Loop: true, Playing: true}},
		{"pause", p.bar.OnPlay, lab.Playhead{Head: 7.5, Speed: 5, Loop: true}},
		{"end", p.bar.OnEnd, lab.Playhead{Head: 30, Speed: 5, Loop: true}},
	} {
		before := d.Picture()
		c.do()
		if got := d.State().Playhead; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.what, got, c.want)
		}
		if d.Picture() == before {
			t.Errorf("%s: the bar looks as before", c.what)
		}
	}
}
