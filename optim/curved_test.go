package optim_test

import (
	"reflect"

	"descentlab/optim"
)

var (
	_ optim.Curved       = plane(nil)
	_ optim.SumOfSquares = plane(nil)
)

// Hessian differentiates the plane's gradient by central differences of fourth order, which are right to some twelve
// digits; on polynomials up to the fifth degree nothing but rounding is wrong.
func (p plane) Hessian(h, x []float64, _ int) bool {
	const step = 0x1p-9
	slope := func(dx, dy float64) (a, b float64) {
		_, a1, b1 := p(x[0]+dx, x[1]+dy)
		_, a2, b2 := p(x[0]-dx, x[1]-dy)
		return (a1 - a2) / (2 * step), (b1 - b2) / (2 * step)
	}
	along := func(dx, dy float64) (a, b float64) {
		a1, b1 := slope(step*dx, step*dy)
		a2, b2 := slope(2*step*dx, 2*step*dy)
		return (8*a1 - a2) / 6, (8*b1 - b2) / 6
	}
	xx, xy := along(1, 0)
	yx, yy := along(0, 1)
	mixed := (xy + yx) / 2
	h[0], h[1], h[2], h[3] = xx, mixed, mixed, yy
	return true
}

// jacobians are those of the planes that are sums of squares; each row has the derivatives of a residual.
var jacobians = map[string]func(x, y float64) [3][2]float64{
	"sphere":     func(x, y float64) [3][2]float64 { return [3][2]float64{{1, 0}, {0, 1}} },
	"rosenbrock": func(x, y float64) [3][2]float64 { return [3][2]float64{{-1, 0}, {-20 * x, 10}} },
	"beale": func(x, y float64) [3][2]float64 {
		return [3][2]float64{{y - 1, x}, {y*y - 1, 2 * x * y}, {y*y*y - 1, 3 * x * y * y}}
	},
}

// GaussNewton knows the residuals of the planes above.
func (p plane) GaussNewton(h, x []float64, _ int) bool {
	for name, jacobian := range jacobians {
		if reflect.ValueOf(p).Pointer() != reflect.ValueOf(planes[name]).Pointer() {
			continue
		}
		clear(h)
		for _, row := range jacobian(x[0], x[1]) {
			for i := range row {
				for k := range row {
					h[2*i+k] += 2 * row[i] * row[k]
				}
			}
		}
		return true
	}
	return false
}
