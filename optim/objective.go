package optim

// An Objective is what a rule may ask of a loss. Equal arguments give equal results.
// It may keep scratch space, so each goroutine needs one of its own.
//
// An objective whose losses or gradients differ from draw to draw, or from the exact ones, says so with a method
// Stochastic() bool that returns true, and if its losses do, with Sampled() bool. What else it can be asked is told by the
// interfaces Curved, SumOfSquares and Floored; an objective that wraps another one hands them on.
type Objective interface {
	// Dim is the number of coordinates of a point.
	Dim() int
	// Eval returns the loss at x and, unless grad is nil, stores its gradient there; x is left as it is.
	// Draw numbers the sample (mini-batch, noise) to be used; Exact asks for the whole loss.
	Eval(grad, x []float64, draw int) float64
}

// Stochastic tells whether losses or gradients of obj may differ from draw to draw.
func Stochastic(obj Objective) bool {
	s, ok := obj.(interface{ Stochastic() bool })
	return ok && s.Stochastic()
}

// Sampled tells whether the losses of obj may differ from draw to draw, as those of mini-batches do.
func Sampled(obj Objective) bool {
	s, ok := obj.(interface{ Sampled() bool })
	return ok && s.Sampled()
}

// Exact is the draw that asks for the whole loss, without sampling or noise.
const Exact = -1

// A Curved objective has second derivatives.
type Curved interface {
	// Hessian stores the second derivatives at x in h, row by row (Dim times Dim numbers), and tells whether there are
	// any.
	Hessian(h, x []float64, draw int) bool
}

// A SumOfSquares is an objective that is the sum of squared residuals, and perhaps of a constant.
type SumOfSquares interface {
	// GaussNewton stores 2*J'J in h, row by row, J being the Jacobian of the residuals at x, and tells whether the loss
	// is a sum of squares at all.
	GaussNewton(h, x []float64, draw int) bool
}

// A Floored objective knows its least value.
type Floored interface {
	// Minimum is the least value known, and whether one is.
	Minimum() (float64, bool)
}

// A Wide objective can be asked at many points at once.
type Wide interface {
	// Many stores loss and gradient at n = len(f) points in f and grad, to the last bit as Eval does. The points and their
	// gradients are given coordinate by coordinate: n first ones, n second ones. The slices must lie apart.
	// It tells whether all numbers stored are known to be finite.
	Many(f, grad, x []float64, draw int) (finite bool)
}
