package setup

import (
	"math"
	"testing"

	"descentlab/surfaces"
)

// TestPlacedStartIsNotCritical: a formula's own start is where its gradient is one, wherever its critical points lie.
func TestPlacedStartIsNotCritical(t *testing.T) {
	three := surfaces.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}
	for _, c := range []struct {
		formula string
		home    surfaces.Rect
	}{
		{"x^2+y^2", three}, {"x*y", three}, {"x^2-y^2", three}, {"sin(x)*sin(y)", surfaces.Rect{X0: -10, X1: 10, Y0: -10, Y1: 10}},
		{"(x+2)^2+(y-1.5)^2", three}, // critical where one would start otherwise
		{"log(x)+y^2", three},        // no value on the left
		{"sqrt(x-2.4)*y", three},     // a value at few of the places
		{"-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))", surfaces.Rect{X0: -12, X1: 12, Y0: -12, Y1: 12}}, // nearly level
		{"max(0, x)^2", three}, // level on the left
		{"x^2+y^2", surfaces.Rect{X0: 1e6, X1: 1e6 + 1, Y0: -1e-7, Y1: 1e-7}},
	} {
		e := Default()
		e.SetFormula(c.formula)
		e.Home = c.home
		if err := e.PlaceStart(); err != nil {
			t.Fatal(err)
		}
		if !c.home.Contains(e.Start) || e.StartRests() {
			t.Errorf("%s starts at %v: in the window %v, at rest %v", c.formula, e.Start, c.home.Contains(e.Start), e.StartRests())
		}
	}
}

// TestPlacedStartOfNothing: where there is no slope at all, or no value, there is a start nevertheless.
func TestPlacedStartOfNothing(t *testing.T) {
	for _, formula := range []string{"7", "log(-1-x^2)"} {
		e := Default()
		e.SetFormula(formula)
		if err := e.PlaceStart(); err != nil || math.IsNaN(e.Start.X) || !e.Home.Contains(e.Start) {
			t.Errorf("%s: %v, %v", formula, e.Start, err)
		}
	}
}

// TestStartRests: at critical points of any kind, and nowhere else, however small the slope.
func TestStartRests(t *testing.T) {
	for _, c := range []struct {
		formula string
		x, y    float64
		want    bool
	}{
		{"x^2+y^2", 0, 0, true}, {"x^2-y^2", 0, 0, true}, {"-x^2-y^2", 0, 0, true}, {"7", 1, 1, true},
		{"(x-1)^2+(y-pi)^2+1", 1, math.Pi, true}, {"sin(x)+cos(y)", math.Pi / 2, math.Pi, true},
		{"x^2+y^2", 1e-5, 0, false}, {"x^4+y^4", 1e-3, 0, false}, {"log(x)", -1, 0, false},
	} {
		e := Default()
		e.SetFormula(c.formula)
		e.Start = surfaces.Point{X: c.x, Y: c.y}
		if e.StartRests() != c.want {
			t.Errorf("%s at (%v, %v): at rest is %v", c.formula, c.x, c.y, !c.want)
		}
	}
}
