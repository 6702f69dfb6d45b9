package expr

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestGradCode: the code for many points does little more than is written in the formula and its gradient, and needs few
// blocks for what it computes on the way.
func TestGradCode(t *testing.T) {
	for formula, want := range map[string][2]int{
		"x + y": {1, 0}, "x*y + 2": {1, 0}, "x^2": {3, 0}, himmelblau: {10, 3}, rosenbrock: {11, 3}, "x*y*(x - 1)": {5, 2},
	} {
		c := bind(t, formula).p.grad
		if got := [2]int{len(c.code), c.places - placeStill - len(c.still)}; got != want {
			t.Errorf("%s: %d instructions with %d blocks, want %d with %d", formula, got[0], got[1], want[0], want[1])
		}
	}
}

// TestGrads: many points at a time give what each gives alone, to the last bit, after Set too.
func TestGrads(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	wild := []float64{0, math.Copysign(0, -1), 1, -1, 1e200, -1e200, math.Inf(1), math.Inf(-1), math.NaN(), 1e-300}
	for _, formula := range append(polynomials, others...) {
		e := bind(t, formula, 2, 3, 0.5)
		for _, n := range []int{0, 1, 5, blockLength, 2*blockLength + 3} {
			if len(e.p.params) > 0 {
				e.Set(rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64())
			}
			xs, ys, f, fx, fy := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
			for i := range xs {
				xs[i], ys[i] = rng.NormFloat64(), rng.NormFloat64()
				for _, v := range []*float64{&xs[i], &ys[i]} {
					if rng.IntN(10) == 0 {
						*v = wild[rng.IntN(len(wild))]
					}
				}
			}
			e.Grads(f, fx, fy, xs, ys)
			for i := range xs {
				g, gx, gy := e.Grad(xs[i], ys[i])
				if !sameBits([]float64{f[i], fx[i], fy[i]}, []float64{g, gx, gy}) {
					t.Fatalf("%s at (%v, %v): %v, %v, %v; alone %v, %v, %v", formula, xs[i], ys[i], f[i], fx[i], fy[i], g, gx, gy)
				}
			}
		}
		var of [5][300]float64
		if allocs := testing.AllocsPerRun(10, func() { e.Grads(of[0][:], of[1][:], of[2][:], of[3][:], of[4][:]) }); allocs != 0 {
			t.Errorf("%s: %v allocations", formula, allocs)
		}
	}
}
