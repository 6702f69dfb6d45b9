package window

import (
	"testing"

	"descentlab/app/lab/session"
	"descentlab/widgets/plot"
)

// TestReducedMotion: what plays goes from step to step, the first start does not play by itself, and the session keeps it.
func TestReducedMotion(t *testing.T) {
	s := freshSession()
	s.Motion = session.MotionReduced
	u := newTestUI(t, s)
	u.welcome(true)
	u.shown = false
	u.pictured()
	if u.lab.State().Playing {
		t.Error("the first start plays by itself")
	}
	u.lab.Seek(0)
	u.lab.Play()
	for range 10 {
		u.playback.pass(0.017)
		if head := u.lab.State().Head; head != float64(int(head)) {
			t.Fatalf("a head glides through %v", head)
		}
	}
	u.lab.Pause()
	d := u.openSettings()
	if d.Motion.Selected() != 1 {
		t.Errorf("choice %d is shown", d.Motion.Selected())
	}
	d.Motion.OnChanged(2)
	if u.Still() || u.session().Motion != session.MotionFull {
		t.Errorf("chosen, it is %q", u.session().Motion)
	}
	u.lab.Play()
	u.playback.pass(0.017)
	if head := u.lab.State().Head; head == float64(int(head)) {
		t.Error("heads do not glide")
	}
}

// TestColourSets: a set is taken at once and kept, and shown by its racers.
func TestColourSets(t *testing.T) {
	u := newTestUI(t, freshSession())
	d := u.openSettings()
	usual := u.Palette().Racer(2)
	d.Colours.OnChanged(1)
	if p := u.Palette(); p.Colours != plot.Deutan || p.Racer(2) == usual || u.session().Colours != "deutan" {
		t.Errorf("chosen is %q, kept %q", p.Colours, u.session().Colours)
	}
	if u.SetTheme("light"); u.Palette().Colours != plot.Deutan || u.Palette().Dark {
		t.Error("another theme has other colours")
	}
	kept := u.session()
	if again := newTestUI(t, kept); again.Palette().Key() != u.Palette().Key() {
		t.Errorf("the next start has %s", again.Palette().Key())
	}
}
