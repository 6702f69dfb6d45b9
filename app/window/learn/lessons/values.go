package lessons

import (
	"context"
	"strconv"

	"descentlab/app/gallery/claim"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/window/desk"
)

// values are the results that a text shows. Those of the run that the lab has recorded are read from it; others, of runs with
// changes or of experiments that are not seen, are computed in the background. Until they are there the text says what its file
// says.
type values struct {
	room  *Room
	bench *measure.Bench
	work  *job.Job[found]
	pills map[*lesson.Run]*result
	order []*lesson.Run // of the pills
	facts []*fact
	turn  int // of the documents: what is computed for an older one is not taken
}

// A result is what a pill shows.
type result struct {
	value measure.Value
	known bool
	fault error
	turn  int // of the documents that it is asked for, or was computed of
	fresh bool
}

// A fact is a claim of the lesson, and what has been found of it.
type fact struct {
	claim claim.Claim
	scene *lesson.Scene
	known bool
	is    claim.Result
	fault error
}

// A task is a result that is computed in the background.
type task struct {
	pill  *lesson.Run
	turn  int
	fact  *fact
	doc   setup.Experiment
	names []string
}

// found is what has come of some tasks.
type found struct {
	pills map[*lesson.Run]result
	facts map[*fact]claim.Result
	lost  map[*fact]error
}

// keptRuns is how many runs are kept for a lesson.
const keptRuns = 48

func newValues(r *Room) *values {
	v := &values{room: r, bench: measure.NewBench(keptRuns)}
	v.work = job.New[found](r.desk.Post, v.take)
	r.desk.Keep(desk.Quiet(v.work))
	return v
}

// of begins with the results of another lesson.
func (v *values) of(l *lesson.Lesson) {
	v.work.Forget()
	v.turn++
	v.pills, v.order, v.facts = map[*lesson.Run]*result{}, nil, nil
	for i := range l.Blocks {
		b := &l.Blocks[i]
		for _, runs := range append([][]lesson.Run{b.Runs, b.Ask, b.Why}, b.Options...) {
			for k := range runs {
				if r := &runs[k]; r.Kind == lesson.Pill {
					v.pills[r] = &result{}
					v.order = append(v.order, r)
				}
			}
		}
		for _, c := range b.Claims {
			v.facts = append(v.facts, &fact{claim: c, scene: l.Scene(b.Scene)})
		}
	}
}

// changed takes in that an experiment is another one now.
func (v *values) changed(scene string) {
	v.turn++
	for _, r := range v.order {
		if p := v.pills[r]; r.Scene == scene {
			p.fresh = false
		}
	}
}

// refresh finds the results that are not known: at once what the lab has recorded, and in the background the rest.
func (v *values) refresh() {
	seen := v.room.living.desk.lab.State()
	current := seen.Tape != nil && !seen.Busy && setup.Same(setup.OfRace, &seen.Doc, &seen.TapeDoc)
	scene, run := v.room.living.scene, seen.Run()
	var tasks []task
	for _, r := range v.order {
		p := v.pills[r]
		if p.fresh {
			continue
		}
		if r.Scene == scene && len(r.Changes) == 0 && !v.room.predicts() {
			if !current {
				continue // the lab will tell
			}
			if value, ok := r.Asked.Of(run); ok {
				*p = result{value: value, known: true, fresh: true, turn: v.turn}
				continue
			}
		}
		doc, err := r.Changes.Of(v.room.docOf(r.Scene))
		if err != nil {
			*p = result{fault: err, fresh: true, turn: v.turn}
			continue
		}
		p.turn = v.turn
		tasks = append(tasks, task{pill: r, doc: doc, turn: v.turn})
	}
	for _, f := range v.facts {
		if !f.known {
			tasks = append(tasks, task{fact: f, doc: f.scene.Doc, names: f.scene.Names})
		}
	}
	v.ask(tasks)
}

// ask computes some results, and hands them over one by one.
func (v *values) ask(tasks []task) {
	if len(tasks) == 0 {
		return
	}
	bench := v.bench
	v.work.Queue(strconv.Itoa(v.turn), func(ctx context.Context, r *job.Report[found]) error {
		all := found{map[*lesson.Run]result{}, map[*fact]claim.Result{}, map[*fact]error{}}
		for _, t := range tasks {
			if t.pill != nil {
				value, err := bench.Value(ctx, t.doc, t.pill.Asked)
				if ctx.Err() == nil {
					all.pills[t.pill] = result{value: value, known: err == nil, fault: err, fresh: true, turn: t.turn}
				}
			} else {
				is, err := bench.Claim(ctx, t.doc, t.names, t.fact.claim)
				switch {
				case ctx.Err() != nil:
				case err != nil:
					all.lost[t.fact] = err
				default:
					all.facts[t.fact] = is
				}
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
			r.Publish(all.clone())
		}
		return nil
	})
}

// clone shares no map: the work goes on.
func (f found) clone() found {
	c := found{map[*lesson.Run]result{}, map[*fact]claim.Result{}, map[*fact]error{}}
	for k, v := range f.pills {
		c.pills[k] = v
	}
	for k, v := range f.facts {
		c.facts[k] = v
	}
	for k, v := range f.lost {
		c.lost[k] = v
	}
	return c
}

// take shows what has been found, as far as it is asked for still.
func (v *values) take() {
	got, made := v.work.Result()
	if !made {
		return
	}
	for r, is := range got.pills {
		if p := v.pills[r]; p != nil && !p.fresh && p.turn == is.turn {
			*p = is
		}
	}
	for f, is := range got.facts {
		f.is, f.known = is, true
	}
	for f, err := range got.lost {
		f.fault, f.known = err, true
	}
	v.room.page.update()
}

// shown is the text of a result, and whether it is being computed.
func (v *values) shown(r *lesson.Run) (text string, stale bool) {
	p := v.pills[r]
	if p == nil || !p.known {
		return r.Written(), p != nil && !p.fresh
	}
	return r.Shown(p.value), !p.fresh
}

// heard takes in a state of the lab.
func (v *values) heard(_ lab.State, c lab.Change) {
	if c&lab.DocChanged != 0 && c&(lab.TapeChanged|lab.FieldChanged) == 0 {
		return // the race will come
	}
	if c&(lab.TapeChanged|lab.FieldChanged|lab.DocChanged) != 0 {
		v.refresh()
	}
}
