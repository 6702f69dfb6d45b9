package optim

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"

	"descentlab/internal/geom"
)

// A walker answers gonum's questions about the loss by the step's, and writes the path down. Gonum asks from goroutines of
// its own, but only ever from one at a time, while the update waits.
type walker struct {
	step   *Step
	path   *path
	goal   int  // how many spots there should be
	sloped bool // the method uses gradients

	x       []float64 // where value was asked last
	grad    []float64 // the gradient there
	trials  int       // evaluations since the last iteration
	lost    error
	failure Failure
	loss    float64 // at the last spot
	stride  float64 // that the line search tried last
	slope   float64 // the largest component of the gradient there
}

// Bounds beyond which gonum would panic or go on for ever.
const (
	steepest   = 1e150 // derivatives whose squares overflow
	mostTrials = 4000  // evaluations in an iteration: a bisection through all exponents has some two thousand
)

// value is the loss at x. The gradient there, if the method uses gradients, is kept for the question that follows: both
// together are one evaluation. A loss that is not a number counts as infinite, because gonum's simplex and its sorting
// take any comparison with NaN for settled.
func (w *walker) value(x []float64) float64 {
	w.trials++
	var grad []float64
	if w.sloped {
		grad = w.grad
	}
	w.x = append(w.x[:0], x...)
	for _, v := range x {
		if !geom.Finite(v) {
			w.lost = errLost
		}
	}
	f := w.step.Eval(grad, x)
	if math.IsNaN(f) && !w.sloped {
		return math.Inf(1)
	}
	return f
}

func (w *walker) gradient(grad, x []float64) {
	if !slices.Equal(x, w.x) {
		w.value(x)
	}
	copy(grad, w.grad)
	for _, g := range grad {
		if math.Abs(g) > steepest {
			w.lost = errSteep
		}
	}
}

func (w *walker) hessian(h *mat.SymDense, x []float64) {
	n := len(x)
	dense := make([]float64, n*n)
	if !w.step.Hessian(dense, x) {
		w.lost, w.failure = errSteep, NoHessian
		return
	}
	for i := range n {
		for k := i; k < n; k++ {
			if !(math.Abs(dense[i*n+k]) <= steepest) {
				w.lost = errSteep
			}
			h.SetSym(i, k, dense[i*n+k])
		}
	}
}

// status stops gonum where it would not come back.
func (w *walker) status() (optimize.Status, error) {
	if w.lost == nil && w.trials > mostTrials {
		w.lost = errLost
	}
	if w.lost != nil {
		return optimize.Failure, w.lost
	}
	return optimize.NotTerminated, nil
}

// Init is called before the first iteration.
func (w *walker) Init() error { return nil }

// Record notes a major iteration. What is evaluated from now on belongs to the draw of the update after it.
func (w *walker) Record(loc *optimize.Location, op optimize.Operation, stats *optimize.Stats) error {
	if op != optimize.MajorIteration {
		return nil
	}
	w.trials, w.loss = 0, loc.F
	if w.sloped {
		w.slope = 0
		for _, g := range loc.Gradient {
			w.slope = max(w.slope, math.Abs(g))
		}
	}
	p := w.path
	if len(p.spots) == 1 && stats.FuncEvaluations == 1 {
		return nil // the start itself, with which all methods but a population begin
	}
	x := p.spots[len(p.spots)-1].x
	if loc.F < math.Inf(1) { // else a population has found nothing yet
		x = slices.Clone(loc.X)
	}
	p.spots = append(p.spots, spot{x, stats.FuncEvaluations + stats.HessEvaluations, w.stride})
	w.step.T = p.since + len(p.spots) - 1
	if len(p.spots) >= w.goal {
		return errEnough
	}
	return nil
}
