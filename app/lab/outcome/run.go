package outcome

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"descentlab/app/lab"
	"descentlab/app/lab/motion"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A Ground is what runs are made on: an experiment, whose racers and start may be others, and its surface with the places known.
type Ground struct {
	Doc   setup.Experiment
	Field *lab.Field
}

// Of is the ground of a state's race; ok tells whether there is one, of the document as it is, with the places known.
func Of(s lab.State) (g Ground, ok bool) {
	ok = s.Tape != nil && s.Surveyable() && setup.Same(setup.OfRace, &s.TapeDoc, &s.Doc)
	return Ground{s.Doc, s.Field}, ok
}

// A runner makes runs on a ground for one worker, one after another.
type runner struct {
	Ground
	loss optim.Objective
}

func (g Ground) runner() *runner {
	return &runner{g, lab.Loss(g.Field.Probe, g.Field.Least, g.Doc, g.Doc.Seed)}
}

// end records a run as the worker of the lab does, and tells of it as the table does. An error is the context's.
func (r *runner) end(ctx context.Context, spec optim.Spec, changes optim.Changes, start surfaces.Point) (End, error) {
	entrant := race.Entrant{
		Spec: spec, Changes: changes, Start: []float64{start.X, start.Y}, Seed: r.Doc.Seed, Box: r.Doc.Kept(),
	}
	loss := func() optim.Objective { return r.loss }
	tape, err := race.RecordPaths(ctx, loss, []race.Entrant{entrant}, r.Doc.Steps)
	switch {
	case ctx.Err() != nil:
		return End{}, ctx.Err()
	case err != nil:
		return End{Fate: Lost, Settled: -1, Refused: err.Error()}, nil
	}
	return endOf(tape, 0, lab.NewCourses(tape, r.Field, r.Doc.Home), r.Doc.Home), nil
}

// endOf is the end of a run of a race.
func endOf(tape *race.Tape, i int, courses *lab.Courses, home surfaces.Rect) End {
	run := tape.Runs[i]
	e := End{Where: courses.At(i, tape.Steps), Settled: courses.Settled(i), Loss: run.Loss(run.Steps)}
	e.Fate = fateOf(e.Where, motion.At(run, run.Steps), home)
	return e
}

// Ends are those of the runs of a race.
func Ends(r lab.Run) []End {
	list := make([]End, len(r.Tape.Runs))
	for i := range list {
		list[i] = endOf(r.Tape, i, r.Courses, r.Doc.Home)
	}
	return list
}

// inParallel does n things, shared out among as many workers as there are cores, and ends early with the first error.
func inParallel(ctx context.Context, n int, newWorker func() func(i int) error) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	var once sync.Once
	var failed error
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	run := func() {
		work := newWorker()
		for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			if err := work(i); err != nil {
				once.Do(func() { failed = err })
				cancel()
				return
			}
		}
	}
	for range min(runtime.GOMAXPROCS(0), n) - 1 {
		workers.Go(run)
	}
	if n > 0 {
		run() // by the one who would else wait
	}
	workers.Wait()
	if failed != nil {
		return failed
	}
	return ctx.Err()
}
