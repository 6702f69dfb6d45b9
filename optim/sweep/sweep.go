package sweep

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"descentlab/optim"
	"descentlab/optim/race"
)

// Options say how a sweep is made, not what comes of it.
type Options struct {
	Workers int // 0: one for each core
	// Progress, if not nil, is told from the workers' goroutines how many runs of how many are done.
	Progress func(done, all int)
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// ready checks the work and prepares what its runs share.
func (w *Work) ready() error {
	if w.Steps < 1 || w.Steps > race.MaxSteps {
		return fmt.Errorf("steps must be from 1 to %d; got %d", race.MaxSteps, w.Steps)
	}
	if w.Objective == nil {
		return errors.New("a sweep needs a loss")
	}
	w.where = newLocator(w.Targets)
	return nil
}

// FromStarts runs one racer from every start. The error is the context's, or says what is wrong with the racer; what was
// done before it stands in out, the rest is left as it was. out must be as long as starts.
func (w *Work) FromStarts(ctx context.Context, spec optim.Spec, starts []Start, out []Outcome, o Options) error {
	if err := w.ready(); err != nil {
		return err
	}
	if _, err := spec.Plan(2, w.Steps); err != nil {
		return err
	}
	return inPieces(ctx, len(starts), herdSize, o, func() func(lo, hi int) error {
		return w.starter(ctx, spec, starts, out)
	})
}

// starter is what one worker does with a piece of the starts.
func (w *Work) starter(ctx context.Context, spec optim.Spec, starts []Start, out []Outcome) func(lo, hi int) error {
	plan, err := spec.Plan(2, w.Steps)
	if err != nil {
		return func(int, int) error { return err }
	}
	seen := &losses{work: w}
	if _, ok := seen.of(starts[0].Seed).(optim.Wide); ok && plan.Separable() {
		h := &herd{work: w, wide: &wide{}, plans: map[int]*optim.Plan{}}
		h.newPlan = func(dim int) (*optim.Plan, error) { return spec.Plan(dim, w.Steps) }
		return func(lo, hi int) error {
			for end := lo; lo < hi; lo = end {
				end = w.alike(starts, lo, hi)
				h.descend(seen.of(starts[lo].Seed))
				if err := h.drive(ctx, starts[lo:end], out[lo:end]); err != nil {
					return err
				}
			}
			return nil
		}
	}
	r := &runner{work: w}
	return func(lo, hi int) error {
		for i := lo; i < hi; i++ {
			r.descend(seen.of(starts[i].Seed))
			o := r.run(ctx, plan, starts[i])
			if o.Kind == Pending {
				return ctx.Err()
			}
			out[i] = o
		}
		return nil
	}
}

// inPieces cuts n runs into pieces and shares them out among workers; newWorker makes what one of them does.
func inPieces(ctx context.Context, n, piece int, o Options, newWorker func() func(lo, hi int) error) error {
	var next, done atomic.Int64
	var workers sync.WaitGroup
	failed := make(chan error, o.workers())
	pieces := (n + piece - 1) / piece
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for range min(o.workers(), pieces) {
		workers.Go(func() {
			work := newWorker()
			for i := int(next.Add(1)) - 1; i < pieces && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				lo, hi := i*piece, min((i+1)*piece, n)
				if err := work(lo, hi); err != nil {
					failed <- err
					cancel()
					return
				}
				if all := done.Add(int64(hi - lo)); o.Progress != nil {
					o.Progress(int(all), n)
				}
			}
		})
	}
	workers.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return ctx.Err()
	}
}
