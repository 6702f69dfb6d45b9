package main

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/widgets"
)

// TestMeter: short work says nothing, longer work how much is done, and after a second how long the rest takes.
func TestMeter(t *testing.T) {
	began := time.Now()
	m := newMeter(began)
	for _, c := range []struct {
		part  float64
		after time.Duration
		want  string
	}{
		{0.01, 100 * time.Millisecond, ""},
		{0.1, 500 * time.Millisecond, "10 %"},
		{0.2, 600 * time.Millisecond, ""}, // a moment ago
		{0.15, 700 * time.Millisecond, "20 %"},
		{0.25, 2 * time.Second, "25 %, about 6 s left"},
		{0.9, 3 * time.Second, "90 %, less than 1 s left"},
		{0.9, 30 * time.Minute, "90 %, about 3 min left"},
		{1.1, 31 * time.Minute, "100 %, less than 1 s left"},
	} {
		got, due := m.at(c.part, began.Add(c.after))
		if got != c.want || due != (c.want != "") {
			t.Errorf("%v of the work after %v: %q, %t; want %q", c.part, c.after, got, due, c.want)
		}
	}
	if got := duration(3 * time.Hour); got != "about 3 h" {
		t.Error(got)
	}
}

// TestProgressIsShown: lasting work says how far it is where its picture will be, until it ends or Escape stops it.
func TestProgressIsShown(t *testing.T) {
	u := mapped(t, "himmelblau", 50, "sgd lr=0.01")
	listed := func(l *widgets.Legend) (text string) {
		for _, e := range l.Entries() {
			text += e.Text + " "
		}
		return text
	}
	plane, rates := u.charts.plane, u.charts.rates
	for _, c := range []struct {
		panel string
		work  *background
		said  func() string
	}{
		{"", &u.maps.basins.background, func() string { return u.maps.legend.Text }},
		{"plane", &plane.work, func() string { return plane.told + listed(plane.legend) }},
		{"rates", &rates.work, func() string { return rates.told + listed(rates.legend) }},
	} {
		setLook(u, func(l *lab.Look) { l.Ground, l.Panel = groundBasins, c.panel })
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
		u.edit("", func(e *lab.Experiment) { e.Steps++ })
		finish(t, u, &u.maps.basins.background)
		finish(t, u, c.work)
		if got := c.said(); strings.Contains(strings.ToLower(got), "stopped") || len(got) < len(before)/2 {
			t.Errorf("%q: after the next job %q, before %q", c.panel, got, before)
		}
	}
	u.charts.swarm.work.busy = true
	u.charts.swarm.work.tell("42 %")
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !u.charts.swarm.work.stopped || u.charts.swarm.work.told != "" {
		t.Error("Escape does not stop a swarm")
	}
}
