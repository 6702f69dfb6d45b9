package surfaces

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
)

// traced returns the critical points of a surface in a window and the separatrices of its saddles.
func traced(t testing.TB, p *Probe, view Rect) ([]Critical, []Separatrix) {
	t.Helper()
	points := survey(t, p, view).Points
	all, err := p.Separatrices(context.Background(), view, points)
	if err != nil {
		t.Fatal(err)
	}
	return points, all
}

// The method has order 3: with half the step the error is an eighth, or less where its leading term happens to be small.
func TestRodasOrder(t *testing.T) {
	p := probe(t, Surface{Formula: "cos(x) + 2*sin(y) + x*y*y/3"})
	for _, sign := range []float64{-1, 1} {
		f := flow{search: newSearch(p.eval, square(1)), probe: p, sign: sign}
		walk := func(h float64, n int) Point {
			at := Point{X: 0.4, Y: -0.3}
			for range n {
				at, _ = f.rodas(at, p.Jet(at.X, at.Y), h/float64(n))
			}
			return at
		}
		exact := walk(0.4, 4096)
		var errs []float64
		for _, n := range []int{8, 16, 32} {
			q := walk(0.4, n)
			errs = append(errs, math.Hypot(q.X-exact.X, q.Y-exact.Y))
		}
		for i := 1; i < len(errs); i++ {
			if ratio := errs[i-1] / errs[i]; ratio < 6.5 || ratio > 17 {
				t.Errorf("sign %g: errors %v, want each about an eighth of the one before", sign, errs)
			}
		}
	}
}

func TestSeparatrixOfDoubleWell(t *testing.T) {
	p, view := lookup(t, "double_well")
	points, all := traced(t, p, view)
	if len(all) != 1 {
		t.Fatalf("%d saddles", len(all))
	}
	s := all[0]
	for i, y := range []float64{-math.Sqrt2, math.Sqrt2} {
		b := s.Ways[i]
		if b.End != Arrived || b.To < 0 || points[b.To].Kind != Minimum || !within(b.At.At.Y, y, 1e-9) {
			t.Errorf("way %d: %v at %+v", i, b.End, b.At)
		}
		if height, ok := s.Barrier(i); !ok || !within(height, 1, 1e-12) {
			t.Errorf("barrier %d: %g, %v, want 1", i, height, ok)
		}
		for _, at := range b.Path {
			if at.X != 0 {
				t.Fatalf("way %d leaves the axis at %v", i, at)
			}
		}
		r := s.Ridge[i]
		last := r.Path[len(r.Path)-1]
		if want := (Point{X: []float64{-2.5, 2.5}[i], Y: 0}); r.End != Left || math.Hypot(last.X-want.X, last.Y-want.Y) > 1e-9 {
			t.Errorf("ridge %d: %v at %v, want it to leave at %v", i, r.End, last, want)
		}
	}
	if rate := s.Saddle.StableRate(); rate != 1 {
		t.Errorf("stable rate %g, want 1", rate)
	}
	if rate := (Critical{Kink: true, L1: math.NaN(), L2: math.NaN()}).StableRate(); !math.IsNaN(rate) {
		t.Errorf("at a kink the stable rate is %g", rate)
	}
	if rate := (Critical{L1: -2, L2: -1}).StableRate(); !math.IsInf(rate, 1) {
		t.Errorf("stable rate at a maximum %g, want +Inf", rate)
	}
}

// The numbers of Müller and Brown's paper, as they are quoted since.
func TestSeparatricesOfMullerBrown(t *testing.T) {
	p, view := lookup(t, "muller_brown")
	points, all := traced(t, p, view)
	want := map[string][2]float64{ // barriers from the deeper side and from the shallower one
		"-72.249": {35.918, 8.519}, // from (0.623, 0.028) and from (-0.050, 0.467)
		"-40.665": {106.035, 40.103},
	}
	for _, s := range all {
		heights, ok := want[fmt.Sprintf("%.3f", s.Saddle.Value)]
		if !ok {
			t.Fatalf("saddle %+v", s.Saddle)
		}
		var got [2]float64
		for i := range s.Ways {
			h, ok := s.Barrier(i)
			if !ok || points[s.Ways[i].To].Kind != Minimum {
				t.Errorf("way %d of %v: %v", i, s.Saddle.At, s.Ways[i].End)
			}
			got[i] = h
		}
		if got[0] < got[1] {
			got[0], got[1] = got[1], got[0]
		}
		if math.Abs(got[0]-heights[0]) > 2e-3 || math.Abs(got[1]-heights[1]) > 2e-3 {
			t.Errorf("saddle at %v: barriers %v, want %v", s.Saddle.At, got, heights)
		}
		for _, r := range s.Ridge {
			if r.End != Left {
				t.Errorf("ridge of %v: %v", s.Saddle.At, r.End)
			}
		}
	}
}

// downhill follows the gradient by short steps, independently of the flow, to the nearest minimum.
func downhill(p *Probe, at Point, points []Critical, view Rect) int {
	for range 40000 {
		j := p.Jet(at.X, at.Y)
		g := math.Hypot(j.X, j.Y)
		l1, l2, _, _ := Eigen(j)
		h := math.Min(0.2/math.Max(math.Abs(l1), math.Abs(l2)), 1e-3*(view.X1-view.X0)/g)
		at = Point{X: at.X - h*j.X, Y: at.Y - h*j.Y}
		if i := nearest(points, at); points[i].Kind == Minimum &&
			math.Hypot(points[i].At.X-at.X, points[i].At.Y-at.Y) < 1e-3*(view.X1-view.X0) {
			return i
		}
		if !view.Contains(at) {
			return -1
		}
	}
	return -2
}

// On the two sides of a ridge descent leads to the two minima that the saddle joins.
func TestRidgesPartBasins(t *testing.T) {
	lengthy.Test(t)
	for _, name := range []string{"himmelblau", "muller_brown", "peaks", "six_hump_camel", "two_wells"} {
		p, view := lookup(t, name)
		points, all := traced(t, p, view)
		for _, s := range all {
			if s.Ways[0].End != Arrived || s.Ways[1].End != Arrived {
				continue
			}
			for _, r := range s.Ridge {
				k := len(r.Path) / 2
				a, b := r.Path[k-1], r.Path[k+1]
				n := unit(-(b.Y - a.Y), b.X-a.X)
				d := 2e-3 * (view.X1 - view.X0)
				left := downhill(p, Point{X: r.Path[k].X + d*n.X, Y: r.Path[k].Y + d*n.Y}, points, view)
				right := downhill(p, Point{X: r.Path[k].X - d*n.X, Y: r.Path[k].Y - d*n.Y}, points, view)
				x, y := s.Ways[0].To, s.Ways[1].To
				if !(left == x && right == y || left == y && right == x) {
					t.Errorf("%s, saddle %v: beside the ridge at %v descent leads to %d and %d, the ways to %d and %d",
						name, s.Saddle.At, r.Path[k], left, right, x, y)
				}
			}
		}
	}
}

// A path is dense and runs along the gradient, downhill all the way or uphill all the way.
func TestBranchesFollowTheGradient(t *testing.T) {
	lengthy.Test(t)
	for _, s := range searched() {
		if s.Name == "levy_13" || s.Name == "shubert" || s.Name == "ackley" || s.Name == "eggholder" {
			continue // long, or with kinks
		}
		p := probe(t, s)
		f := newFrame(s.View)
		points, all := traced(t, p, s.View)
		for _, x := range all {
			for i, b := range []Branch{x.Ridge[0], x.Ridge[1], x.Ways[0], x.Ways[1]} {
				if b.End != Arrived && b.End != Left {
					t.Errorf("%s, saddle %v, branch %d: %v after %d points", s.Name, x.Saddle.At, i, b.End, len(b.Path))
				}
				if b.End == Arrived && (b.Path[len(b.Path)-1] != b.At.At || b.To >= 0 && points[b.To] != b.At) {
					t.Errorf("%s: the path ends beside %v", s.Name, b.At.At)
				}
				sign := []float64{1, 1, -1, -1}[i]
				for k := 1; k < len(b.Path); k++ {
					p0, p1 := b.Path[k-1], b.Path[k]
					if d := f.distance(p0, p1); d > 1.1 {
						t.Errorf("%s, branch %d: a gap of %g cells", s.Name, i, d)
					}
					rise := sign * (p.Value(p1.X, p1.Y) - p.Value(p0.X, p0.Y))
					if rise < -1e-9*(1+math.Abs(x.Saddle.Value)) {
						t.Fatalf("%s, saddle %v, branch %d: goes %g the wrong way at %v", s.Name, x.Saddle.At, i, -rise, p1)
					}
					j := p.Jet(p0.X+(p1.X-p0.X)/2, p0.Y+(p1.Y-p0.Y)/2)
					dx, dy := p1.X-p0.X, p1.Y-p0.Y
					along := sign * (dx*j.X + dy*j.Y) / math.Hypot(dx, dy) / math.Hypot(j.X, j.Y)
					if k > 2 && k < len(b.Path)-3 && along < 0.9 {
						t.Errorf("%s, saddle %v, branch %d: at %v the path and the gradient differ: cosine %.3f", s.Name, x.Saddle.At, i, p1, along)
						break
					}
				}
			}
		}
	}
}

// The height of the pass between the two wells is what its slider says, and ravines of any steepness are traced.
func TestSeparatrixOfTwoWells(t *testing.T) {
	s, err := Lookup("two_wells")
	if err != nil {
		t.Fatal(err)
	}
	for _, ridge := range []float64{1e-5, 0.05, 1, 5, 1e4} {
		p, err := s.Probe(map[string]float64{"ridge": ridge})
		if err != nil {
			t.Fatal(err)
		}
		_, all := traced(t, p, s.View)
		if len(all) == 0 {
			t.Fatalf("ridge %g: no saddle", ridge)
		}
		for i := range 2 {
			if h, ok := all[0].Barrier(i); !ok || !within(h/ridge, 1, 1e-9) || len(all[0].Ways[i].Path) > 2000 {
				t.Errorf("ridge %g: barrier %g, %v with %d points", ridge, h, all[0].Ways[i].End, len(all[0].Ways[i].Path))
			}
		}
	}
}

// The chain of saddles is one: the way out of the first leads into the second, and so on.
func TestSaddleChain(t *testing.T) {
	p, view := lookup(t, "saddle_chain")
	points, all := traced(t, p, view)
	at := nearest(points, Point{X: 0, Y: 0})
	for step, want := range []Point{{X: 1, Y: 0}, {X: 1, Y: 1}, {X: 2, Y: 1}, {X: 2, Y: 2}} {
		for _, s := range all {
			if s.Saddle != points[at] {
				continue
			}
			b := s.Ways[1] // upward or to the right
			if b.End != Arrived || b.At.Kind != Saddle || math.Hypot(b.At.At.X-want.X, b.At.At.Y-want.Y) > 1e-9 {
				t.Fatalf("step %d: %v at %+v, want the saddle %v", step, b.End, b.At, want)
			}
			at = b.To
			break
		}
	}
}

// Curves that end on a curve of minima, at a kink, on a plain.
func TestOddEndings(t *testing.T) {
	for _, c := range []struct {
		formula string
		view    Rect
		want    Ending
		kind    Kind
	}{
		{"(1-x*y)^2/2", square(3), Arrived, Degenerate},
		{"x^2-y^2+y^4*x^2+y^6", square(2), Arrived, Minimum},
		{"x^2 + max(-y^2, 2*abs(y)-3)", square(2), Broken, 0},
		{"x^2 - y^2/(1+y^2)", square(3), Left, 0},
		{"x^2 + max(-y^2, -1)", square(3), Arrived, Degenerate},
		{"(1+x^2)*exp(-y^2)", square(60), Faded, 0},
		{"x^2 + log(1-y^2)", square(3), Broken, 0},
	} {
		_, all := traced(t, probe(t, Surface{Formula: c.formula}), c.view)
		for _, s := range all {
			if s.Saddle.At != (Point{}) {
				continue
			}
			for _, b := range s.Ways {
				if b.End != c.want || b.End == Arrived && b.At.Kind != c.kind {
					t.Errorf("%s: %v after %d points, at %v, want %v", c.formula, b.End, len(b.Path), b.Path[len(b.Path)-1], c.want)
				}
			}
		}
		if len(all) == 0 {
			t.Errorf("%s: no saddle", c.formula)
		}
	}
}

func TestSeparatrixErrors(t *testing.T) {
	p, view := lookup(t, "himmelblau")
	points, _ := traced(t, p, view)
	if _, err := p.Separatrix(context.Background(), points[0], view, points); err == nil ||
		!strings.Contains(err.Error(), "minimum at (") {
		t.Errorf("of a minimum: error %v", err)
	}
	saddle := points[4]
	if _, err := p.Separatrix(context.Background(), saddle, Rect{X0: 10, X1: 11, Y0: 10, Y1: 11}, points); err == nil {
		t.Error("of a saddle outside of the window: no error")
	}
	if _, err := p.Separatrix(context.Background(), saddle, Rect{X0: 1, X1: 0, Y0: 0, Y1: 1}, points); err == nil {
		t.Error("in a window out of order: no error")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Separatrices(ctx, view, points); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestWaysFromAKink: from a saddle between two pieces the ways lead down to the minima on either side.
func TestWaysFromAKink(t *testing.T) {
	for formula, want := range map[string][2]Point{
		"min(x^2+y^2,(x-1)^2+y^2)":     {{}, {X: 1}},
		"min((x-2)^2,(x+2)^2)+y^2":     {{X: -2}, {X: 2}},
		"(abs(x)-1)^2+(y-0.5)^2+x*y/8": {{X: -1.0353, Y: 0.5647}, {X: 0.9725, Y: 0.4392}},
	} {
		p := probe(t, Surface{Formula: formula})
		all, err := p.Separatrices(t.Context(), square(3), proven(t, p, square(3)).Points)
		if err != nil || len(all) != 1 || !all[0].Saddle.Kink {
			t.Fatalf("%s: %+v, %v", formula, all, err)
		}
		for i, way := range all[0].Ways {
			if way.End != Arrived || way.At.At.Distance(want[i]) > 0.01 {
				t.Errorf("%s: way %d is %v at %v, want %v", formula, i, way.End, way.At.At, want[i])
			}
		}
	}
}
