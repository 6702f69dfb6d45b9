package expr

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestGrads: many points at a time give what each gives alone, to the last bit, after Set too, and in place.
func TestGrads(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	wild := []float64{0, 1e200, -1e200, math.Inf(1), math.Inf(-1), math.NaN(), 1e-300}
	for _, formula := range append(polynomials, others...) {
		e := bind(t, formula, 2, 3, 0.5)
		for _, n := range []int{0, 1, 5, blockLength, 2*blockLength + 3} {
			if len(e.p.params) > 0 {
				e.Set(rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64())
			}
			xs, ys, f, fx, fy := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
			for i := range xs {
				xs[i], ys[i] = rng.NormFloat64(), rng.NormFloat64()
				if rng.IntN(10) == 0 {
					xs[i] = wild[rng.IntN(len(wild))]
				}
			}
			e.Grads(f, fx, fy, xs, ys)
			for i := range xs {
				g, gx, gy := e.Grad(xs[i], ys[i])
				if !sameBits([]float64{f[i], fx[i], fy[i]}, []float64{g, gx, gy}) {
					t.Fatalf("%s at (%v, %v): %v, %v, %v; alone %v, %v, %v", formula, xs[i], ys[i], f[i], fx[i], fy[i], g, gx, gy)
				}
			}
			px, py := append([]float64(nil), xs...), append([]float64(nil), ys...)
			e.Grads(f, px, py, px, py)
			if !sameBits(px, fx) || !sameBits(py, fy) {
				t.Fatalf("%s: in place the gradients differ", formula)
			}
		}
		xs := make([]float64, 300)
		if allocs := testing.AllocsPerRun(10, func() { e.Grads(xs, xs, xs, xs, xs) }); allocs != 0 {
			t.Errorf("%s: %v allocations", formula, allocs)
		}
	}
}
