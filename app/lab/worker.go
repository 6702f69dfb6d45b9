package lab

import (
	"context"
	"fmt"
	"math"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"descentlab/app/lab/least"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A job is what the worker is asked for: the race of a document, and the places of what is seen of its surface.
type job struct {
	doc  setup.Experiment
	seen surfaces.Rect
}

// A result is what has become of a job; it is drawn with the document it was made from, not with a newer one.
type result struct {
	doc     setup.Experiment
	tape    *race.Tape
	field   *Field
	courses *Courses
	futures Futures
	err     error
	final   bool // nothing more comes of this job
}

// A worker turns the newest job into results; older ones are dropped, running ones cancelled. It speaks only
// through deliver, from its own goroutine.
type worker struct {
	deliver func(result)
	mu      sync.Mutex
	box     *job // one slot: the newest wins
	wake    chan struct{}
	cancel  context.CancelFunc // of the job being worked on
	field   *Field             // of the last job; the worker's goroutine alone uses it, and these two
	tape    *race.Tape         // its race
	alike   setup.Key          // of all with that race but for its racers
	part    atomic.Uint64      // of the race that is recorded: the bits of a number from 0 to 1
	pause   time.Duration      // how long places wait for their proof: proofPause
}

func startWorker(ctx context.Context, deliver func(result)) *worker {
	w := &worker{deliver: deliver, wake: make(chan struct{}, 1), cancel: func() {}, pause: proofPause}
	go w.loop(ctx)
	return w
}

// ask puts a job in the box, or none, and interrupts the one in hand.
func (w *worker) ask(j *job) {
	w.mu.Lock()
	w.box = j
	w.part.Store(0)
	w.cancel()
	w.mu.Unlock()
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

func (w *worker) loop(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-w.wake:
		}
		w.mu.Lock()
		j := w.box
		w.box = nil
		jobCtx, cancel := context.WithCancel(ctx)
		w.cancel = cancel
		w.mu.Unlock()
		if j != nil {
			w.work(jobCtx, *j)
		}
		cancel()
	}
}

// work delivers the tape as soon as it is recorded, and again when the places of a new surface are found.
func (w *worker) work(ctx context.Context, j job) {
	defer w.stumble(j)
	if err := w.prepare(j); err != nil {
		w.deliver(result{doc: j.doc, err: err, final: true})
		return
	}
	all, err := w.record(ctx, j.doc)
	if ctx.Err() != nil {
		return
	}
	field := w.field
	if err != nil {
		w.deliver(result{doc: j.doc, err: err, final: true})
		return
	}
	tape := split(&j.doc, all)
	w.deliver(resultOf(j.doc, tape, field, nil, field.Known))
	if field.Known {
		return
	}
	if !w.patient(ctx) {
		return
	}
	w.look(ctx, j, tape)
}

// proofPause is how long the places that were found wait for the proof that they are all.
const proofPause = 200 * time.Millisecond

// look finds the places and delivers them, and once more if the proof that they are all takes longer.
func (w *worker) look(ctx context.Context, j job, tape tapes) {
	if w.field.first == nil {
		first, err := findFirst(ctx, w.field.Probe, j.doc.Home, j.seen)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			w.field = w.field.of(first)
			w.deliver(resultOf(j.doc, tape, w.field, err, true))
			return
		}
		early := w.field.of(first)
		early.Known, early.first = false, &first // the proof may add to them: whoever counts on them waits
		w.field = early
	}
	soon, cancel := context.WithTimeout(ctx, w.pause)
	defer cancel()
	found, err := w.field.withProof(soon, *w.field.first)
	if err != nil && ctx.Err() == nil {
		w.deliver(resultOf(j.doc, tape, w.field, nil, false))
		found, err = w.field.withProof(ctx, *w.field.first)
	}
	if ctx.Err() != nil {
		return
	}
	w.field = found
	w.deliver(resultOf(j.doc, tape, found, err, true))
}

// resultOf is a race over a field, with what follows from the two.
func resultOf(doc setup.Experiment, r tapes, field *Field, err error, final bool) result {
	field = field.withEnds(r.tape, doc.Home)
	return result{
		doc: doc, tape: r.tape, field: field, courses: NewCourses(r.tape, field, doc.Home), futures: r.futures(&doc, field),
		err: err, final: final,
	}
}

// stumble tells of a panic as of an error: with a document over which the program stumbles the window still opens, and it can be
// undone. Where it has happened goes to standard error.
func (w *worker) stumble(j job) {
	if over := recover(); over != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", over, debug.Stack())
		w.field = nil
		w.deliver(result{doc: j.doc, err: words.Errorf("the program stumbles over this experiment: %v", over), final: true})
	}
}

// sliderPause is how long a search waits after a surface that sliders have changed: while they move, the next one comes
// before, and the pictures have the processor to themselves.
const sliderPause = 60 * time.Millisecond

// patient waits where there is no hurry, and tells whether nothing newer has come.
func (w *worker) patient(ctx context.Context) bool {
	if !w.field.followed {
		return true
	}
	select {
	case <-ctx.Done():
		return false
	case <-time.After(sliderPause):
		return true
	}
}

// prepare compiles the surface unless the last job had the same one, and keeps its places while they cover what is
// seen.
func (w *worker) prepare(j job) error {
	region := searched(j.doc.Home, j.seen)
	if w.field != nil && w.field.key == setup.KeyOf(setup.OfSurface, &j.doc) {
		if !w.field.Region.Covers(region) {
			// The old places stay on the map until the wider search has ended.
			wider := *w.field
			wider.Region, wider.Known, wider.first = region, false, nil
			w.field = &wider
		}
		return nil
	}
	next, err := newField(j.doc, j.seen)
	if err != nil {
		return err
	}
	if w.field != nil && w.field.kin == next.kin {
		next.followed = true
		next.Places = follow(next.Probe, w.field.Places, j.doc.Home, region) // until the search has ended
	}
	w.field = next
	return nil
}

// record races the experiment on the surface at hand, or those of its racers that have not raced so last time. It looks for the
// least loss of a surface only once.
func (w *worker) record(ctx context.Context, doc setup.Experiment) (*race.Tape, error) {
	field, err := w.field.withLeast(ctx, doc)
	if err != nil {
		return nil, err
	}
	w.field = field
	bare := doc
	bare.Racers = nil
	last := &race.Tape{Steps: doc.Steps}
	if key := setup.KeyOf(setup.OfRace, &bare); key == w.alike && w.tape != nil {
		last = w.tape
	} else {
		w.alike = key
	}
	w.tape, err = last.Renew(ctx, field.loss(doc), withFutures(doc), func(part float64) {
		if ctx.Err() == nil {
			w.part.Store(math.Float64bits(part))
		}
	})
	return w.tape, err
}

// loss makes what the racers of an experiment descend on, one for each goroutine.
func (f *Field) loss(doc setup.Experiment) func() optim.Objective {
	return func() optim.Objective { return Loss(f.Probe, f.Least, doc, doc.Seed) }
}

// Loss is what the racers of an experiment descend on: the surface, of which each step sees a mini-batch and adds noise to
// the gradient as far as the experiment says so, both by the seed.
func Loss(probe *surfaces.Probe, lowest least.Loss, doc setup.Experiment, seed uint64) optim.Objective {
	seen := probe.Fork()
	if doc.Batch > 0 {
		var err error
		if seen, err = probe.Batched(doc.Batch, seed); err != nil {
			panic(err) // Check lets no such document through
		}
	}
	return optim.NewNoise(least.Objective{Probe: seen, Least: lowest}, doc.Noise, seed)
}
