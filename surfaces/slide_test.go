package surfaces

import (
	"math"
	"testing"
)

// A slide follows creases down to where they are lowest, and does not arrive where there is no such place in the window.
func TestSlideFollowsCreases(t *testing.T) {
	for _, c := range []struct {
		formula  string
		from, to Point
	}{
		{"abs(x)+abs(y)", Point{X: 1, Y: 2}, Point{}},
		{"abs(x-y)+0.01*(x+y)^2", Point{X: 0.45, Y: 0.44}, Point{}},
		{"max(abs(x),abs(y-1))", Point{X: -2, Y: -1}, Point{Y: 1}},
		{"abs(x-1)/4+abs(y-2*abs(x)+1)", Point{X: 0.5, Y: 0.2}, Point{X: 1, Y: 1}},
		{"(x-2)^2+(y-0.2)^2+abs(x)+abs(y)", Point{X: -1, Y: -1}, Point{X: 1.5}},
	} {
		at, ok := probe(t, Surface{Formula: c.formula}).Slide(c.from, square(3), 2000)
		if !ok || at.Distance(c.to) > 1e-3 {
			t.Errorf("%s: %v, %v; want %v", c.formula, at, ok, c.to)
		}
	}
	for _, formula := range []string{"abs(x)+y", "max(x,y)", "x-2*abs(y)"} {
		if at, ok := probe(t, Surface{Formula: formula}).Slide(Point{X: 0.1, Y: 0.2}, square(3), 2000); ok {
			t.Errorf("%s: arrives at %v", formula, at)
		}
	}
}

func TestShortestBetween(t *testing.T) {
	for _, c := range []struct {
		all  []Point
		want float64
	}{
		{[]Point{{X: 1}, {Y: 1}}, math.Sqrt2 / 2},
		{[]Point{{X: 1, Y: 1}, {X: 2, Y: -1}}, 3 / math.Sqrt(5)},
		{[]Point{{X: 1}, {X: -1, Y: 1}, {X: -1, Y: -1}}, 0},
		{[]Point{{X: 3, Y: 4}}, 5},
		{[]Point{{X: 1, Y: 2}, {X: 1, Y: -2}, {X: 4}}, 1},
	} {
		if got := shortestBetween(c.all); math.Abs(math.Hypot(got.X, got.Y)-c.want) > 1e-12 {
			t.Errorf("%v: %v, want the length %g", c.all, got, c.want)
		}
	}
}
