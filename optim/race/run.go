package race

import (
	"math"

	"descentlab/optim"
)

// A Run is the recorded history of one racer: rows 0 to Steps, each the whole state (see optim.Plan).
// It is immutable once recorded.
type Run struct {
	Spec optim.Spec
	// Changes are what the racer became on its way: see PlanAt.
	Changes optim.Changes
	// Plan describes the rows up to the first change; of any row it tells position, loss, gradient, rate, failure and evaluations.
	// Its Start and Next belong to one goroutine at a time; everything else may be shared.
	Plan *optim.Plan
	// Steps is the number of the last row: of the steps asked for, or of the step at which the run ended.
	Steps int
	// Verdict says how the run ended; its Step equals Steps. The row of an unsound end is kept: its numbers, infinite
	// or not, are what they are.
	Verdict Verdict

	entrant Entrant
	asked   int     // the steps that there should be
	pieces  []piece // from the changes on
	width   int     // of the widest rows
	every   int     // see Every; 0 for 1
	rows    []float64
	path    bool // the rows hold only position, loss and gradient norm: see Path
	spent   int  // evaluations in all, of a path
	// taken holds the step of the update that leaves each kept row where not all are kept.
	taken []float64
	// exact holds loss and gradient norm of each row where the objective is stochastic; else it is nil and the rows
	// have them.
	exact []float64
}

// Row is the whole state after t updates, 0 <= t <= Steps, or the last one before that is kept (see Every): a view that must not
// be modified. PlanAt tells what stands where.
func (r *Run) Row(t int) []float64 {
	if r.path {
		return nil
	}
	row := r.kept(t)
	if len(r.pieces) > 0 {
		n := r.PlanAt(t).Width()
		row = row[:n:n]
	}
	return row
}

// kept is the row that stands for step t.
func (r *Run) kept(t int) []float64 {
	at := r.place(t) * r.width
	return r.rows[at : at+r.width : at+r.width]
}

// X is the position after t updates: a view that must not be modified.
func (r *Run) X(t int) []float64 {
	row := r.kept(t)
	if r.path {
		return row[: r.width-2 : r.width-2]
	}
	return r.Plan.X(row)
}

// Shadow is the second position of the racer after t updates, as optim.Plan.Shadow gives it; nil if it has none.
func (r *Run) Shadow(t int) []float64 {
	if r.path {
		return nil
	}
	return r.PlanAt(t).Shadow(r.kept(t))
}

// Loss is the exact loss at X(t), whatever sample or noise the racer met there.
func (r *Run) Loss(t int) float64 {
	if r.exact != nil {
		return r.exact[2*r.place(t)]
	}
	if r.path {
		return r.kept(t)[r.width-2]
	}
	return r.Plan.Loss(r.kept(t))
}

// GradNorm is the Euclidean length of the exact gradient at X(t).
func (r *Run) GradNorm(t int) float64 {
	if r.exact != nil {
		return r.exact[2*r.place(t)+1]
	}
	if r.path {
		return r.kept(t)[r.width-1]
	}
	return norm(r.Plan.Grad(r.kept(t)))
}

// LR is the learning rate of the update that led to row t; for row 0, that of update 0. See Rate.
func (r *Run) LR(t int) float64 {
	if r.path {
		return math.NaN()
	}
	return r.Plan.LR(r.kept(t))
}

// Rate is the scheduled learning rate of update t, which leads from row t to row t+1; t may lie beyond the run's end. Of a
// schedule that looks at the loss it is, beyond the end, the rate to which it has come.
func (r *Run) Rate(t int) float64 {
	plan, last := r.PlanOf(t), min(t, r.Steps)
	if r.PlanOf(last) != plan {
		return plan.Rate(t)
	}
	return plan.Due(r.Entering(last), t)
}

// Taken is the step that update t took, which leads from row t to row t+1, 0 <= t < Steps: the scheduled rate, or the step that
// the method found in its place. It is NaN if the method has no one step. See optim.Plan.
func (r *Run) Taken(t int) float64 {
	if r.path {
		return math.NaN()
	}
	if r.every > 1 && t < r.Steps-1 {
		return r.taken[t/r.every]
	}
	return r.PlanOf(t).Taken(r.kept(t+1), t+1)
}

// Evaluations is the number of evaluations of the objective spent to reach X(t): t for most methods, more for those that
// look elsewhere. The exact losses beside noisy runs are not counted.
func (r *Run) Evaluations(t int) int {
	switch {
	case !r.path:
		return r.Plan.Evaluations(r.kept(t))
	case t == r.Steps:
		return r.spent
	}
	return -1
}

// LastSound is the last row whose position, loss and gradient are sound, or -1 if not even the start's are.
func (r *Run) LastSound() int {
	if r.Verdict.Kind == Finished {
		return r.Steps
	}
	return r.Steps - 1
}

func norm(v []float64) float64 {
	n := 0.0
	for _, c := range v {
		n = math.Hypot(n, c)
	}
	return n
}
