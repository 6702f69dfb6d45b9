package optim

// A Rule is one stage of a plan: it turns the direction handed to it (at first, the gradient) into the one it hands
// on. The plan multiplies the last one by Step.Factor and subtracts it from x, so no rule ever negates.
//
// A rule is an immutable value that holds hyperparameters only. What it remembers lives in Step.Mem, so that a run
// can be copied, rewound, forked, saved and inspected without its help.
type Rule interface {
	// Name is the stage's name in the row: "adam", "clip_norm".
	Name() string
	// Memory names its vectors, each as long as x and zero at first: "exp_avg", "exp_avg_sq".
	Memory() []string
	// Apply rewrites Dir and Mem. It allocates nothing and keeps nothing.
	Apply(*Step)
}

// A Step is what a rule sees of one update, x[t] to x[t+1].
type Step struct {
	T    int         // the update's number, from 0
	X    []float64   // the position x[t]; read only
	Grad []float64   // the gradient at X; read only
	Dir  []float64   // the direction so far; rewritten by the rule
	Mem  [][]float64 // the rule's vectors, in the order of its Memory
	LR   float64     // the scheduled learning rate of this update
	F    float64     // the loss at X

	// Factor is 1, unless a rule such as Rate changes it. The plan multiplies by it in the operation that subtracts
	// the last direction, so that x is rounded once.
	Factor float64

	objective   Objective
	evaluations int
}

// Eval asks the objective for another point under this update's own draw. Every call counts as one evaluation of the
// run, with a gradient or (grad nil) without. The slices may be vectors of the rule's memory.
func (s *Step) Eval(grad, x []float64) float64 {
	s.evaluations++
	return s.objective.Eval(grad, x, s.T)
}
