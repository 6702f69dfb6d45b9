package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
)

// TestProgressIsShown: lasting work says how far it is where its picture will be, until it ends or Escape stops it.
func TestProgressIsShown(t *testing.T) {
	u := mapped(t, "himmelblau", 50, "sgd lr=0.01")
	basins, said := &u.maps.basins.background, func() string { return u.maps.legend.Text }
	setLook(u, func(l *lab.Look) { l.Ground = lab.GroundBasins })
	finish(t, u, basins)
	before := said()
	basins.busy = true
	basins.tell("42 %, about 3 s left")
	if got := said(); !strings.Contains(got, "42 %, about 3 s left (Esc stops)") {
		t.Errorf("it says %q", got)
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := said(); !strings.Contains(strings.ToLower(got), "stopped") {
		t.Errorf("after Escape %q", got)
	}
	u.Edit("", func(e *lab.Experiment) { e.Steps++ })
	finish(t, u, basins)
	if got := said(); strings.Contains(strings.ToLower(got), "stopped") || len(got) < len(before)/2 {
		t.Errorf("after the next job %q, before %q", got, before)
	}
}
