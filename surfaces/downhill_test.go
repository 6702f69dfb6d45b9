package surfaces

import (
	"math"
	"testing"
)

// TestDownhillLeadsToTheMinimum: where the flow ends is known without it.
func TestDownhillLeadsToTheMinimum(t *testing.T) {
	view := square(3)
	for _, c := range []struct {
		formula string
		from    Point
		end     Ending
		kind    Kind
		at      Point
	}{
		{"(x-2)^2+(y-0.2)^2", Point{X: -1, Y: -1}, Arrived, Minimum, Point{X: 2, Y: 0.2}},
		{"(1-x)^2+100*(y-x^2)^2", Point{X: -1.2, Y: 1}, Arrived, Minimum, Point{X: 1, Y: 1}},
		{"x^4+y^4", Point{X: 1, Y: 2}, Arrived, Degenerate, Point{}},
		{"x^2+(y^2-1)^2", Point{X: 1, Y: 0.1}, Arrived, Minimum, Point{Y: 1}},
		{"x^2+(y^2-1)^2", Point{X: 1, Y: -0.1}, Arrived, Minimum, Point{Y: -1}},
		{"x^2+(y^2-1)^2", Point{X: 1}, Arrived, Saddle, Point{}},
		{"(x*y-1)^2", Point{X: 2, Y: 2}, Arrived, Degenerate, Point{X: 1, Y: 1}},
		{"x^2-y^2", Point{X: 1, Y: 0.1}, Left, 0, Point{}},
		{"x+y", Point{}, Left, 0, Point{}},
		{"abs(x)+abs(y)", Point{X: 1, Y: 2}, Broken, 0, Point{}},
	} {
		p, err := Surface{Formula: c.formula}.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		b, err := p.Downhill(t.Context(), c.from, view, nil, 2000)
		if err != nil || b.End != c.end || b.Path[0] != c.from {
			t.Errorf("%s from %v: %v, from %v, %v", c.formula, c.from, b.End, b.Path[0], err)
			continue
		}
		if c.end == Arrived && (b.At.Kind != c.kind || b.At.At.Distance(c.at) > 1e-6) {
			t.Errorf("%s from %v: %v at %v, want %v at %v", c.formula, c.from, b.At.Kind, b.At.At, c.kind, c.at)
		}
	}
}

// TestDownhillNeverClimbs: along the way the surface falls.
func TestDownhillNeverClimbs(t *testing.T) {
	for _, s := range Catalogue() {
		if s.Data != nil {
			continue
		}
		p := probe(t, s)
		for i := range 9 {
			x, y := s.View.Middle(i%3, i/3, 3, 3)
			b, err := p.Downhill(t.Context(), Point{X: x, Y: y}, s.View, nil, 500)
			if err != nil {
				t.Fatal(err)
			}
			before := math.Inf(1)
			for _, q := range b.Path {
				f := p.Value(q.X, q.Y)
				if f > before+1e-6*(1+math.Abs(before)) {
					t.Errorf("%s from (%g, %g): %g after %g at %v", s.Name, x, y, f, before, q)
					break
				}
				before = f
			}
		}
	}
}

// TestNearAndLines: what lies beside a point, and whether it is one of a line.
func TestNearAndLines(t *testing.T) {
	for _, c := range []struct {
		formula string
		at      Point
		found   bool
		kind    Kind
		line    bool
	}{
		{"x^2+y^2", Point{X: 0.01, Y: 0.01}, true, Minimum, false},
		{"x^2+y^2", Point{X: 1, Y: 1}, false, 0, false},
		{"x^2-y^2", Point{X: 0.01}, true, Saddle, false},
		{"(x*y-1)^2", Point{X: 0.501, Y: 2}, true, Degenerate, true},
		{"(x^2+y^2-1)^2", Point{X: 0.6, Y: 0.801}, true, Degenerate, true},
		{"x^4+y^4", Point{X: 0.01, Y: 0.01}, true, Degenerate, false},
		{"x^2", Point{Y: 2}, true, Degenerate, true},
		{"-x^2", Point{Y: 2}, true, Degenerate, false},
		{"x^2+0.01*y^4", Point{}, true, Degenerate, false},
		{"exp(-x^2-y^2)", Point{X: 12, Y: 12}, false, 0, false},
		{"abs(x)+abs(y)", Point{X: 0.01, Y: 0.01}, false, 0, false},
	} {
		p, err := Surface{Formula: c.formula}.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		got, found := p.Near(c.at, 0.05)
		if found != c.found || found && got.Kind != c.kind {
			t.Errorf("%s beside %v: %v, %v at %v", c.formula, c.at, found, got.Kind, got.At)
			continue
		}
		if line := found && p.LineOf(got, 0.02); line != c.line {
			t.Errorf("%s at %v: a line is %v", c.formula, got.At, line)
		}
	}
}
