package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim/race"
)

// TestLongRacesAreToldAndStopped: how much of a long race is recorded is said under the maps; Escape ends it.
func TestLongRacesAreToldAndStopped(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	if err := u.Edit("", func(e *setup.Experiment) {
		e.Steps = race.MaxSteps
		for len(e.Racers) < setup.MaxRacers {
			r := e.Racers[len(e.Racers)%4]
			r.Slot = len(e.Racers)
			e.Racers = append(e.Racers, r)
		}
	}); err != nil {
		t.Fatal(err)
	}
	captioned := func(text string) bool {
		for _, shown := range desktest.Texts(u.race.Object(), false) {
			if strings.Contains(shown, text) {
				return true
			}
		}
		return false
	}
	for v := u.view(); v.Done == 0 || v.Done == 1; v = u.view() {
		select {
		case f := <-u.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("nothing is told")
		}
	}
	if !captioned("recording the race …") || !captioned("% (Esc stops)") {
		t.Errorf("said %q", desktest.Texts(u.race.Object(), false))
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s := u.lab.State(); s.Busy || s.View.Working || !captioned("stopped; any change begins it anew") {
		t.Errorf("after Escape: busy %v, said %q", s.Busy, desktest.Texts(u.race.Object(), false))
	}
}
