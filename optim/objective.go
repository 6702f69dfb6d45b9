package optim

// An Objective is what a rule may ask of a loss. Equal arguments give equal results.
// It may keep scratch space, so each goroutine needs one of its own.
//
// An objective whose losses differ from draw to draw, or from the exact ones, says so with a method
// Stochastic() bool that returns true.
type Objective interface {
	// Dim is the number of coordinates of a point.
	Dim() int
	// Eval returns the loss at x and, unless grad is nil, stores its gradient there; x is left as it is.
	// Draw numbers the sample (mini-batch, noise) to be used; Exact asks for the whole loss.
	Eval(grad, x []float64, draw int) float64
}

// Exact is the draw that asks for the whole loss, without sampling or noise.
const Exact = -1
