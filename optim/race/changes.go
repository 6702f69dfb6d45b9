package race

import (
	"context"
	"slices"

	"descentlab/internal/say"

	"descentlab/optim"
)

// A piece is a part of a run after a change.
type piece struct {
	at    int // the first update that is made so
	plan  *optim.Plan
	entry []float64 // row at as the plan takes it over; nil while the run is not there
}

// plan makes the plans of the run's changes, for a race of so many steps.
func (r *Run) plan(dim, steps int) error {
	if err := r.Changes.Check(r.Spec); err != nil {
		return err
	}
	spec, plan := r.Spec, r.Plan
	for _, c := range r.Changes {
		next, err := c.Spec.PlanFrom(c.At, dim, steps, spec, plan)
		if err != nil {
			return say.Errorf("at step %d: %w", c.At, err)
		}
		r.pieces = append(r.pieces, piece{at: c.At, plan: next})
		r.width = max(r.width, next.Width())
		spec, plan = c.Spec, next
	}
	return nil
}

// forkPieces are those of another run that is the same up to a row.
func (r *Run) forkPieces(upTo int) []piece {
	list := slices.Clone(r.pieces)
	for i := range list {
		list[i].plan = list[i].plan.Fork()
		if list[i].at > upTo {
			list[i].entry = nil
		}
	}
	return list
}

// PlanOf is the plan of update t, which leads from row t to row t+1; t may lie beyond the run's end. Of a run without changes it
// is always the run's Plan.
func (r *Run) PlanOf(t int) *optim.Plan {
	if i := r.piece(t); i >= 0 {
		return r.pieces[i].plan
	}
	return r.Plan
}

// PlanAt is the plan that describes row t: that of the update which led there.
func (r *Run) PlanAt(t int) *optim.Plan { return r.PlanOf(t - 1) }

// piece is which piece update t belongs to, or -1.
func (r *Run) piece(t int) int {
	i, found := slices.BinarySearchFunc(r.pieces, t, func(p piece, t int) int { return p.at - t })
	if found {
		return i
	}
	return i - 1
}

// Entering is row t as update t finds it, in the layout of PlanOf(t): Row(t), or where the racer changes what the new plan takes
// over from it. It is nil of a path, and where the run did not come to.
func (r *Run) Entering(t int) []float64 {
	if t > r.Steps {
		return nil
	}
	if i := r.piece(t); i >= 0 && r.pieces[i].at == t && !r.path {
		return r.pieces[i].entry
	}
	return r.Row(t)
}

// enterPiece is the plan of update t, and row t as it finds it.
func (r *Run) enterPiece(t int, row []float64) (*optim.Plan, []float64) {
	i := r.piece(t)
	if i < 0 {
		return r.Plan, row
	}
	p := &r.pieces[i]
	if p.at == t {
		p.entry = make([]float64, p.plan.Width())
		p.plan.TakeOver(p.entry, r.PlanAt(t), row)
		row = p.entry
	}
	return p.plan, row
}

// Fork continues a run from row at, 1 or more, as another racer, up to the steps of its race, and returns the whole as a new run:
// the one of an entrant who has changed so at that step. Changes of the old run at that step or later are dropped. The error
// is the context's, or says that nothing goes on from there, or what is wrong with the spec.
func Fork(ctx context.Context, obj func() optim.Objective, run *Run, at int, spec optim.Spec) (*Run, error) {
	switch {
	case run.Every() > 1 || run.path:
		return nil, say.Errorf("a run can be forked only if all of its rows are kept")
	case at < 1:
		return nil, say.Errorf("a run can be forked from step 1 on; got %d: at step 0 it is another run", at)
	case at >= run.asked:
		return nil, say.Errorf("step %d is the last: no step of the race is left after %d", run.asked, at)
	case at >= run.Steps:
		return nil, say.Errorf("the run has %v: nothing goes on from step %d", run.Verdict, at)
	}
	o, e := obj(), run.entrant
	if dim := o.Dim(); dim != run.Plan.Dim() {
		return nil, say.Errorf("the loss must have %d coordinates as the run has; got %d", run.Plan.Dim(), dim)
	}
	e.Changes = append(run.Changes.Before(at).Clone(), optim.Change{At: at, Spec: spec.Clone()})
	forked, err := enter(e, o.Dim(), run.asked)
	if err != nil {
		return nil, err
	}
	for i := range forked.pieces[:len(forked.pieces)-1] {
		forked.pieces[i].entry = run.pieces[i].entry
	}
	r := newRecorder(forked, o, run.asked)
	for t := range at + 1 {
		copy(forked.kept(t), run.Row(t))
	}
	return r.goOn(ctx, at, run.asked)
}
