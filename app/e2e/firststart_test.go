//go:build e2e

package e2e

import (
	"path/filepath"
	"testing"
)

// TestFirstStart: the race plays once by itself, from its start to its end; the strip of the first steps goes with one key, and
// neither comes back.
func TestFirstStart(t *testing.T) {
	t.Parallel()
	session := filepath.Join(t.TempDir(), "session.json")
	d := startDisplay(t)
	p := launch(t, d, session, nil)
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, "firststart")
		}
	})
	until(t, "the race under way", func() bool { at := p.saved(t).Head; return at > 0 && at < 140 })
	until(t, "the end of the race", func() bool { return p.saved(t).Head == 140 })
	d.rest(t)
	small := p.place(t, "map")
	before := d.pixels(t)
	d.do(t, "key", "Return") // the next step
	p.changed(t, "the next step", before, before.Rect, 100)
	d.do(t, "key", "Escape")
	until(t, "a higher map", func() bool { return p.place(t, "map").Dy() > small.Dy()+30 })
	p.quit(t)

	again := launch(t, startDisplay(t), session, nil)
	again.rest(t)
	if large := again.place(t, "map"); large.Dy() <= small.Dy()+30 || again.saved(t).Head != 140 {
		t.Errorf("at the second start the map is at %v, was at %v; the race is at %v", large, small, again.saved(t).Head)
	}
	again.quit(t)
}
