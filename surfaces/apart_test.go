package surfaces

import "testing"

// TestPointsApartAreNoCurve: flat points in a row, and points so close that a proof cannot part them, are told one by one.
func TestPointsApartAreNoCurve(t *testing.T) {
	for _, c := range []struct {
		formula string
		view    Rect
		least   int // points that there are
	}{
		{"sin(x)^4+sin(y)^4", Rect{X0: -48, X1: 48, Y0: -1, Y1: 1}, 31},
		{"x^2*sin(1/x)+y^2", square(3), 100},
		{"sin(x)^6+y^6", Rect{X0: -50, X1: 50, Y0: -1, Y1: 1}, 31},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), c.view)
		for _, p := range v.Points {
			if p.Curve {
				t.Errorf("%s: %+v is said to be one of a curve", c.formula, p)
			}
		}
		if len(v.Points) < c.least {
			t.Errorf("%s: %d points, want %d or more", c.formula, len(v.Points), c.least)
		}
	}
}

// TestCurvesApart: rings as close as two cells are curves of their own.
func TestCurvesApart(t *testing.T) {
	v := survey(t, probe(t, Surface{Formula: "sin(hypot(x,y))^2"}), square(40))
	rings := map[int]int{} // by the half waves to them
	for _, p := range v.Points {
		if p.Curve {
			rings[int(p.At.Distance(Point{})/1.5707963+0.5)]++
		}
	}
	for k := 1; k <= 25; k++ {
		if rings[k] != 1 {
			t.Errorf("ring %d is listed %d times", k, rings[k])
		}
	}
}

// TestLevelParts: what is level to working precision is told in one piece, and all of it, and soon.
func TestLevelParts(t *testing.T) {
	for _, c := range []struct {
		formula string
		half    float64
		parts   int
		holds   []Point
	}{
		{"erf(20*x)+y^2", 3, 2, []Point{{X: -2}, {X: 2}}},
		{"tanh(100*x)+y^2", 8.9, 2, []Point{{X: -5}, {X: 5}}},
		{"exp(-1/(x^2+y^2))", 3, 1, []Point{{}, {X: 0.03}, {X: -0.03}, {Y: 0.03}, {Y: -0.03}}},
		{"exp(-1/(x^2+y^2))", 1, 1, []Point{{}, {X: 0.03}, {X: -0.03}, {Y: 0.03}, {Y: -0.03}}},
	} {
		levels := proven(t, probe(t, Surface{Formula: c.formula}), square(c.half)).Check.Proof.Levels
		if len(levels) != c.parts {
			t.Errorf("%s: %d level parts, want %d: %v", c.formula, len(levels), c.parts, levels)
		}
		for _, p := range c.holds {
			held := false
			for _, l := range levels {
				held = held || l.Contains(p)
			}
			if !held {
				t.Errorf("%s: %v is in none of %v", c.formula, p, levels)
			}
		}
	}
}
