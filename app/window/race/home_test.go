package race

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
)

// TestZeroSeesAllAgain: the whole map, and the relief as at first; Home has another use everywhere.
func TestZeroSeesAllAgain(t *testing.T) {
	u := mapped(t, "peaks", 20, "sgd lr=0.01")
	home, turned := u.State().Doc.Home, lab.UsualCamera()
	turned.Yaw += 90
	for _, relief := range []bool{false, true} {
		u.SetLook(func(l *setup.Look) { l.Relief = relief })
		u.Edit("", func(e *setup.Experiment) { e.View = plot.Rect{X0: 0, X1: 1, Y0: 0, Y1: 1} })
		u.Look(func(v *lab.View) { v.Camera = turned })
		u.Settle()
		if !u.Room.Rune('0') || u.State().Doc.View != home {
			t.Errorf("relief: %t, the window is %v", relief, u.State().Doc.View)
		}
		if got := u.view().Camera; got == turned && relief || got != turned && !relief {
			t.Errorf("relief: %t, seen from %+v", relief, got)
		}
	}
}
