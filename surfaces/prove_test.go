package surfaces

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
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
		{"x^4+y^4", square(2), [4]int{1, 0, 0, 0}},
		{"x^3-3*x*y^2", square(2), [4]int{0, 1, 0, 0}},
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
		{"x^2+y^2+abs(x-y)", Point{}, 0, Minimum},
		{"abs(x)+y^4", Point{}, 0, Minimum},
		{"-y^6-abs(x-1)", Point{X: 1}, 0, Maximum},
		{"abs(x)-y^4", Point{}, 0, Saddle},
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

// A connected curve of critical points, or of kinks, is one point that says so; that there is nothing else can be proven.
func TestProofTellsLines(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		curves  int
		others  int
		kink    bool
	}{
		{"x^3*y^3", 1, 0, false}, {"x^2*y^2*(1-x^2-y^2)", 1, 4, false}, {"(1-x*y)^2", 2, 1, false}, {"sin(x)", 2, 0, false},
		{"(x^2+y^2-1)^2", 1, 1, false}, {"(x-y)^2*(x+y-1)^4", 1, 0, false}, {"(y^2-x^3+x)^2", 2, 2, false},
		{"abs(x)", 1, 0, true}, {"abs(x+y)", 1, 0, true}, {"max(0,x-y)+max(0,2*y-2*x)", 1, 0, true},
		{"abs(x*y)", 1, 0, true}, {"abs(x^2+y^2-1)", 1, 1, true},
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
		if curves != c.curves || len(v.Points) != c.curves+c.others || v.Check.Verdict != Complete ||
			v.Check.Proof.Curves != c.curves || !(v.Check.Proof.Off > 0 && v.Check.Proof.Off < 0.1) {
			t.Errorf("%s: %d curves of %d points, want %d and %d others; %+v",
				c.formula, curves, len(v.Points), c.curves, c.others, v.Check)
		}
	}
}

// What is level is told with the window around it; no point in it is listed.
func TestProofTellsLevelParts(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		level   Rect
		points  int
	}{
		{"max(0,x^2+y^2-1)", square(1), 0}, {"max(0,abs(x)-1)^2+max(0,abs(y)-1)^2", square(1), 0},
		{"floor(x^2+y^2)", square(2), 0},
		{"max(x^2+y^2,1)+0*x", square(1), 0}, {"max(0,x-1)*(x-1)+max(0,y-1)^2", Rect{X0: -2, X1: 1, Y0: -2, Y1: 1}, 0},
		{"min(1,x^2+y^2)", square(2), 1},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), square(2))
		if len(v.Points) != c.points || v.Check.Verdict != Complete || len(v.Check.Proof.Levels) != 1 {
			t.Errorf("%s: %+v, %+v", c.formula, v.Points, v.Check)
			continue
		}
		got := v.Check.Proof.Levels[0]
		for _, d := range []float64{got.X0 - c.level.X0, got.X1 - c.level.X1, got.Y0 - c.level.Y0, got.Y1 - c.level.Y1} {
			if math.Abs(d) > 1e-2 {
				t.Errorf("%s: level in %v, want %v", c.formula, got, c.level)
				break
			}
		}
	}
}

// Minima on creases of infinite slope are found, though nothing is proven along these.
func TestProofFindsMinimaOnCreases(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		view    Rect
		at      []Point
	}{
		{"100*sqrt(abs(y-0.01*x^2))+0.01*abs(x+10)", Rect{X0: -15, X1: -5, Y0: -3, Y1: 3}, []Point{{X: -10, Y: 1}}},
		{"sqrt(abs(y-x^2))+(x-1)^2", square(3), []Point{{X: 1, Y: 1}}},
		{"abs(y-x)^0.3+x^2", square(3), []Point{{}}},
		{"sqrt(abs(x*y-1))+0.1*(x-y)^2", square(3), []Point{{X: 1, Y: 1}, {X: -1, Y: -1}}},
		{"abs(x^2+y^2-1)^0.5+0.3*(x-0.6)^2", square(2), []Point{{X: 0.6, Y: 0.8}, {X: 0.6, Y: -0.8}}},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), c.view)
		minima := 0
		for _, p := range v.Points {
			if p.Kind == Minimum {
				minima++
			}
		}
		for _, at := range c.at {
			i := nearest(v.Points, at)
			if i < 0 || v.Points[i].Kind != Minimum || !v.Points[i].Kink || v.Points[i].At.Distance(at) > 1e-6 {
				t.Errorf("%s: no minimum at %v, %+v", c.formula, at, v.Points)
			}
		}
		if minima != len(c.at) || v.Check.Verdict == Complete || !strings.Contains(v.Check.Proof.Why.English(), "crease") {
			t.Errorf("%s: %+v, %+v", c.formula, v.Points, v.Check)
		}
	}
}

// A minimum where a crease bends is proven, however many boxes are left around it.
func TestProofFindsMinimaOnBentCreases(t *testing.T) {
	for formula, at := range map[string]Point{
		"(1-x)^2/4+abs(y-2*x^2+1)": {X: 1, Y: 1}, "abs(1-x)/4+abs(y-2*x^2+1)": {X: 1, Y: 1},
		"(x-0.5)^2/8+abs(y-x^3)": {X: 0.5, Y: 0.125},
	} {
		v := proven(t, probe(t, Surface{Formula: formula}), square(3))
		if got := census(v.Points); got != [4]int{1, 0, 0, 0} || v.Check.Verdict != Complete || v.Points[0].At.Distance(at) > 1e-7 {
			t.Errorf("%s: %+v, %+v", formula, v.Points, v.Check)
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
		{schaffer, square(100), Untold, "there are too many points"},
		{"0.5+(sin(hypot(x,y))^2-0.5)/(1+0.001*(x^2+y^2))^2", square(100), Untold, "the proof needs more work than it may take"},
		{"7", square(1), Untold, ""},
		{"sin(40*x*y)*cos(70*x)+x*y", square(9), Untold, "there are too many points"},
	} {
		v := proven(t, probe(t, Surface{Formula: c.formula}), c.view)
		if v.Check.Verdict != c.verdict || v.Check.Proof.Why.English() != c.why || v.Check.Proof.Done {
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
	lengthy.Test(t)
	p := probe(t, Surface{Formula: schaffer})
	v := survey(t, p, square(5))
	late, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	w, err := p.Prove(late, v)
	if err != nil || w.Check.Proof.Done ||
		w.Check.Proof.Why.English() != "the time for the proof ran out" {
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
		{"max(x^2,y^2)", [4]int{1, 0, 0, 0}}, {"x<0 ? x^2+y^2 : 2*x^2+y^2", [4]int{1, 0, 0, 0}}, {"abs(x)^3+y^4", [4]int{1, 0, 0, 0}},
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
