package curve

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestSpaceHolds as long as it is down; pressed briefly it holds until it is pressed again. The characters that a key which is
// held goes on to type change nothing.
func TestSpaceHolds(t *testing.T) {
	r, _ := entered(t)
	down := func() {
		r.KeyDown(fyne.KeySpace)
		r.Rune(' ')
	}
	down()
	for range 30 {
		r.hold.advance(0.05)
		r.Rune(' ')
	}
	if s := r.lab.State(); !r.hold.on || s.Step < 12 {
		t.Errorf("held for a while it is at step %d", s.Step)
	}
	r.KeyUp(fyne.KeySpace)
	if r.hold.on {
		t.Error("let go, it goes on")
	}
	down()
	r.hold.advance(0.1)
	r.KeyUp(fyne.KeySpace)
	if !r.hold.on {
		t.Error("pressed briefly, it does not go on")
	}
	down()
	r.KeyUp(fyne.KeySpace)
	if r.hold.on {
		t.Error("pressed again, it goes on")
	}
	r.hold.advance(0.05)
	r.hold.advance(0.3)
	if r.hold.ticker.Running() {
		t.Error("it ticks though nothing moves")
	}
}

// TestRightHolds: a single step, and step after step once it has been down for a while.
func TestRightHolds(t *testing.T) {
	r, _ := entered(t)
	r.KeyDown(fyne.KeyRight)
	r.Key(fyne.KeyRight)
	r.hold.advance(0.2)
	if s := r.lab.State(); s.Step != 1 || r.hold.on {
		t.Errorf("step %d, held %v", s.Step, r.hold.on)
	}
	for range 40 {
		r.hold.advance(0.05)
		r.Key(fyne.KeyRight)
	}
	if s := r.lab.State(); s.Step < 12 || !r.hold.on {
		t.Errorf("held for 2 s: step %d, held %v", s.Step, r.hold.on)
	}
	r.KeyUp(fyne.KeyRight)
	if r.hold.on {
		t.Error("let go, it goes on")
	}
	before := r.lab.State().Step
	r.KeyDown(fyne.KeyRight)
	r.Key(fyne.KeyRight)
	r.KeyUp(fyne.KeyRight)
	if s := r.lab.State(); s.Step != before+1 {
		t.Errorf("step %d after %d", s.Step, before)
	}
}
