package surfaces

import (
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"descentlab/internal/geom"
	"descentlab/internal/lengthy"
)

// criticalOf returns the critical points of a formula in a window.
func criticalOf(t testing.TB, formula string, view Rect) []Critical {
	t.Helper()
	points, err := probe(t, Surface{Formula: formula}).Critical(context.Background(), view)
	if err != nil {
		t.Fatalf("%s in %v: %v", formula, view, err)
	}
	return points
}

// census counts points by kind: minima, saddles, maxima, degenerate.
func census(points []Critical) (n [4]int) {
	for _, c := range points {
		n[c.Kind]++
	}
	return n
}

func square(r float64) Rect { return Rect{X0: -r, X1: r, Y0: -r, Y1: r} }

// searched returns the surfaces to search: all but the classifiers, over whose examples a search takes as long as twenty others.
func searched() []Surface {
	return slices.DeleteFunc(Catalogue(), func(s Surface) bool {
		return s.Name == "logistic" || s.Name == "logistic_separable"
	})
}

// found are the critical points of a surface in its window: searched once for all tests that ask.
func found(t *testing.T, s Surface) []Critical {
	t.Helper()
	if points, ok := foundOf[s.Name]; ok {
		return slices.Clone(points)
	}
	points, err := probe(t, s).Critical(context.Background(), s.View)
	if err != nil {
		t.Fatal(err)
	}
	foundOf[s.Name] = points
	return slices.Clone(points)
}

var foundOf = map[string][]Critical{} // by name

func TestCriticalMeetsReference(t *testing.T) {
	lengthy.Test(t)
	for _, ref := range references(t) {
		p, view := lookup(t, ref.Surface)
		points, err := p.Critical(context.Background(), view)
		if err != nil {
			t.Errorf("%s: %v", ref.Surface, err)
			continue
		}
		if len(points) != len(ref.Critical) {
			t.Errorf("%s: %d critical points %v, want %d", ref.Surface, len(points), census(points), len(ref.Critical))
		}
		taken := make([]bool, len(points))
		for _, want := range ref.Critical {
			at := Point{X: want.At[0], Y: want.At[1]}
			i := nearest(points, at)
			if i < 0 || taken[i] {
				t.Errorf("%s: no critical point for %v", ref.Surface, at)
				continue
			}
			taken[i] = true
			got := points[i]
			if got.Kind.String() != want.Kind || !within(got.At.X, at.X, 1e-8) || !within(got.At.Y, at.Y, 1e-8) ||
				!within(got.Value, want.Value, 1e-9) ||
				!within(got.L1, want.Eigenvalues[0], 1e-9) || !within(got.L2, want.Eigenvalues[1], 1e-9) {
				t.Errorf("%s: got %+v, want %+v", ref.Surface, got, want)
			}
		}
	}
}

func nearest(points []Critical, at Point) int {
	best, least := -1, math.Inf(1)
	for i, c := range points {
		if d := math.Hypot(c.At.X-at.X, c.At.Y-at.Y); d < least {
			best, least = i, d
		}
	}
	return best
}

func TestCriticalIsExact(t *testing.T) {
	lengthy.Test(t)
	for _, s := range searched() {
		p := probe(t, s)
		for _, c := range found(t, s) {
			j := p.Jet(c.At.X, c.At.Y)
			du, dv := newtonStep(j)
			if step := math.Hypot(du, dv); step > 1e-12*(1+math.Hypot(c.At.X, c.At.Y)) {
				t.Errorf("%s: Newton's step at %v is still %g", s.Name, c.At, step)
			}
			l1, l2, v1, v2 := Eigen(j)
			if c.Value != j.F || c.L1 != l1 || c.L2 != l2 || c.V1 != v1 || c.V2 != v2 {
				t.Errorf("%s: %+v does not agree with the jet there", s.Name, c)
			}
		}
	}
}

func TestCriticalIsDeterministic(t *testing.T) {
	lengthy.Test(t)
	for _, s := range searched() {
		first := found(t, s)
		again, err := probe(t, s).Fork().Critical(context.Background(), s.View)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(first, again) {
			t.Errorf("%s: two searches differ:\n%v\n%v", s.Name, first, again)
		}
	}
}

func TestCriticalOrder(t *testing.T) {
	points := criticalOf(t, "(x^2+y-11)^2 + (x+y^2-7)^2", square(6))
	var got []Point
	for _, c := range points[:4] {
		got = append(got, Point{X: math.Round(c.At.X), Y: math.Round(c.At.Y)})
	}
	// Four minima of value zero: by x.
	if want := []Point{{X: -4, Y: -3}, {X: -3, Y: 3}, {X: 3, Y: 2}, {X: 4, Y: -2}}; !reflect.DeepEqual(got, want) {
		t.Errorf("minima in the order %v, want %v", got, want)
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if a.Kind > b.Kind || a.Kind == b.Kind && a.Value > b.Value+1e-6 {
			t.Errorf("%v %g comes before %v %g", a.Kind, a.Value, b.Kind, b.Value)
		}
	}
}

// A window shows the critical points that lie in it, however it is cut.
func TestCriticalOfPartsAddUp(t *testing.T) {
	lengthy.Test(t)
	for _, s := range searched() {
		p, whole := probe(t, s), found(t, s)
		if census(whole)[Degenerate] > 0 {
			continue // a curve that is cut counts twice
		}
		// Uneven cuts, so that no point of symmetry lies on a border.
		w, h := s.View.X1-s.View.X0, s.View.Y1-s.View.Y0
		x, y := s.View.X0+0.3137*w, s.View.Y0+0.6411*h
		var parts []Critical
		for _, view := range []Rect{
			{X0: s.View.X0, X1: x, Y0: s.View.Y0, Y1: y}, {X0: x, X1: s.View.X1, Y0: s.View.Y0, Y1: y},
			{X0: s.View.X0, X1: x, Y0: y, Y1: s.View.Y1}, {X0: x, X1: s.View.X1, Y0: y, Y1: s.View.Y1},
		} {
			points, err := p.Critical(context.Background(), view)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range points {
				if !view.Contains(c.At) {
					t.Errorf("%s: %v is outside the window %v", s.Name, c.At, view)
				}
			}
			parts = append(parts, points...)
		}
		// A curve of degenerate points is cut into several.
		level := func(c Critical) bool { return c.Kind == Degenerate }
		parts, whole = slices.DeleteFunc(parts, level), slices.DeleteFunc(whole, level)
		SortCritical(parts, s.View)
		if len(parts) != len(whole) {
			t.Errorf("%s: %v in the parts, %v in the whole", s.Name, census(parts), census(whole))
			continue
		}
		for i := range parts {
			if a, b := parts[i], whole[i]; a.Kind != b.Kind || !within(a.At.X, b.At.X, 1e-9) || !within(a.At.Y, b.At.Y, 1e-9) {
				t.Errorf("%s: %v %v in a part, %v %v in the whole", s.Name, a.Kind, a.At, b.Kind, b.At)
			}
		}
	}
}

func TestCriticalCounts(t *testing.T) {
	lengthy.Test(t)
	const (
		peaks     = "3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5-x^3-y^5)*exp(-x^2-y^2) - exp(-(x+1)^2-y^2)/3"
		rastrigin = "20 + x^2 + y^2 - 10*(cos(2*pi*x) + cos(2*pi*y))"
		goldstein = "(1+(x+y+1)^2*(19-14*x+3*x^2-14*y+6*x*y+3*y^2))*(30+(2*x-3*y)^2*(18-32*x+12*x^2+48*y-36*x*y+27*y^2))"
	)
	for _, c := range []struct {
		formula string
		view    Rect
		want    [4]int // minima, saddles, maxima, degenerate
	}{
		// The whole of the usual domain.
		{rastrigin, square(5.12), [4]int{121, 220, 100, 0}},
		{rastrigin, Rect{X0: -16, X1: 14.4, Y0: -16, Y1: 14.4}, [4]int{961, 1860, 900, 0}},
		// Zoomed out: tails and plains must not fill with points.
		{peaks, square(10), [4]int{3, 3, 3, 0}},
		{peaks, Rect{X0: -20, X1: 4, Y0: -6, Y1: 22}, [4]int{3, 3, 3, 0}},
		{peaks, square(40), [4]int{3, 3, 3, 0}},
		{peaks, Rect{X0: -100, X1: 90, Y0: -100, Y1: 90}, [4]int{3, 3, 3, 0}},
		{peaks, Rect{X0: 5, X1: 40, Y0: 5, Y1: 40}, [4]int{}},
		{"(1-x)^2 + 100*(y-x^2)^2", square(1000), [4]int{1, 0, 0, 0}},
		{"(x^2+y-11)^2 + (x+y^2-7)^2", square(100), [4]int{4, 4, 1, 0}},
		{goldstein, square(8), [4]int{4, 4, 1, 0}},
		{"-exp(-x^2-y^2)", square(50), [4]int{1, 0, 0, 0}},
		{"2-exp(-((x-3)^2+(y-2)^2)/2)", square(80), [4]int{1, 0, 0, 0}},
		{"tanh(x^2+y^2)", square(30), [4]int{1, 0, 0, 0}},
		{"1/(1+exp(-x))", square(1000), [4]int{}},
		// Far zoomed in, also at a distance from the origin.
		{"(1-x)^2 + 100*(y-x^2)^2", Rect{X0: 1 - 1e-6, X1: 1 + 2e-6, Y0: 1 - 2e-6, Y1: 1 + 1e-6}, [4]int{1, 0, 0, 0}},
		{"(1-x)^2 + 100*(y-x^2)^2", Rect{X0: 1 - 2e-9, X1: 1 + 1e-9, Y0: 1 - 1e-9, Y1: 1 + 2e-9}, [4]int{1, 0, 0, 0}},
		{"(1-x)^2 + 100*(y-x^2)^2", Rect{X0: 1 + 2e-9, X1: 1 + 4e-9, Y0: 1 - 1e-9, Y1: 1 + 2e-9}, [4]int{}},
		{"(1-x)^2 + 100*(y-x^2)^2", Rect{X0: 1.1, X1: 2, Y0: 1, Y1: 2}, [4]int{}},
		{"(x-1e6)^2 + (y+1e6)^2", Rect{X0: 1e6 - 1, X1: 1e6 + 2, Y0: -1e6 - 3, Y1: -1e6 + 1}, [4]int{1, 0, 0, 0}},
		{"(1e9*x)^2 + (1e9*y-1)^2", square(3e-9), [4]int{1, 0, 0, 0}},
		// Windows of unlike sides, ill-conditioned surfaces.
		{"x^2 + 1e12*y^2", Rect{X0: -1e6, X1: 2e6, Y0: -1e-3, Y1: 2e-3}, [4]int{1, 0, 0, 0}},
		{"(1-x)^2 + 1e6*(y-x^2)^2", square(2), [4]int{1, 0, 0, 0}},
		{"sin(x)+1000*cos(1000*y)", Rect{X0: 0, X1: 10, Y0: 0, Y1: 0.01}, [4]int{2, 6, 4, 0}},
		// On the border, and in the corner.
		{"x^2 - y^2", Rect{X0: 0, X1: 1, Y0: -1, Y1: 1}, [4]int{0, 1, 0, 0}},
		{"(x-0.1)^2 + (y-0.7)^2", Rect{X0: 0.1, X1: 1, Y0: -1, Y1: 0.7}, [4]int{1, 0, 0, 0}},
		{"cos(pi*x)*cos(pi*y)", square(1), [4]int{4, 4, 5, 0}},
		// Nothing there.
		{"7", square(1), [4]int{}},
		{"3*x + 2*y", square(1), [4]int{}},
		{"exp(x+2*y)", square(30), [4]int{}},
		{"max(x^2+y^2, 1)", square(1), [4]int{}},
		// Degenerate points.
		{"x^3 - 3*x*y^2", square(2), [4]int{0, 0, 0, 1}},
		{"(x-0.3)^3 - 3*(x-0.3)*(y+0.4)^2", square(2), [4]int{0, 0, 0, 1}},
		{"x^4 + y^4", square(2), [4]int{0, 0, 0, 1}},
		{"x^4 + y^2", square(2), [4]int{0, 0, 0, 1}},
		{"x^6 - y^6", square(2), [4]int{0, 0, 0, 1}},
		{"x^4-4*x^3+6*x^2-4*x+1 + (y-1)^2", square(3), [4]int{0, 0, 0, 1}},
		{"x^3 + y^2", square(3), [4]int{0, 0, 0, 1}},
		// Curves of degenerate points, one for each connected curve.
		{"(1-x*y)^2", square(2), [4]int{0, 1, 0, 2}},
		{"(1-x*y)^2", Rect{X0: 0.2, X1: 2, Y0: 0.2, Y1: 2}, [4]int{0, 0, 0, 1}},
		{"y^2", square(2), [4]int{0, 0, 0, 1}},
		{"(x+2*y-0.3)^2", square(2), [4]int{0, 0, 0, 1}},
		{"(x^2+y^2-1)^2", square(2), [4]int{0, 0, 1, 1}},
		{"(1-x*y)^4", Rect{X0: 0.2, X1: 2, Y0: 0.2, Y1: 2}, [4]int{0, 0, 0, 1}},
		{"sin(x)", square(6), [4]int{0, 0, 0, 4}},
		{"sin(x^2+y^2)", square(1.5), [4]int{1, 0, 0, 1}},
		{"(tanh(x)-y)^2", square(3), [4]int{0, 0, 0, 1}},
		{"(x*y)^2", square(3), [4]int{0, 0, 0, 1}},
		// 19 circles in the window and 8 that the corners cut into four arcs each.
		{"-(1+cos(12*sqrt(x^2+y^2)))/(0.5*(x^2+y^2)+2)", square(5.12), [4]int{1, 0, 0, 51}},
		// A curve that few starts find: the wall is a thousand times thinner than the window.
		{"(tanh(1000*(y-x^2))+0.5)^2", square(2), [4]int{0, 0, 0, 1}},
		// Kinks are not zeros of the gradient.
		{"abs(x) + abs(y)", square(2), [4]int{}},
		{"sqrt(x^2+y^2)", square(2), [4]int{}},
		{"abs(x) + y^2", square(2), [4]int{}},
		{"sqrt(abs(x)) + y^2", square(2), [4]int{}},
		// Poles and undefined regions.
		{"1/x + y^2", square(2), [4]int{}},
		{"1/(x^2+y^2)", square(2), [4]int{}},
		{"log(x^2+y^2)", square(2), [4]int{}},
		{"log(x) + y", square(2), [4]int{}},
		{"x + 1/x + y^2", square(3), [4]int{1, 1, 0, 0}},
		{"x*log(x) + y^2", square(2), [4]int{1, 0, 0, 0}},
		{"sqrt(x)-x + y^2", square(2), [4]int{0, 1, 0, 0}},
		{"log(-1-x^2)", square(2), [4]int{}},
		{"exp(1/x)", square(2), [4]int{}},
		{"tan(x)^2 + y^2", Rect{X0: -2, X1: 5, Y0: -1, Y1: 1}, [4]int{2, 0, 0, 0}},
	} {
		points := criticalOf(t, c.formula, c.view)
		if got := census(points); got != c.want {
			t.Errorf("%s in %v: %v, want %v", c.formula, c.view, got, c.want)
			for i, p := range points {
				if i < 6 {
					t.Logf("  %v at %v, value %g, eigenvalues %g, %g", p.Kind, p.At, p.Value, p.L1, p.L2)
				}
			}
		}
	}
}

// Where rounding splits a curve of multiple zeros it may come out in pieces, but
// not as minima and saddles.
func TestCriticalOfExpandedPower(t *testing.T) {
	points := criticalOf(t, "x^4 - 4*x^3*y + 6*x^2*y^2 - 4*x*y^3 + y^4", Rect{X0: -1, X1: 2, Y0: -2, Y1: 1.5})
	if n := census(points); n[Degenerate] == 0 || n[Degenerate] != len(points) || len(points) > 5 {
		t.Errorf("expanded (x-y)^4: %v, want at most 5 degenerate points and no others", n)
	}
}

// Surfaces with kinks must not stop the search, nor be given zeros at kinks.
func TestCriticalAtKinks(t *testing.T) {
	lengthy.Test(t)
	ackley := "-20*exp(-0.2*sqrt(0.5*(x^2+y^2))) - exp(0.5*(cos(2*pi*x)+cos(2*pi*y))) + e + 20"
	points := criticalOf(t, ackley, square(2.2))
	if n := census(points); n[Minimum] != 24 || n[Degenerate] != 0 {
		t.Errorf("Ackley: %v, want the 24 smooth minima", n)
	}
	if c := points[nearest(points, Point{})]; math.Hypot(c.At.X, c.At.Y) < 0.1 {
		t.Errorf("Ackley: %v at %v, which is beside the kink", c.Kind, c.At)
	}
	for _, formula := range []string{
		"floor(3*x) + floor(y)", "max(x, y)", "min(x^2, y^2)", "relu(x-y) + relu(y-x)", "abs(x)^1.5 + abs(y)^1.5",
		"x > 0 ? x^2 : -y", "sign(x*y)", "x^y", "atan2(y, x)", "hypot(x, y)", "tan(x)*tan(y)", "log(abs(x*y))", "1/sin(5*x*y)",
	} {
		for _, c := range criticalOf(t, formula, square(2)) {
			if !geom.Finite(c.Value) || math.IsNaN(c.L1) {
				t.Errorf("%s: %+v is not finite", formula, c)
			}
		}
	}
}

func TestCriticalSnapsToZero(t *testing.T) {
	for _, c := range criticalOf(t, "x^2 - y^2 + y^4/4", square(2.5)) {
		if c.At.X != 0 || math.Signbit(c.At.X) {
			t.Errorf("%v at x = %g, want exactly 0", c.Kind, c.At.X)
		}
	}
}

func TestCriticalErrors(t *testing.T) {
	p, view := lookup(t, "rastrigin")
	if points, err := p.Critical(context.Background(), Rect{X0: 1, X1: 0, Y0: 0, Y1: 1}); err == nil || points != nil {
		t.Errorf("window out of order: %d points, error %v", len(points), err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if points, err := p.Critical(ctx, view); !errors.Is(err, context.Canceled) || points != nil {
		t.Errorf("cancelled: %d points, error %v", len(points), err)
	}
}

// Of too many points the lowest are listed, and all are counted.
func TestSurveyOfACrowd(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		surface Surface
		view    Rect
		found   int
	}{
		{Surface{Formula: "20 + x^2 + y^2 - 10*(cos(2*pi*x) + cos(2*pi*y))"}, square(24.2), 97 * 97},
		{Surface{Formula: "sin(x)*sin(y)"}, square(100), 0},
		{Surface{Formula: "cos(x)+cos(2*y)+0.001*x"}, square(120), 0},
	} {
		v := survey(t, probe(t, c.surface), c.view)
		if len(v.Points) != maxCritical || c.found > 0 && v.Found != c.found || v.Found <= len(v.Points) {
			t.Errorf("%s: %d points of %d, want %d", c.surface.Formula, len(v.Points), v.Found, c.found)
		}
	}
}
