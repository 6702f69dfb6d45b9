package surfaces

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"descentlab/internal/lengthy"
)

// proven surveys a window and tries to prove it complete.
func proven(t testing.TB, p *Probe, view Rect) Survey {
	t.Helper()
	v, err := p.Prove(context.Background(), survey(t, p, view))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

const (
	easom    = "-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))"
	schaffer = "0.5+(sin(x^2+y^2)^2-0.5)/(1+0.001*(x^2+y^2))^2"
	rippled  = "x^6*(2+sin(1/x))+y^6*(2+sin(1/y))"
)

// Every critical point of a smooth surface is found, and that there are no others is proven.
func TestProofFindsAll(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		view    Rect
		want    [4]int // minima, saddles, maxima, degenerate
	}{
		{easom, square(12), [4]int{41, 64, 40, 0}},
		{easom, square(10), [4]int{25, 36, 24, 0}},
		{"x^2+y^2-0.5*exp(-10000*((x-1.234)^2+(y-1.57)^2))", square(3), [4]int{2, 1, 0, 0}},
		{"20 + x^2 + y^2 - 10*(cos(2*pi*x) + cos(2*pi*y))", square(5.12), [4]int{121, 220, 100, 0}},
		{"x^2+y^2-0.5*exp(-1e6*((x+0.77)^2+(y-0.3)^2))+0.5*exp(-1e6*((x-0.1)^2+(y-2)^2))", square(3), [4]int{2, 2, 1, 0}},
		{"sin(x)*sin(y)*exp(-x^2-y^2)", square(9), [4]int{0, 0, 0, 0}},
		{"(x^2+y-11)^2 + (x+y^2-7)^2", square(6), [4]int{4, 4, 1, 0}},
		{"(1-x)^2 + 100*(y-x^2)^2", square(3), [4]int{1, 0, 0, 0}},
		{"x^2 - y^2", Rect{X0: 0, X1: 1, Y0: -1, Y1: 1}, [4]int{0, 1, 0, 0}},
		{"cos(pi*x)*cos(pi*y)", square(1), [4]int{4, 4, 5, 0}},
		{"exp(x+2*y)", square(3), [4]int{}},
		{"x + 1/x + y^2", square(3), [4]int{1, 1, 0, 0}},
		{"x^4+y^4", square(2), [4]int{0, 0, 0, 1}},
		{"x^3-3*x*y^2", square(2), [4]int{0, 0, 0, 1}},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), c.view)
		if got := census(v.Points); got != c.want && c.want != [4]int{} || v.Check.Verdict != Complete {
			t.Errorf("%s in %v: %v, want %v; %+v", c.formula, c.view, got, c.want, v.Check)
		}
	}
}

// Minima where the gradient jumps, or has no limit, are found by the pieces of the formula.
func TestProofFindsKinks(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		at      Point
		value   float64
		kind    Kind
	}{
		{"(x-2)^2+(y-0.2)^2+abs(x)+abs(y)", Point{X: 1.5}, 1.79, Minimum},
		{"abs(x)+abs(y)", Point{}, 0, Minimum},
		{"max(0,1-x)+max(0,1+y)+0.1*(x^2+y^2)", Point{X: 1, Y: -1}, 0.2, Minimum},
		{"max(abs(x),abs(y))", Point{}, 0, Minimum},
		{"abs(x-0.3)+2*abs(y-x)", Point{X: 0.3, Y: 0.3}, 0, Minimum},
		{"x<0 ? -x+y^2 : 2*x+y^2", Point{}, 0, Minimum},
		{"hypot(x-1,y+0.5)+x/2", Point{X: 1, Y: -0.5}, 0.5, Minimum},
		{"sqrt((x-1)^2+(y+0.5)^2)", Point{X: 1, Y: -0.5}, 0, Minimum},
		{"sqrt(abs(x))+y^2", Point{}, 0, Minimum},
		{"relu(x)+relu(-2*x)+(y-1)^2", Point{Y: 1}, 0, Minimum},
		{"-abs(x)-abs(y)", Point{}, 0, Maximum},
		{"abs(x)-abs(y)", Point{}, 0, Saddle},
		{"abs(x-y)+0.01*(x+y)^2", Point{}, 0, Minimum},
		{"abs(x+2*y-1)+(x-y)^2", Point{X: 1.0 / 3, Y: 1.0 / 3}, 0, Minimum},
		{"-abs(x-y)-0.01*(x+y)^2", Point{}, 0, Maximum},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), square(3))
		if len(v.Points) != 1 || v.Check.Verdict != Complete {
			t.Errorf("%s: %+v, %+v; want one point, and complete", c.formula, v.Points, v.Check)
			continue
		}
		got := v.Points[0]
		if got.Kind != c.kind || !got.Kink || got.At.Distance(c.at) > 1e-9 || !within(got.Value, c.value, 1e-9) {
			t.Errorf("%s: %+v, want a %v at %v, value %v", c.formula, got, c.kind, c.at, c.value)
		}
	}
}

// What bends but is no minimum is not listed: slopes with a crease, and valleys that go on.
func TestProofPassesOverCreases(t *testing.T) {
	for _, formula := range []string{"max(x,y)", "x+abs(y)", "abs(x-y)+x+y", "relu(x)+x+y", "2*hypot(x,y)+3*x", "max(x,2*x+y)"} {
		if v := proven(t, probe(t, Surface{Formula: formula}), square(3)); len(v.Points) != 0 || v.Check.Verdict != Complete {
			t.Errorf("%s: %+v, %+v; want none, and complete", formula, v.Points, v.Check)
		}
	}
}

// A connected curve of critical points, or of kinks, is one point that says so.
func TestProofTellsLines(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		curves  int
		others  int
		kink    bool
	}{
		{"x^3*y^3", 1, 0, false}, {"x^2*y^2*(1-x^2-y^2)", 1, 4, false}, {"(1-x*y)^2", 2, 1, false}, {"sin(x)", 2, 0, false},
		{"(x^2+y^2-1)^2", 1, 1, false}, {"(x-y)^2*(x+y-1)^4", 1, 0, false},
		{"abs(x)", 1, 0, true}, {"abs(x+y)", 1, 0, true}, {"max(0,x-y)+max(0,2*y-2*x)", 1, 0, true},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), square(2))
		curves := 0
		for _, p := range v.Points {
			if p.Curve {
				curves++
				if p.Kind != Degenerate || p.Kink != c.kink {
					t.Errorf("%s: %+v", c.formula, p)
				}
			}
		}
		if curves != c.curves || len(v.Points) != c.curves+c.others || v.Check.Verdict != Untold {
			t.Errorf("%s: %d curves of %d points, want %d and %d others; %+v",
				c.formula, curves, len(v.Points), c.curves, c.others, v.Check)
		}
	}
}

// Where it cannot be proven that the points are all, that is said, with the reason.
func TestProofSaysWhatItLacks(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		view    Rect
		verdict Verdict
		why     string
	}{
		{rippled, square(1), Untold, "there are too many points"},
		{schaffer, square(100), Untold, "the proof needs more work than it may take"},
		{"7", square(1), Untold, ""},
		{"max(x^2+y^2,1)", square(2), Untold, "a part of the window is level"},
		{"relu(x)*relu(y)", square(2), Untold, "a part of the window is level"},
		{"sin(40*x*y)*cos(70*x)+x*y", square(9), Untold, "there are too many points"},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), c.view)
		if v.Check.Verdict != c.verdict || v.Check.Proof.Why != c.why || v.Check.Proof.Done {
			t.Errorf("%s: %+v, want %q", c.formula, v.Check, c.why)
		}
	}
}

// The regular minimum between thousands of rings of others is found: the surface is lowest there.
func TestProofLooksWhereItIsLowest(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		at      Point
	}{
		{schaffer, Point{}},
		{"0.5+(sin((x-31)^2+(y+17)^2)^2-0.5)/(1+0.001*((x-31)^2+(y+17)^2))^2", Point{X: 31, Y: -17}},
		{"x^2+y^2-0.5*exp(-1e8*((x+1.7)^2+(y-0.9)^2))-20*exp(-1e8*((x-2.3)^2+(y-0.9)^2))", Point{X: 2.3, Y: 0.9}},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), square(100))
		if i := nearest(v.Points, c.at); i < 0 || v.Points[i].Kind != Minimum || v.Points[i].At.Distance(c.at) > 1e-5 {
			t.Errorf("%s: no minimum at %v", c.formula, c.at)
		}
	}
}

// Where the Hessian does not exist at the point itself it is that of as near as it does: never NaN.
func TestEigenvaluesAreNumbers(t *testing.T) {
	for _, c := range []struct {
		formula string
		view    Rect
	}{
		{"(x-1)^2+2*(1*y^x)^2", Rect{X0: -10, X1: 2, Y0: -10, Y1: 10}},
		{"cos(sqrt(x^2+y^2))", square(2)},
		{"(x-2)^2+(y^x)^2", Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}},
		{"x*log(x)+y^2", square(1)},
		{"x^1.5+y^2", square(1)},
	} {
		for _, p := range proven(t, probe(t, Surface{Formula: c.formula}), c.view).Points {
			if !p.Kink && (math.IsNaN(p.L1) || math.IsNaN(p.L2)) {
				t.Errorf("%s: %+v", c.formula, p)
			}
		}
	}
}

func TestProofIsDeterministic(t *testing.T) {
	for _, formula := range []string{easom, "abs(x)+abs(y-x)+sin(3*x)", "x^4+y^4"} {
		p := probe(t, Surface{Formula: formula})
		if a, b := proven(t, p, square(4)), proven(t, p.Fork(), square(4)); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%s: %+v, then %+v", formula, a, b)
		}
	}
}

// A deadline makes it stop and say so; a cancelled proof is an error.
func TestProofStops(t *testing.T) {
	p := probe(t, Surface{Formula: schaffer})
	v := survey(t, p, square(5))
	late, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if w, err := p.Prove(late, v); err != nil || w.Check.Proof.Done || w.Check.Proof.Why != "the time for the proof ran out" {
		t.Errorf("after a deadline: %+v, error %v", w.Check, err)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Prove(gone, v); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: error %v", err)
	}
}

// The search alone ends as well where points crowd without end, and says so.
func TestSearchOfARippleEnds(t *testing.T) {
	lengthy.Test(t)
	v := survey(t, probe(t, Surface{Formula: rippled}), square(1))
	if !v.Stopped || v.Check.Verdict != Untold || len(v.Points) != maxCritical || v.Found <= maxCritical {
		t.Errorf("%d points of %d, stopped %v, %+v", len(v.Points), v.Found, v.Stopped, v.Check)
	}
}

// What the proof shows not to be a critical point is not listed, however flat it is there.
func TestProofRefutesPoints(t *testing.T) {
	for _, c := range []struct {
		formula string
		view    Rect
	}{
		{"1e8*x^2+1e-8*y^2", square(3)}, {"tanh(x)^2+tanh(y)^2", square(30)}, {"1e7*(x-y)^2+1e-5*(x+y-1)^2", square(3)},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), c.view)
		if got := census(v.Points); got != [4]int{1, 0, 0, 0} || v.Check.Verdict != Complete {
			t.Errorf("%s: %v, %+v", c.formula, got, v.Check)
		}
	}
}

// A gradient that vanishes makes a critical point, even where there is no Hessian; it is no kink.
func TestProofFindsPointsWithoutHessian(t *testing.T) {
	for _, c := range []struct {
		formula string
		want    [4]int
	}{
		{"x*sqrt(abs(x))+y^2", [4]int{0, 0, 0, 1}}, {"abs(x)^1.5+y^2", [4]int{1, 0, 0, 0}}, {"y^2-abs(x)^1.5", [4]int{0, 1, 0, 0}},
		{"(x-1)*sqrt(abs(x-1))+y^2", [4]int{0, 0, 0, 1}},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), square(3))
		if got := census(v.Points); got != c.want || v.Check.Verdict != Complete || v.Points[0].Kink {
			t.Errorf("%s: %v, want %v; %+v", c.formula, got, c.want, v.Points)
		}
	}
}

// Where two slopes meet in a crease its highest point, between lower ones, is a saddle.
func TestProofFindsSaddlesOnCreases(t *testing.T) {
	v := proven(t, probe(t, Surface{Formula: "abs(x^2+y^2-1)+0.1*x"}), square(3))
	if got := census(v.Points); got != [4]int{1, 1, 1, 0} || v.Check.Verdict != Complete {
		t.Errorf("%v, %+v", got, v.Points)
	}
	if i := nearest(v.Points, Point{X: 1}); v.Points[i].Kind != Saddle || !v.Points[i].Kink {
		t.Errorf("%+v", v.Points[i])
	}
}

// Minima tie if they differ by rounding, as it is in the window: not by what is much there.
func TestLowestTies(t *testing.T) {
	for _, c := range []struct {
		formula string
		want    int
	}{
		{"(x^2+y-11)^2+(x+y^2-7)^2", 4}, {"1e-12*((x^2-1)^2+0.1*x)+1e-12*y^2", 1}, {"abs(sin(x))+abs(sin(y))", 9},
		{"1e12*((x^2-1)^2+y^2)", 2}, {"(x^2-1)^2+1e-7*x+y^2", 1},
	} {
		n := 0
		for _, lowest := range proven(t, probe(t, Surface{Formula: c.formula}), square(5)).Lowest() {
			if lowest {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: %d are the lowest, want %d", c.formula, n, c.want)
		}
	}
}

// Of too many points those that are listed include the one where the surface is lowest.
func TestLowestOfACrowd(t *testing.T) {
	lengthy.Test(t)
	v := proven(t, probe(t, Surface{Formula: "1+(x^2+y^2)/4000-cos(x)*cos(y/sqrt(2))"}), square(600))
	if i := nearest(v.Points, Point{}); v.Points[i].At != (Point{}) || !v.Lowest()[i] || v.Found <= len(v.Points) {
		t.Errorf("%+v of %d, %d listed", v.Points[i], v.Found, len(v.Points))
	}
}
