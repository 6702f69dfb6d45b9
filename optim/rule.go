package optim

import "math/rand/v2"

// A Rule is one stage of a plan: it turns the direction handed to it (at first, the gradient) into the one it hands
// on. The plan multiplies the last one by Step.Factor and subtracts it from x, so no rule ever negates.
//
// A rule is an immutable value that holds hyperparameters only. What it remembers lives in Step.Mem, so that a run
// can be copied, rewound, forked, saved and inspected without its help.
type Rule interface {
	// Name is the stage's name in the row: "adam", "clip_norm". Rules of one name and equal memories need equal rows.
	Name() string
	// Memory names its vectors, each as long as x and zero at first: "exp_avg", "exp_avg_sq".
	Memory() []string
	// Apply rewrites Dir and Mem. It allocates nothing, unless the Method says so, and keeps nothing.
	Apply(*Step)
}

// A Worker is a rule that needs room to work in beside its memory.
type Worker interface {
	// Work is how many numbers Step.Work must hold for points of dim coordinates.
	Work(dim int) int
}

// A Shadower is a rule with a second position worth seeing beside x: an average, a slow copy.
type Shadower interface {
	// Shadow names the memory that holds it.
	Shadow() string
}

// A penalizer is a rule whose direction is the gradient of a penalty on top of the loss.
type penalizer interface {
	// penalty is the penalty's value at x.
	penalty(x []float64) float64
	// curvature is what it adds to the diagonal of the Hessian.
	curvature() float64
}

// A Step is what a rule sees of one update, x[t] to x[t+1].
type Step struct {
	T    int         // the update's number, from 0; in a run that was taken over, from where the rule begins: see PlanFrom
	X    []float64   // the position x[t]; read only
	Grad []float64   // the gradient at X; read only
	Dir  []float64   // the direction so far; rewritten by the rule
	Mem  [][]float64 // the rule's vectors, in the order of its Memory
	Work []float64   // of a Worker: room whose content does not outlast the update
	LR   float64     // the scheduled learning rate of this update
	F    float64     // the loss at X, with the penalties of the stages before

	// Factor is 1, unless a rule such as Rate changes it. The plan multiplies by it in the operation that subtracts
	// the last direction, so that x is rounded once.
	Factor float64

	// Cache is the rule's own from update to update, nil at first. It may save time, but no result may depend on it.
	Cache any

	points int // how many points X is made of, coordinate by coordinate: the first ones of all, then the second ones; 0 is one

	since       int // T = 0 is this update of the race, whose draws are its own
	objective   Objective
	box         *Box
	before      []stage // the stages before the one at work
	evaluations int
	failure     Failure
	seed        uint64
	stage       int
	source      *rand.PCG
	random      *rand.Rand
	inner       *Step // for hand
}

// Eval asks for the loss and, unless grad is nil, the gradient at another point, under this update's own draw and as the
// stages before would hand them on: with their penalties, their clipping and their noise. (Stages with a memory are
// passed over: they belong to the path of x.) Every call counts as one evaluation of the run. The slices may be vectors
// of the rule's memory.
func (s *Step) Eval(grad, x []float64) float64 {
	s.evaluations++
	f := s.objective.Eval(grad, x, s.since+s.T)
	if len(s.before) == 0 {
		return f
	}
	f += s.penalties(x)
	if grad != nil {
		s.hand(grad, x)
	}
	return f
}

// hand sends a gradient at x through the stages before.
func (s *Step) hand(grad, x []float64) {
	inner := s.inner
	*inner = *s
	inner.X, inner.Grad, inner.Dir, inner.Mem = x, grad, grad, nil
	for i, stage := range s.before {
		if stage.count == 0 {
			inner.T, inner.since = s.since+s.T-stage.since, stage.since
			inner.stage = i
			stage.rule.Apply(inner)
		}
	}
}

// penalties are what the stages before add to the loss at x.
func (s *Step) penalties(x []float64) float64 {
	sum := 0.0
	for _, stage := range s.before {
		if stage.penalty != nil {
			sum += stage.penalty.penalty(x)
		}
	}
	return sum
}

// Hessian stores the matrix of second derivatives at x in h, row by row, with the penalties of the stages before. It
// counts as one evaluation. An objective without second derivatives fails the run; the result then is false.
func (s *Step) Hessian(h, x []float64) bool {
	curved, ok := s.objective.(Curved)
	if !ok || !curved.Hessian(h, x, s.since+s.T) {
		s.Fail(NoHessian)
		return false
	}
	s.evaluations++
	s.bend(h)
	return true
}

// GaussNewton stores twice the product of the residuals' Jacobian with itself at x in h, row by row: the Hessian of a sum of
// squares without the residuals' own curvature. It counts as one evaluation. A loss that is no sum of squares fails the
// run; the result then is false.
func (s *Step) GaussNewton(h, x []float64) bool {
	squares, ok := s.objective.(SumOfSquares)
	if !ok || !squares.GaussNewton(h, x, s.since+s.T) {
		s.Fail(NoResiduals)
		return false
	}
	s.evaluations++
	s.bend(h)
	return true
}

// bend adds the curvature of the penalties of the stages before.
func (s *Step) bend(h []float64) {
	dim := len(s.X)
	for _, stage := range s.before {
		if stage.penalty == nil {
			continue
		}
		for i := range dim {
			h[i*dim+i] += stage.penalty.curvature()
		}
	}
}

// Minimum is the least value of the objective, if it is Floored, and whether one is known.
func (s *Step) Minimum() (float64, bool) {
	if floored, ok := s.objective.(Floored); ok {
		return floored.Minimum()
	}
	return 0, false
}

// Random gives random numbers that are a pure function of the plan's seed, the update and the stage. Each call begins
// them anew.
func (s *Step) Random() *rand.Rand {
	s.source.Seed(s.seed^(uint64(s.stage+1)*0x9e3779b97f4a7c15), uint64(s.since+s.T))
	return s.random
}

// Fail ends the run with this update: x stays where it is, and the row says why. The first failure counts.
func (s *Step) Fail(why Failure) {
	if s.failure == Sound {
		s.failure = why
	}
}
