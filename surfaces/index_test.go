package surfaces

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
)

// By the Poincaré-Hopf theorem the number of turns that the gradient makes along
// the border of a window is that of minima and maxima less that of saddles.
// Random sums of waves know no symmetry that would help the search.
func TestCriticalMeetsPoincareHopf(t *testing.T) {
	lengthy.Test(t)
	rng := rand.New(rand.NewPCG(3, 5))
	total := 0
	for range 25 {
		var terms []string
		for range 4 {
			terms = append(terms, fmt.Sprintf("(%.3f)*sin((%.3f)*x + (%.3f)*y + (%.3f))",
				rng.NormFloat64(), 3*rng.NormFloat64(), 3*rng.NormFloat64(), 6*rng.Float64()))
		}
		formula := strings.Join(terms, " + ")
		p := probe(t, Surface{Formula: formula})
		view := Rect{X0: -1.93, X1: 2.11, Y0: -2.03, Y1: 1.87}
		points, err := p.Critical(context.Background(), view)
		if err != nil {
			t.Fatal(err)
		}
		n := census(points)
		if got, want := n[Minimum]+n[Maximum]-n[Saddle], turns(p, view); got != want || n[Degenerate] != 0 {
			t.Errorf("%s: %v, but the gradient turns %d times along the border", formula, n, want)
		}
		if got, err := p.Index(view); err != nil || got != turns(p, view) {
			t.Errorf("%s: Index is %d, %v, want %d", formula, got, err, turns(p, view))
		}
		total += len(points)
	}
	if total < 200 {
		t.Errorf("only %d critical points in all: the test proves little", total)
	}
}

// turns counts the turns of the gradient along the border of r, counterclockwise.
func turns(p *Probe, r Rect) int {
	const n = 20000
	corners := []Point{{X: r.X0, Y: r.Y0}, {X: r.X1, Y: r.Y0}, {X: r.X1, Y: r.Y1}, {X: r.X0, Y: r.Y1}, {X: r.X0, Y: r.Y0}}
	_, fx, fy := p.Grad(r.X0, r.Y0)
	last, sum := math.Atan2(fy, fx), 0.0
	for k := range 4 {
		a, b := corners[k], corners[k+1]
		for i := 1; i <= n; i++ {
			t := float64(i) / n
			_, fx, fy := p.Grad(a.X+t*(b.X-a.X), a.Y+t*(b.Y-a.Y))
			angle := math.Atan2(fy, fx)
			sum += math.Remainder(angle-last, 2*math.Pi)
			last = angle
		}
	}
	return int(math.Round(sum / (2 * math.Pi)))
}

func TestIndex(t *testing.T) {
	for _, c := range []struct {
		formula string
		view    Rect
		want    int
		why     string // of the error
	}{
		{"x^2+y^2", square(1), 1, ""},
		{"-x^2-y^2", square(1), 1, ""},
		{"x^2-y^2", square(1), -1, ""},
		{"x+y", square(1), 0, ""},
		{"x^3-3*x*y^2", square(1), -2, ""},
		{"x^4-6*x^2*y^2+y^4", square(1), -3, ""},
		{"x^2+y^2", Rect{X0: 1, X1: 2, Y0: -1, Y1: 1}, 0, ""},
		{"sqrt(x^2+y^2)", square(1), 1, ""},
		{"log(x^2+y^2)", square(1), 1, ""},
		{"x^2 + 1e12*y^2", Rect{X0: -1e6, X1: 2e6, Y0: -1e-3, Y1: 2e-3}, 1, ""},
		// Close to the border, but not on it.
		{"(x-1e-7)^2 + (y-0.4)^2", Rect{X0: 0, X1: 1, Y0: -1, Y1: 1}, 1, ""},
		{"(x+1e-7)^2 + (y-0.4)^2", Rect{X0: 0, X1: 1, Y0: -1, Y1: 1}, 0, ""},
		// Where it cannot be told.
		{"x^2-y^2", Rect{X0: 0, X1: 1, Y0: -1, Y1: 1}, 0, "the gradient vanishes on the border, at (0, "},
		{"(x^2-y)^2", square(1), 0, "vanishes on the border"},
		{"7", square(1), 0, "vanishes on the border"},
		{"exp(-(x*x+y*y))", square(100), 0, "vanishes on the border"},
		{"abs(x)+y^2", square(1), 0, "the gradient jumps on the border, at ("},
		{"floor(3*x)*y", square(1), 0, "on the border"},
		{"log(x)+y^2", square(1), 0, "the gradient is not finite on the border"},
		{"1/x+y", square(1), 0, "on the border"},
		{"sin(1e9*x*y)", square(1), 0, "on the border"},
	} {
		got, err := probe(t, Surface{Formula: c.formula}).Index(c.view)
		border := (*BorderError)(nil)
		switch {
		case c.why == "" && (err != nil || got != c.want):
			t.Errorf("%s in %v: index %d, error %v, want %d", c.formula, c.view, got, err, c.want)
		case c.why != "" && (!errors.As(err, &border) || !strings.Contains(err.Error(), c.why)):
			t.Errorf("%s in %v: index %d, error %v, want %q", c.formula, c.view, got, err, c.why)
		}
	}
	if _, err := probe(t, Surface{Formula: "x"}).Index(Rect{X0: 1, X1: 0, Y0: 0, Y1: 1}); err == nil {
		t.Error("a window out of order has an index")
	}
}
