package maps

import (
	"slices"
	"testing"
	"time"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
)

// TestTextsRestUnderTheHand: what is written on the maps is placed for the first of many races, stays there while further ones
// come, and is placed for the last one once the hand rests.
func TestTextsRestUnderTheHand(t *testing.T) {
	for _, aside := range []bool{false, true} {
		d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01", "momentum lr=0.01"))
		d.SetLook(func(l *setup.Look) { l.SideBySide = aside })
		d.Settle()
		p.rested(p.rest.races)
		p.rest.pause = time.Hour
		drag := func(lr float64) {
			d.Edit("lr", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(lr)) })
			d.Settle()
		}
		drag(0.011)
		if n := p.rest.races; n != 1 {
			t.Errorf("aside %v: one move makes %d races", aside, n)
		}
		if s := scene(p, 0); s.Clear != nil {
			t.Errorf("aside %v: at once texts keep off ways that are not seen", aside)
		}
		first := scene(p, 0).Traces[0].Pts
		for _, lr := range []float64{0.012, 0.013} {
			drag(lr)
			s := scene(p, 0)
			if len(s.Clear) != len(s.Traces) || !slices.Equal(s.Clear[0].Pts, first) || slices.Equal(s.Traces[0].Pts, first) {
				t.Errorf("aside %v: with lr %g texts do not rest where they were", aside, lr)
			}
		}
		if p.rested(p.rest.races); scene(p, 0).Clear != nil {
			t.Errorf("aside %v: as the hand rests texts stay in the way", aside)
		}
	}
}
