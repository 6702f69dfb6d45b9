package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/widgets"
)

// TestProgressIsShown: lasting work says how far it is where its picture will be, until it ends or Escape stops it.
func TestProgressIsShown(t *testing.T) {
	u := mapped(t, "himmelblau", 50, "sgd lr=0.01")
	listed := func(l *widgets.Legend) (text string) {
		for _, e := range l.Entries() {
			text += e.Text + " "
		}
		return text
	}
	plane, rates := u.plane, u.rates
	for _, c := range []struct {
		panel string
		work  *background
		said  func() string
	}{
		{"", &u.maps.basins.background, func() string { return u.maps.legend.Text }},
		{"plane", &plane.work, func() string { return plane.told + listed(plane.legend) }},
		{"rates", &rates.work, func() string { return rates.told + listed(rates.legend) }},
	} {
		setLook(u, func(l *lab.Look) { l.Ground, l.Panel = lab.GroundBasins, c.panel })
		finish(t, u, &u.maps.basins.background)
		finish(t, u, c.work)
		before := c.said()
		c.work.busy = true
		c.work.tell("42 %, about 3 s left")
		if got := c.said(); !strings.Contains(got, "42 %, about 3 s left (Esc stops)") {
			t.Errorf("%q: %q", c.panel, got)
		}
		u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if got := c.said(); !strings.Contains(strings.ToLower(got), "stopped") {
			t.Errorf("%q: after Escape %q", c.panel, got)
		}
		u.Edit("", func(e *lab.Experiment) { e.Steps++ })
		finish(t, u, &u.maps.basins.background)
		finish(t, u, c.work)
		if got := c.said(); strings.Contains(strings.ToLower(got), "stopped") || len(got) < len(before)/2 {
			t.Errorf("%q: after the next job %q, before %q", c.panel, got, before)
		}
	}
	u.swarm.work.busy = true
	u.swarm.work.tell("42 %")
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !u.swarm.work.stopped || u.swarm.work.told != "" {
		t.Error("Escape does not stop a swarm")
	}
}
