//go:build e2e

package e2e

import (
	"fmt"
	"image"
	"math"
	"path/filepath"
	"testing"
)

// TestPlane drives the map of two knobs: its ring sets both, and it can have the middle of the window.
func TestPlane(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	p := start(t, d, filepath.Join(t.TempDir(), "session.json"), "-show", "plane")
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, "plane")
		}
	})
	plane, m := p.place(t, "plane"), p.place(t, "map")
	at := func(u, v float64) (x, y int) {
		return plane.Min.X + int(u*float64(plane.Dx())), plane.Min.Y + int(v*float64(plane.Dy()))
	}
	knobs := func() (lr, momentum float64) {
		if racers := p.saved(t).Experiment.Racers; len(racers) > 0 {
			fmt.Sscanf(racers[0].Racer, "sgd lr=%g momentum=%g", &lr, &momentum)
		}
		return lr, momentum
	}
	before := p.rest(t)
	x, y := at(0.4, 0.8)
	p.click(t, x, y)
	until(t, "a momentum in the session", func() bool { _, momentum := knobs(); return momentum > 0.1 && momentum < 0.3 })
	lr, momentum := knobs()
	p.changed(t, "another way on the map", before, m, 50)

	// Up and to the right is more of both.
	toX, toY := at(0.5, 0.5)
	p.drag(t, x, y, toX, toY)
	until(t, "the ring in its new place", func() bool { a, b := knobs(); return a > 2*lr && b > momentum+0.2 })

	p.do(t, "key", "m")
	until(t, "the plane in the middle", func() bool {
		return p.saved(t).Experiment.Look.Large && p.place(t, "map").Min.X > m.Max.X && p.place(t, "plane") != plane
	})
	if large := p.place(t, "plane"); large.Dx() < plane.Dx() || !large.Overlaps(m) {
		t.Errorf("large the plane is at %v, small at %v, the map was at %v", large, plane, m)
	}
	p.do(t, "key", "m")
	until(t, "the map in the middle", func() bool { return p.place(t, "map") == m && p.place(t, "plane") == plane })
	p.quit(t)
}

// TestBasins drives the map of basins: the pointer shows the run from its place, a click starts the race there.
func TestBasins(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	p := start(t, d, filepath.Join(t.TempDir(), "session.json"), "-show", "basins")
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, "basins")
		}
	})
	m := p.place(t, "map")
	p.do(t, "mousemove", m.Max.X+5, m.Min.Y+5)
	before := p.rest(t)
	colours := map[[3]uint8]bool{}
	for y := m.Min.Y; y < m.Max.Y; y++ {
		for x := m.Min.X; x < m.Max.X; x++ {
			c := before.RGBAAt(x, y)
			colours[[3]uint8{c.R &^ 31, c.G &^ 31, c.B &^ 31}] = true
		}
	}
	if len(colours) < 8 {
		t.Errorf("a map of basins has %d colours", len(colours))
	}

	x, y := m.Min.X+m.Dx()/4, m.Min.Y+m.Dy()*3/4
	p.do(t, "mousemove", x, y)
	// The cross takes one row and one column; what else is new is the run.
	left, right := image.Rect(m.Min.X, m.Min.Y, x-8, m.Max.Y), image.Rect(x+8, m.Min.Y, m.Max.X, m.Max.Y)
	until(t, "the run from under the pointer", func() bool {
		now := p.pixels(t)
		return different(before, now, left) > left.Dx()+20 || different(before, now, right) > right.Dx()+20
	})

	view := p.saved(t).Experiment.View
	wx, wy := worldAt(view, m, x, y)
	p.click(t, x, y)
	near := 2 * (view[1] - view[0]) / float64(m.Dx())
	until(t, "the start at the clicked point", func() bool {
		s := p.saved(t).Experiment.Start
		return math.Abs(s[0]-wx) < near && math.Abs(s[1]-wy) < near
	})
	p.quit(t)
}
