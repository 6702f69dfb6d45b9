package optim_test

import (
	"math"
	"testing"

	"descentlab/internal/geom"
	"descentlab/optim"
)

// TestTinyGradients: a gradient that is denormal, or whose square is 0, makes no method leave the finite numbers.
func TestTinyGradients(t *testing.T) {
	for _, scale := range []float64{1e-323, 1e-315, 1e-300, 1e-200, 1e-155} {
		obj := floored{plane(func(x, y float64) (f, fx, fy float64) {
			return scale * (x*x + 3*y*y), scale * 2 * x, scale * 6 * y
		}), 0}
		for _, m := range optim.Methods() {
			rows, plan := walkFrom(t, m.Key, obj, []float64{-1.2, 1}, 12)
			for i, row := range rows {
				if plan.Failure(row) != optim.Sound {
					break
				}
				x := plan.X(row)
				if taken := plan.Taken(row, i); !geom.Finite(x[0]) || !geom.Finite(x[1]) || math.IsInf(taken, 0) {
					t.Errorf("%s: after %d updates with gradients of %v it is at %v, with a step of %v", m.Key, i, scale, x, taken)
					break
				}
			}
		}
	}
}
