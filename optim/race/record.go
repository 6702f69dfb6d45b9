package race

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"descentlab/internal/say"

	"descentlab/optim"
)

// MaxSteps is the greatest number of updates of a run of which all rows are kept.
const MaxSteps = 100000

// An Entrant is a racer at the start.
type Entrant struct {
	Spec  optim.Spec
	Start []float64 // as many coordinates as the loss has
	Seed  uint64    // of the methods that draw random numbers
	Box   optim.Box // where it is kept; the zero one keeps nobody

	// Changes are what the racer becomes on its way. Those at the last step or later, or after the run's end, change nothing.
	Changes optim.Changes
}

// A Tape is a recorded race.
type Tape struct {
	Runs  []*Run // one for each entrant, in their order
	Steps int    // the updates asked for; a run that ended early has fewer
	Paths bool   // the runs are no more than paths: see Run.Path
}

// Record races the entrants for so many updates, in parallel and without regard to one another: a racer that diverges
// ends with a verdict. obj is called once for each goroutine, and the objectives must be equal. The error is the
// context's, or says which entrant is wrong and why, or that the steps are not from 1 to MaxThinned. Of more than MaxSteps
// not all rows are kept: see Run.Every. Who is told hears now and then which part of the updates is done, 0 to 1, from several
// goroutines at once.
func Record(
	ctx context.Context, obj func() optim.Objective, entrants []Entrant, steps int, told ...func(part float64),
) (*Tape, error) {
	return record(ctx, obj, entrants, steps, nil, func(r *Run) *Run { return r }, told)
}

// Renew is Record for a race that differs from that of the tape in its entrants' specs and changes at most: start, seed, box,
// objective and steps are the same. Runs of the tape whose spec and changes an entrant has are taken over; only the others are
// raced.
func (t *Tape) Renew(
	ctx context.Context, obj func() optim.Objective, entrants []Entrant, told ...func(part float64),
) (*Tape, error) {
	return record(ctx, obj, entrants, t.Steps, t.Runs, func(r *Run) *Run { return r }, told)
}

// RecordPaths is Record that keeps no more than the path of each run: see Run.Path.
func RecordPaths(
	ctx context.Context, obj func() optim.Objective, entrants []Entrant, steps int, told ...func(part float64),
) (*Tape, error) {
	tape, err := record(ctx, obj, entrants, steps, nil, (*Run).Path, told)
	if tape != nil {
		tape.Paths = true
	}
	return tape, err
}

// record races the entrants of which there is no old run. Of the others it keeps what keep makes of them.
func record(
	ctx context.Context, obj func() optim.Objective, entrants []Entrant, steps int, old []*Run, keep func(*Run) *Run,
	told []func(part float64),
) (*Tape, error) {
	if err := checkSteps(steps, MaxThinned); err != nil {
		return nil, err
	}
	first := obj()
	tape := &Tape{Steps: steps}
	var fresh []int
	for i, e := range entrants {
		if known := slices.IndexFunc(old, func(r *Run) bool { return r.Spec.Equal(e.Spec) && r.Changes.Equal(e.Changes) }); known >= 0 {
			tape.Runs = append(tape.Runs, old[known])
			continue
		}
		run, err := enter(e, first.Dim(), steps)
		if err != nil {
			return nil, fmt.Errorf("racer %d: %w", i+1, err)
		}
		tape.Runs, fresh = append(tape.Runs, run), append(fresh, i)
	}

	count := &counter{all: int64(len(fresh)) * int64(steps), told: told}
	var next atomic.Int64
	var workers sync.WaitGroup
	work := func(o optim.Objective) {
		for n := next.Add(1) - 1; n < int64(len(fresh)); n = next.Add(1) - 1 {
			i := fresh[n]
			r := newRecorder(tape.Runs[i], o, steps)
			r.count = count
			r.run.Plan.Start(r.run.rows, o, entrants[i].Start)
			if r.run.every > 1 {
				r.thin(ctx, steps)
			} else {
				r.record(ctx, 0, steps)
			}
			if ctx.Err() == nil {
				r.reached(steps)
				tape.Runs[i] = keep(r.run)
			}
		}
	}
	for range min(runtime.GOMAXPROCS(0), len(fresh)) - 1 {
		workers.Go(func() { work(obj()) })
	}
	work(first)
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return tape, nil
}

// enter makes the run of an entrant, still without rows.
func enter(e Entrant, dim, steps int) (*Run, error) {
	if len(e.Start) != dim {
		return nil, say.Errorf("the start must have %d coordinates; got %d", dim, len(e.Start))
	}
	plan, err := e.Spec.Plan(dim, steps)
	if err != nil {
		return nil, err
	}
	if e.Box.Lo != nil && (len(e.Box.Lo) != dim || len(e.Box.Hi) != dim) {
		return nil, say.Errorf("the box must have %d coordinates; got %d and %d", dim, len(e.Box.Lo), len(e.Box.Hi))
	}
	plan.Within(e.Box).Seed(e.Seed)
	run := &Run{Spec: e.Spec.Clone(), Changes: e.Changes.Clone(), Plan: plan, width: plan.Width(), entrant: e, asked: steps}
	return run, run.plan(dim, steps)
}

// Resume continues a run from any of its rows up to row number steps, and returns the whole as a new run. With an
// objective equal to the first one the continuation is bit-identical to the run it comes from. The plan is kept: a
// schedule that was laid out for the first race's length stays so. The error is the context's, or says that the run has
// no row from, that the steps are fewer than that or not from 1 to MaxSteps, or that the loss has other coordinates.
func Resume(ctx context.Context, obj func() optim.Objective, run *Run, from, steps int) (*Run, error) {
	if err := checkSteps(steps, MaxSteps); err != nil {
		return nil, err
	}
	if last := min(run.Steps, steps); from < 0 || from > last {
		return nil, say.Errorf("a run can be resumed from step 0 to %d; got %d", last, from)
	}
	if run.Every() > 1 || run.path {
		return nil, say.Errorf("a run can be resumed only if all of its rows are kept")
	}
	o := obj()
	if dim := o.Dim(); dim != run.Plan.Dim() {
		return nil, say.Errorf("the loss must have %d coordinates as the run has; got %d", run.Plan.Dim(), dim)
	}
	resumed := &Run{
		Spec: run.Spec.Clone(), Changes: run.Changes.Clone(), Plan: run.Plan.Fork(), width: run.width, pieces: run.forkPieces(from),
		entrant: run.entrant, asked: steps,
	}
	r := newRecorder(resumed, o, steps)
	copy(resumed.rows, run.rows[:(from+1)*run.width])
	return r.goOn(ctx, from, steps)
}

// goOn records the rows after row from; those up to it stand.
func (r *recorder) goOn(ctx context.Context, from, steps int) (*Run, error) {
	for t := range from {
		r.noteExact(t)
	}
	r.record(ctx, from, steps)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r.run, nil
}

func checkSteps(steps, most int) error {
	if steps < 1 || steps > most {
		return say.Errorf("steps must be from 1 to %d; got %d", most, steps)
	}
	return nil
}

// A recorder fills the rows of one run.
type recorder struct {
	run  *Run
	obj  optim.Objective
	grad []float64 // scratch for the exact gradient

	count   *counter // nil if nobody counts
	counted int      // updates of this run
}

// A counter tells how many updates of all runs are done.
type counter struct {
	done atomic.Int64
	all  int64
	told []func(part float64)
}

// reached counts the updates up to row t. A run that has ended has none left to do.
func (r *recorder) reached(t int) {
	if r.count == nil || len(r.count.told) == 0 {
		return
	}
	done := r.count.done.Add(int64(t - r.counted))
	r.counted = t
	for _, tell := range r.count.told {
		tell(float64(done) / float64(r.count.all))
	}
}

// pauses tells at row t how far the run is, and whether its context has ended, which it looks at now and then.
func (r *recorder) pauses(ctx context.Context, t int) (ended bool) {
	if t%patience != 0 {
		return false
	}
	r.reached(t)
	return ctx.Err() != nil
}

// newRecorder makes room in the run for rows 0 to steps.
func newRecorder(run *Run, obj optim.Objective, steps int) *recorder {
	r := &recorder{run: run, obj: obj}
	run.every = every(steps)
	rows := steps/run.every + 3 // those at the end that are kept too, if not all are
	if run.every == 1 {
		rows = steps + 1
	}
	run.rows = make([]float64, rows*run.width)
	if optim.Stochastic(obj) {
		run.exact = make([]float64, 2*rows)
		r.grad = make([]float64, run.Plan.Dim())
	}
	return r
}

// patience is the number of updates between two looks at the context.
const patience = 1000

// record fills the rows after row from, which stands, up to row steps or an unsound one. If the context ends it
// leaves the run unfinished.
func (r *recorder) record(ctx context.Context, from, steps int) {
	for t := from; ; t++ {
		row := r.run.kept(t)
		r.noteExact(t)
		kind, why := r.judge(row)
		if kind != Finished || t == steps {
			r.end(Verdict{kind, t, why})
			return
		}
		if r.pauses(ctx, t) {
			return
		}
		plan, row := r.run.enterPiece(t, row)
		plan.Next(r.run.kept(t+1), row, r.obj, t)
	}
}

// noteExact keeps the exact loss and gradient norm of row t where the row's own are not exact.
func (r *recorder) noteExact(t int) {
	if exact := r.run.exact; exact != nil {
		exact[2*t] = r.obj.Eval(r.grad, r.run.X(t), optim.Exact)
		exact[2*t+1] = norm(r.grad)
	}
}

// end closes the run with a verdict and gives back the rows that it did not use.
func (r *recorder) end(v Verdict) {
	run := r.run
	run.Verdict, run.Steps = v, v.Step
	if used := (v.Step + 1) * run.width; used < len(run.rows) {
		run.rows = slices.Clone(run.rows[:used])
		if run.exact != nil {
			run.exact = slices.Clone(run.exact[:2*(v.Step+1)])
		}
	}
}
