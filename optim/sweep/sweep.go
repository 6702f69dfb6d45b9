package sweep

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"descentlab/internal/say"

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
		return say.Errorf("steps must be from 1 to %d; got %d", race.MaxSteps, w.Steps)
	}
	if w.Objective == nil {
		return say.Errorf("a sweep needs a loss")
	}
	w.where = newLocator(w.Targets)
	return nil
}

// FromStarts runs one racer from every start. The error is the context's, or says what is wrong with the work or the
// racer; what was done before it stands in out, the rest is left as it was. out must be as long as starts.
func (w *Work) FromStarts(ctx context.Context, spec optim.Spec, starts []Start, out []Outcome, o Options) error {
	o.Workers = o.workers()
	start := func(i int) Start { return starts[i] }
	return w.fromStarts(ctx, spec, start, out[:len(starts)], make([]*maker, o.Workers), o)
}

// fromStarts is FromStarts for the starts of all places of out. The crew has a place for each of
// o.Workers; who is in it already, of the same work and racer, is employed again.
func (w *Work) fromStarts(
	ctx context.Context, spec optim.Spec, start func(i int) Start, out []Outcome, crew []*maker, o Options,
) error {
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
	losses losses
	herd   *herd // nil if there has been none
	runner runner
}

// maker makes one that has the plan to itself.
func (w *Work) maker(plan *optim.Plan) *maker {
	return &maker{plan: plan.Within(w.Box), losses: losses{work: w}, runner: runner{work: w}}
}

// make makes the runs from the starts and stores what becomes of them in out. The error is the context's.
func (m *maker) make(ctx context.Context, starts []Start, out []Outcome) error {
	for lo, hi := 0, 0; lo < len(starts); lo = hi {
		hi = m.losses.alike(starts, lo)
		obj := m.losses.of(starts[lo].Seed)
		run := m.oneByOne
		if many, ok := obj.(optim.Wide); ok && m.plan.Separable() {
			m.gather(obj, many)
			run = m.herd.drive
		} else {
			m.runner.descend(obj)
		}
		if err := run(ctx, starts[lo:hi], out[lo:hi]); err != nil {
			return err
		}
	}
	return nil
}

// gather makes the herd ready for a loss.
func (m *maker) gather(obj optim.Objective, many optim.Wide) {
	if m.herd == nil {
		m.herd = &herd{work: m.runner.work, wide: &wide{}, plan: m.plan, plans: map[int]*optim.Plan{}}
	}
	m.herd.wide.Wide, m.herd.sampled, m.herd.stochastic = many, optim.Sampled(obj), optim.Stochastic(obj)
}

// oneByOne makes runs that all see the runner's loss.
func (m *maker) oneByOne(ctx context.Context, starts []Start, out []Outcome) error {
	for i, start := range starts {
		o := m.runner.run(ctx, m.plan, start)
		if o.Kind == Pending {
			return ctx.Err()
		}
		out[i] = o
	}
	return nil
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
