package sweep

import (
	"context"

	"descentlab/optim"
	"descentlab/optim/race"
)

// A Start is where a run begins, and the seed of a method that draws random numbers.
type Start struct {
	X, Y float64
	Seed uint64
}

// patience is the number of updates between two looks at the context.
const patience = 256

// A runner makes runs for one worker, one after another.
type runner struct {
	work *Work
	obj  optim.Objective
	seen gauge // of obj
	row  []float64
	keep func(t int, x, y, loss float64) // if not nil, it gets every step
}

// descend sets the loss of the next runs.
func (r *runner) descend(obj optim.Objective) { r.obj, r.seen = obj, newGauge(obj) }

// run makes one run of a plan over the plane, which this runner alone uses.
func (r *runner) run(ctx context.Context, plan *optim.Plan, start Start) Outcome {
	if cap(r.row) < 2*plan.Width() {
		r.row = make([]float64, 2*plan.Width())
	}
	w, row, spare := r.work, r.row[:plan.Width()], r.row[plan.Width():][:plan.Width()]
	plan.Within(w.Box).Seed(start.Seed)
	plan.Start(row, r.obj, []float64{start.X, start.Y})
	tr, round := newTrack(r.seen.loss(plan, row)), newCycle()
	again := plan.Timeless() && !r.seen.stochastic && r.keep == nil && w.Spend == 0
	for t := 0; ; t++ {
		x, loss := plan.X(row), r.seen.loss(plan, row)
		why := race.Judge(x, plan.Grad(row), plan.Loss(row))
		if plan.Failure(row) != optim.Sound {
			why = race.Stopped
		}
		if r.keep != nil {
			r.keep(t, x[0], x[1], loss)
		}
		evaluations, over, end := plan.Evaluations(row), why != race.Finished || t == w.Steps, t
		if why == race.Finished {
			tr.see(w, t, x[0], x[1], loss, evaluations)
			if again && round.meet(t, w.Steps, x[0], x[1], evaluations) {
				round.prolong(&tr)
				over, end, evaluations = true, w.Steps, evaluations+round.cost
			}
		}
		if !over {
			var made bool
			row, spare, made = w.next(plan, row, spare, r.obj, t)
			over = !made
		}
		if over {
			return tr.end(w, end, why, x[0], x[1], loss, r.seen.slope(plan, row), evaluations)
		}
		if t%patience == 0 && ctx.Err() != nil {
			return Outcome{}
		}
	}
}
