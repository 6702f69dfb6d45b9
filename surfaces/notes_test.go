package surfaces

import (
	"math"
	"testing"
)

// descend is gradient descent at a constant rate; visit sees every point.
func descend(p *Probe, at Point, rate float64, steps int, visit func(Point)) Point {
	for range steps {
		visit(at)
		_, x, y := p.Grad(at.X, at.Y)
		at = Point{X: at.X - rate*x, Y: at.Y - rate*y}
	}
	return at
}

func entry(t *testing.T, name string) (Surface, *Probe) {
	t.Helper()
	s, err := Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	return s, probe(t, s)
}

// What the notes promise is what happens from the start that goes with them.

func TestNoteOfSaddleChain(t *testing.T) {
	s, p := entry(t, "saddle_chain")
	waits := make([]int, 3)
	descend(p, s.Start, 0.01, 1000, func(at Point) {
		for i, c := range []Point{{X: 0, Y: 0}, {X: 1, Y: 0}, {X: 1, Y: 1}} {
			if math.Hypot(at.X-c.X, at.Y-c.Y) < 0.15 {
				waits[i]++
			}
		}
	})
	if !(5 < waits[0] && waits[0] < waits[1] && waits[1] < waits[2]) {
		t.Errorf("steps near the saddles: %v, want ever more", waits)
	}
}

func TestNotesOfTheEdge(t *testing.T) {
	for name, rate := range map[string]float64{"two_layer": 0.3, "edge_quartic": 0.1, "bounded_slope": 0.2} {
		s, p := entry(t, name)
		crossed := 0
		last := 0.0
		end := descend(p, s.Start, rate, 3000, func(at Point) {
			_, _, y := p.Grad(at.X, at.Y)
			if y*last < 0 {
				crossed++
			}
			last = y
		})
		limit := 2 / rate
		_, sharp, _, _ := Eigen(p.Jet(end.X, end.Y))
		if crossed < 5 || !(sharp < limit) || sharp < 0.7*limit || p.Value(end.X, end.Y) > 1e-9 {
			t.Errorf("%s: ends at %v after %d crossings, sharpness %g, limit %g", name, end, crossed, sharp, limit)
		}
	}
}

func TestNoteOfHosaki(t *testing.T) {
	s, p := entry(t, "hosaki")
	if end := descend(p, s.Start, 0.05, 5000, func(Point) {}); math.Abs(end.X-1) > 0.01 || math.Abs(end.Y-2) > 0.01 {
		t.Errorf("descent ends at %v, want the shallower well at (1, 2)", end)
	}
}

func TestNoteOfFreudensteinRoth(t *testing.T) {
	s, p := entry(t, "freudenstein_roth")
	end := descend(p, s.Start, 2e-4, 200000, func(Point) {})
	if math.Abs(end.X-11.41) > 0.1 || math.Abs(end.Y+0.9) > 0.1 {
		t.Errorf("descent ends at %v, want the wrong minimum at (11.4, -0.9)", end)
	}
}

// The pass can be taken with momentum when it is low and not when it is high.
func TestNoteOfTwoWells(t *testing.T) {
	s, _ := entry(t, "two_wells")
	for ridge, want := range map[float64]float64{0.5: 1, 4: -1} {
		p, err := s.Probe(map[string]float64{"ridge": ridge})
		if err != nil {
			t.Fatal(err)
		}
		at, v := s.Start, Point{}
		for range 2000 {
			_, x, y := p.Grad(at.X, at.Y)
			v = Point{X: 0.9*v.X - 0.01*x, Y: 0.9*v.Y - 0.01*y}
			at = Point{X: at.X + v.X, Y: at.Y + v.Y}
		}
		if !within(at.X, want, 1e-6) {
			t.Errorf("ridge %g: momentum ends at %v, want the well at x = %g", ridge, at, want)
		}
	}
}
