package optim_test

// plane is a hand-written loss over the plane with its exact gradient.
type plane func(x, y float64) (f, fx, fy float64)

func (p plane) Dim() int { return 2 }

func (p plane) Eval(grad, x []float64, _ int) float64 {
	f, fx, fy := p(x[0], x[1])
	if grad != nil {
		grad[0], grad[1] = fx, fy
	}
	return f
}

// planes are the surfaces of the reference trajectories, and the sphere. The gradients of Rosenbrock's and Beale's
// function are rounded as PyTorch's autograd rounds them, because two of the trajectories amplify rounding; conversions
// keep the compiler from fusing.
var planes = map[string]plane{
	"sphere":     func(x, y float64) (f, fx, fy float64) { return x*x + y*y, 2 * x, 2 * y },
	"quadratic":  func(x, y float64) (f, fx, fy float64) { return 0.5 * (x*x + 25*y*y), x, 25 * y },
	"rosenbrock": rosenbrock,
	"beale":      beale,
	"himmelblau": himmelblau,
	"double_well": func(x, y float64) (f, fx, fy float64) {
		return x*x - y*y + y*y*y*y/4, 2 * x, y*y*y - 2*y
	},
}

func rosenbrock(x, y float64) (f, fx, fy float64) {
	a, b := 1-x, y-float64(x*x)
	return a*a + 100*b*b, float64(200*b*(-2*x)) - 2*a, 200 * b
}

func beale(x, y float64) (f, fx, fy float64) {
	square := float64(y * y)
	for _, term := range [...]struct{ c, power, slope float64 }{
		{2.625, float64(square * y), 3 * square}, {2.25, square, 2 * y}, {1.5, y, 1}, // autograd begins at the end
	} {
		r := term.c - x + float64(x*term.power)
		f += r * r
		fx += float64(2 * r * term.power)
		fx -= 2 * r
		fy += float64(2 * r * x * term.slope)
	}
	return f, fx, fy
}

func himmelblau(x, y float64) (f, fx, fy float64) {
	a, b := x*x+y-11, x+y*y-7
	return a*a + b*b, 4*x*a + 2*b, 2*a + 4*y*b
}
