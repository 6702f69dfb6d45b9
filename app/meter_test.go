package main

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
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
	setLook(u, func(l *lab.Look) { l.Ground, l.Panel = groundBasins, "plane" })
	finish(t, u, &u.maps.basins.background)
	finish(t, u, &u.charts.plane.work)
	for name, c := range map[string]struct {
		work *background
		said func() string
	}{
		"basins": {&u.maps.basins.background, func() string { return u.maps.legend.Text }},
		"plane":  {&u.charts.plane.work, func() string { return u.charts.plane.note.last }},
		"rates":  {&u.charts.rates.work, func() string { return u.charts.rates.note.last }},
	} {
		before := c.said()
		c.work.tell("42 %, about 3 s left")
		if got := c.said(); !strings.Contains(got, "42 %, about 3 s left (Esc stops)") {
			t.Errorf("%s: %q", name, got)
		}
		u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if got := c.said(); strings.Trim(got, "\x00") != strings.Trim(before, "\x00") {
			t.Errorf("%s: after Escape %q, want %q", name, got, before)
		}
	}
	u.charts.swarm.work.tell("42 %")
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !u.charts.swarm.ended || u.charts.swarm.work.told != "" {
		t.Error("Escape does not stop a swarm")
	}
}
