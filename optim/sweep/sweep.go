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
	// Progress, if not nil, is told from the workers' goroutines, the caller's among them, how many runs of how many are done.
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
	o.Workers = o.workers()
	start := func(i int) Start { return starts[i] }
	return w.fromStarts(ctx, spec, start, out[:len(starts)], make([]*maker, o.Workers), o)
}

// fromStarts is FromStarts for the starts of all places of out. The crew has a place for each of
// o.Workers; who is in it already, of the same work and racer, is employed again.
func (w *Work) fromStarts(ctx context.Context, spec optim.Spec, start func(i int) Start, out []Outcome, crew []*maker, o Options) error {
	if err := w.ready(); err != nil {
		return err
	}
	plan, err := spec.Plan(2, w.Steps)
	if err != nil {
		return err
	}
	return inPieces(ctx, len(out), herdSize, o, func(worker int) func(lo, hi int) error {
		m := crew[worker]
		if m == nil {
			m = w.maker(plan.Fork())
			crew[worker] = m
		}
		return func(lo, hi int) error {
			m.starts = m.starts[:0]
			for i := lo; i < hi; i++ {
				m.starts = append(m.starts, start(i))
			}
			return m.make(ctx, m.starts, out[lo:hi])
		}
	})
}

// A maker makes the runs of one racer for one worker: in a herd if that is possible, else one after another.
type maker struct {
	starts []Start // room for those of a piece
	plan   *optim.Plan
	herd   *herd // nil if there can be none
	runner runner
}

// maker makes one that has the plan to itself.
func (w *Work) maker(plan *optim.Plan) *maker {
	m := &maker{plan: plan, runner: runner{work: w, obj: w.Objective()}}
	if many, ok := m.runner.obj.(optim.Wide); ok && plan.Separable() {
		m.herd = &herd{work: w, wide: &wide{Wide: many}, plan: plan, plans: map[int]*optim.Plan{}}
	}
	return m
}

// make makes the runs from the starts and stores what becomes of them in out. The error is the context's.
func (m *maker) make(ctx context.Context, starts []Start, out []Outcome) error {
	if m.herd != nil {
		return m.herd.drive(ctx, starts, out)
	}
	for i, start := range starts {
		o := m.runner.run(ctx, m.plan, start)
		if o.Kind == Pending {
			return ctx.Err()
		}
		out[i] = o
	}
	return nil
}

// FromSettings runs a racer from one start for every place of out, each with its own values of some knobs: at stores those
// of place i in values, and must be safe to call from several goroutines. Errors are as of FromStarts.
func (w *Work) FromSettings(ctx context.Context, start Start, spec optim.Spec, knobs []string, at func(i int, values []float64), out []Outcome, o Options) error {
	if err := w.ready(); err != nil {
		return err
	}
	if _, err := spec.Template(w.Steps, knobs...); err != nil {
		return err
	}
	return inPieces(ctx, len(out), 16, o, func(int) func(lo, hi int) error {
		r := &runner{work: w, obj: w.Objective()}
		values := make([]float64, len(knobs))
		template, err := spec.Template(w.Steps, knobs...)
		return func(lo, hi int) error {
			for i := lo; i < hi && err == nil; i++ {
				at(i, values)
				out[i], err = r.setting(ctx, template, values, start)
			}
			return err
		}
	})
}

// setting makes the run of one setting.
func (r *runner) setting(ctx context.Context, t *optim.Template, values []float64, start Start) (Outcome, error) {
	plan, err := t.Plan(2, values...)
	if err != nil {
		return Outcome{}, err
	}
	o := r.run(ctx, plan, start)
	if o.Kind == Pending {
		return o, ctx.Err()
	}
	return o, nil
}

// inPieces cuts n runs into pieces, of so many runs at most, and shares them out among workers; newWorker makes what the one
// with this number does.
func inPieces(ctx context.Context, n, most int, o Options, newWorker func(worker int) func(lo, hi int) error) error {
	var next, done atomic.Int64
	var workers sync.WaitGroup
	failed := make(chan error, o.workers())
	// Few runs make smaller pieces, so that all workers have something to do.
	piece := min(most, max(n/(4*o.workers()), 4))
	pieces := (n + piece - 1) / piece
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	run := func(worker int) {
		work := newWorker(worker)
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
	}
	for worker := 1; worker < min(o.workers(), pieces); worker++ {
		workers.Go(func() { run(worker) })
	}
	run(0) // by the one who would else wait
	workers.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return ctx.Err()
	}
}
