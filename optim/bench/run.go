package bench

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"descentlab/internal/say"

	"descentlab/optim"
	"descentlab/optim/race"
)

// An End says why a trial was over.
type End uint8

const (
	// Solved trials have met all targets.
	Solved End = iota
	// Exhausted trials have spent their budget.
	Exhausted
	// Rested trials stand still: their method asks for no more evaluations.
	Rested
	// Failed trials left the finite numbers or the domain, or came to a step that their method could not make.
	Failed
)

// Key is the end as it stands in files.
func (e End) Key() string { return [...]string{"solved", "budget spent", "at rest", "failed"}[e] }

// A Trial is a run of a racer on a problem.
type Trial struct {
	Hits  [TargetCount]int32 // evaluations after which each target was met for the first time; 0 if it was not
	Steps [TargetCount]int32 // the update that met it
	Spent int32              // evaluations of the whole run
	Best  float64            // the least distance from the least loss
	End   End
}

// Met is how many targets the trial has met.
func (t *Trial) Met() int {
	n := 0
	for n < TargetCount && t.Hits[n] > 0 {
		n++
	}
	return n
}

// Options say how trials are made.
type Options struct {
	Budget   int                   // evaluations that each may spend, at least 1
	Workers  int                   // 0: as many as there are processors
	Progress func(done, total int) // trials; called from any goroutine. May be nil
}

// MaxBudget is the largest budget.
const MaxBudget = 1000000

// Check says what is wrong with the options.
func (o Options) check(specs []optim.Spec, problems []Problem) error {
	switch {
	case o.Budget < 1 || o.Budget > MaxBudget:
		return say.Errorf("budget: must be from 1 to %d evaluations; got %d", MaxBudget, o.Budget)
	case len(problems) == 0:
		return say.Errorf("a benchmark needs at least one problem")
	}
	for i, s := range specs {
		if err := s.Check(); err != nil {
			return fmt.Errorf("racer %d: %w", i+1, err)
		}
	}
	return nil
}

// Run lets every racer try every problem once, and returns the trials by racer and problem. They do not depend on the number of
// workers. The error is the context's, or says what is wrong with the options, a racer or a problem.
func Run(ctx context.Context, specs []optim.Spec, problems []Problem, o Options) ([][]Trial, error) {
	if err := o.check(specs, problems); err != nil {
		return nil, err
	}
	trials := make([][]Trial, len(specs))
	for i := range trials {
		trials[i] = make([]Trial, len(problems))
	}
	var done atomic.Int64
	total := len(specs) * len(problems)
	err := each(ctx, len(problems), o.Workers, func() (func(ctx context.Context, i int) error, error) {
		w, err := newWorker(specs, o.Budget)
		return func(ctx context.Context, i int) error {
			p := &problems[i]
			obj, err := p.Objective()
			if err != nil {
				return fmt.Errorf("%s, instance %d: %w", p.Function, p.Instance, err)
			}
			for k := range specs {
				if err := w.try(ctx, k, p, obj, &trials[k][i]); err != nil {
					return err
				}
				if n := done.Add(1); o.Progress != nil {
					o.Progress(int(n), total)
				}
			}
			return nil
		}, err
	})
	if err != nil {
		return nil, err
	}
	return trials, nil
}

// each does n pieces of work on several goroutines; each of these makes its own function for it.
func each(ctx context.Context, n, workers int, begin func() (func(ctx context.Context, i int) error, error)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(workers, n) {
		all.Go(func() {
			work, err := begin()
			for i := int(next.Add(1)) - 1; i < n && err == nil && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				err = work(ctx, i)
			}
			if err != nil {
				cancel(err)
			}
		})
	}
	all.Wait()
	return context.Cause(ctx)
}

// A worker makes trials one after another.
type worker struct {
	plans  []*optim.Plan
	row    []float64
	budget int
}

func newWorker(specs []optim.Spec, budget int) (*worker, error) {
	w := &worker{budget: budget}
	for _, s := range specs {
		plan, err := s.Plan(2, budget)
		if err != nil {
			return nil, err
		}
		w.plans = append(w.plans, plan)
		if plan.Width() > len(w.row) {
			w.row = make([]float64, plan.Width())
		}
	}
	return w, nil
}

// idle is how many updates in a row may ask for no evaluations.
const idle = 100

// patience is the number of updates between two looks at the context.
const patience = 256

// try makes a trial. The error is the context's.
func (w *worker) try(ctx context.Context, racer int, p *Problem, obj optim.Objective, t *Trial) error {
	plan := w.plans[racer]
	row := w.row[:plan.Width()]
	sampled := optim.Sampled(obj)
	plan.Within(p.Box).Seed(p.Seed)
	obj = floored{obj, p.Least}
	plan.Start(row, obj, []float64{p.X, p.Y})
	*t = Trial{Best: plan.Loss(row) - p.Least, End: Exhausted}
	met, free := 0, 0
	for step := 0; ; step++ {
		spent := plan.Evaluations(row) + 1 // the first look at the start is one too
		if spent > w.budget {
			return nil // the last update was one too many
		}
		if free++; spent > int(t.Spent) {
			free = 0
		}
		t.Spent = int32(spent)
		loss := plan.Loss(row)
		if sampled {
			loss = obj.Eval(nil, plan.X(row), optim.Exact)
		}
		if gap := loss - p.Least; gap < t.Best || t.Best != t.Best {
			t.Best = gap
		}
		for met < TargetCount && t.Best <= targets[met] {
			t.Hits[met], t.Steps[met] = int32(spent), int32(step)
			met++
		}
		switch {
		case met == TargetCount:
			t.End = Solved
			return nil
		case plan.Failure(row) != optim.Sound || race.Judge(plan.X(row), plan.Grad(row), plan.Loss(row)) != race.Finished:
			t.End = Failed
			return nil
		case spent >= w.budget:
			return nil
		case free > idle:
			t.End = Rested
			return nil
		case step%patience == 0 && ctx.Err() != nil:
			return ctx.Err()
		}
		plan.Next(row, row, obj, step)
	}
}
