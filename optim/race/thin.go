package race

import (
	"context"
	"iter"
	"slices"

	"descentlab/optim"
)

// MaxThinned is the greatest number of updates of a run of which not every row is kept.
const MaxThinned = 10000000

// Every tells which rows of a run are kept: every first one of so many, and the last two. It is 1 if all are. Of a step that is
// not kept the last kept row before stands for it.
func (r *Run) Every() int { return max(r.every, 1) }

// Kept are the steps whose rows are kept, in order.
func (r *Run) Kept() iter.Seq[int] {
	return func(yield func(int) bool) {
		for t := 0; t < r.Steps-1; t += r.Every() {
			if !yield(t) {
				return
			}
		}
		if r.Steps == 0 || yield(r.Steps-1) {
			yield(r.Steps)
		}
	}
}

// place is where the row of step t stands among those that are kept.
func (r *Run) place(t int) int {
	if r.every <= 1 {
		return t
	}
	if back := r.Steps - t; back <= 1 {
		return len(r.rows)/r.width - 1 - back
	}
	return t / r.every
}

// every is which rows of so many steps are kept: as many as a tape has at most.
func every(steps int) int { return (steps + MaxSteps - 1) / MaxSteps }

// thin runs a racer for more steps than a tape has rows, of which it keeps some. The first row stands.
func (r *recorder) thin(ctx context.Context, steps int) {
	run := r.run
	row, next := slices.Clone(run.rows[:run.width]), make([]float64, run.width)
	run.rows, run.exact = run.rows[:0], run.exact[:0]
	for t := 0; ; t++ {
		kept := t%run.every == 0
		if kept {
			r.keep(row)
		}
		kind, why := r.judge(row)
		if kind != Finished || t == steps {
			if t > 0 {
				r.keep(next) // which is the row before
			}
			r.keep(row)
			run.rows, run.exact = slices.Clip(run.rows), slices.Clip(run.exact)
			run.Verdict, run.Steps = Verdict{kind, t, why}, t
			return
		}
		if r.pauses(ctx, t) {
			return
		}
		plan, enters := run.enterPiece(t, row)
		plan.Next(next, enters, r.obj, t)
		if kept {
			run.taken = append(run.taken, plan.Taken(next, t+1))
		}
		row, next = next, row
	}
}

// keep appends a row, and what is exact of it where the row's own is not.
func (r *recorder) keep(row []float64) {
	r.run.rows = append(r.run.rows, row...)
	if r.grad != nil {
		f := r.obj.Eval(r.grad, r.run.Plan.X(row), optim.Exact)
		r.run.exact = append(r.run.exact, f, norm(r.grad))
	}
}

// judge says whether a run ends with a row, and why.
func (r *recorder) judge(row []float64) (VerdictKind, optim.Failure) {
	plan := r.run.Plan
	if why := plan.Failure(row); why != optim.Sound {
		return Stopped, why
	}
	return Judge(plan.X(row), plan.Grad(row), plan.Loss(row)), optim.Sound
}
