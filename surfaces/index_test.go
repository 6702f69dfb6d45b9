package surfaces

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// By the Poincaré-Hopf theorem the number of turns that the gradient makes along
// the border of a window is that of minima and maxima less that of saddles.
// Random sums of waves know no symmetry that would help the search.
func TestCriticalMeetsPoincareHopf(t *testing.T) {
	skipIfShort(t)
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
		view := Rect{-1.93, 2.11, -2.03, 1.87}
		points, err := p.Critical(context.Background(), view)
		if err != nil {
			t.Fatal(err)
		}
		n := census(points)
		if got, want := n[Minimum]+n[Maximum]-n[Saddle], turns(p, view); got != want || n[Degenerate] != 0 {
			t.Errorf("%s: %v, but the gradient turns %d times along the border", formula, n, want)
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
	corners := []Point{{r.X0, r.Y0}, {r.X1, r.Y0}, {r.X1, r.Y1}, {r.X0, r.Y1}, {r.X0, r.Y0}}
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
