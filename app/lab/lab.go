// Package lab holds what follows from an experiment: the Lab with its undo history, the worker that records the race, the
// playhead, and surveys of many runs. It knows nothing of windows.
package lab

import (
	"context"
	"math"
	"reflect"
	"sync"

	"descentlab/app/lab/history"
	"descentlab/app/lab/setup"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// Change tells a view what is new in a State.
type Change uint

// The bits of a Change.
const (
	DocChanged   Change = 1 << iota // the document, or what can be undone
	FieldChanged                    // the surface or its places
	TapeChanged                     // the recorded race
	HeadChanged                     // the playhead
	ViewChanged                     // what is looked at, or what the maps show
	Everything   = DocChanged | FieldChanged | TapeChanged | HeadChanged | ViewChanged
)

// A State is all that a view may know. It is a copy; documents, tapes and fields in it are never changed afterwards.
type State struct {
	Doc     setup.Experiment
	Tape    *race.Tape       // nil before the first race
	TapeDoc setup.Experiment // the document that the tape was recorded from; results are drawn from it
	Field   *Field           // of TapeDoc; nil before the first race
	Courses *Courses         // of the race; nil before the first one
	Futures Futures          // of the race's racers
	View    View
	Shown   Shown // by the maps
	Playhead
	Busy             bool // a race or a search is under way
	Halted           bool // it was, and has been ended: what stands here is older than the document, or lacks places
	CanUndo, CanRedo bool
	Err              error // why the last document could not be raced
}

// Step is the row under the playhead.
func (s State) Step() int { return int(s.Head + 1e-9) }

// A Lab keeps an experiment, records its race and tells its views. Every method is called on the goroutine on which
// post runs its functions.
type Lab struct {
	state   State
	history history.History[setup.Experiment]
	views   []func(State, Change)
	worker  *worker
	stop    context.CancelFunc
	seen    surfaces.Rect // where places are looked for beyond home: what the maps show
	part    float64       // of a step that AdvanceWhole has not shown yet
	telling bool          // views are being told of a state
	later   []func()      // what they have asked for meanwhile

	mu      sync.Mutex
	arrived *result // newest result not yet taken in
	post    func(func())
}

// New returns a lab on an experiment, which must pass Check. post runs a function on the goroutine of the views:
// fyne.Do in the window, a queue in tests.
func New(doc setup.Experiment, post func(func())) *Lab {
	ctx, stop := context.WithCancel(context.Background())
	l := &Lab{post: post, stop: stop, seen: doc.View}
	l.state = State{Doc: doc, View: NewView(), Shown: Shown{Window: doc.View},
		Playhead: Playhead{Head: float64(doc.Steps), Speed: 1}}
	l.worker = startWorker(ctx, l.deliver)
	l.race()
	return l
}

// Close stops the worker; nothing is posted after results already under way.
func (l *Lab) Close() { l.stop() }

// State is the present state.
func (l *Lab) State() State { return l.state }

// OnChange adds a view: it is called with every new state, and once at first.
func (l *Lab) OnChange(view func(State, Change)) {
	l.views = append(l.views, view)
	view(l.state, Everything)
}

// Edit changes the document: f gets a copy, which takes the document's place if it passes Check. Otherwise the error
// says why not and nothing has changed. Edits of equal keys in a row merge into one undo; the empty key never merges.
func (l *Lab) Edit(key string, f func(*setup.Experiment)) error {
	next := l.state.Doc.Clone()
	f(&next)
	if err := next.CheckAfter(&l.state.Doc); err != nil {
		return err
	}
	if reflect.DeepEqual(next, l.state.Doc.Clone()) {
		return nil
	}
	next.Share(&l.state.Doc)
	l.history.Record(key, l.state.Doc)
	l.replace(next)
	return nil
}

// Seal ends a gesture: the next edit of the same key is an undo of its own.
func (l *Lab) Seal() { l.history.Seal() }

// SealRun ends a gesture of many steps, such as turns of the wheel, unless another edit has come since.
func (l *Lab) SealRun(key string) { l.history.SealRun(key) }

// Undo takes the last edit back.
func (l *Lab) Undo() {
	if doc, ok := l.history.Undo(l.state.Doc); ok {
		l.replace(doc)
	}
}

// Redo makes the last undone edit again.
func (l *Lab) Redo() {
	if doc, ok := l.history.Redo(l.state.Doc); ok {
		l.replace(doc)
	}
}

// A Moment is a document with all that could be undone and redone.
type Moment struct {
	doc     setup.Experiment
	history history.History[setup.Experiment]
}

// Moment is what Return goes back to.
func (l *Lab) Moment() Moment { return Moment{l.state.Doc, l.history.Clone()} }

// First is the moment of a document before which there was nothing.
func First(doc setup.Experiment) Moment { return Moment{doc: doc} }

// Return goes back to a moment of this lab, as if nothing had been edited since.
func (l *Lab) Return(m Moment) {
	l.history = m.history.Clone()
	l.replace(m.doc)
}

func (l *Lab) replace(doc setup.Experiment) {
	before := l.state.Doc
	l.state.Doc = doc
	l.state.CanUndo, l.state.CanRedo = l.history.CanUndo(), l.history.CanRedo()
	change := DocChanged
	if l.state.View.Fit(&doc) {
		change |= ViewChanged
	}
	if doc.Steps != before.Steps {
		l.state.Playhead = l.state.Playhead.resize(before.Steps, doc.Steps)
		change |= HeadChanged
	}
	if doc.View != before.View {
		l.seen = doc.View
	}
	if !setup.Same(setup.OfRace, &doc, &before) || !l.region().Covers(doc.View) {
		l.race()
	}
	if l.state.Tape != nil && setup.Same(setup.OfRace, &doc, &l.state.TapeDoc) {
		l.state.TapeDoc = doc // the tape holds for the new document as well
	}
	l.tell(change)
}

func (l *Lab) region() surfaces.Rect {
	if l.state.Field == nil {
		return l.state.Doc.Home
	}
	return l.state.Field.Region
}

// Look changes what is looked at: f gets a copy of the view, which takes its place. Asked for while the panes are being told
// of a state, it is done when all have been told.
func (l *Lab) Look(f func(*View)) {
	l.do(func() {
		next := l.state.View
		f(&next)
		next.Fit(&l.state.Doc)
		l.state.View = next
		l.tell(ViewChanged)
	})
}

// do does something that tells the views: now, or after they have been told what they are being told.
func (l *Lab) do(f func()) {
	if l.telling {
		l.later = append(l.later, f)
		return
	}
	f()
}

// See tells the lab what the maps really show, so that critical points are looked for there too.
func (l *Lab) See(s Shown) {
	l.do(func() {
		if s == l.state.Shown || s.Window.Check() != nil {
			return
		}
		l.state.Shown = s
		change := ViewChanged
		if s.Window != l.seen {
			l.seen = s.Window
			if !l.region().Covers(s.Window) {
				l.race()
				change |= DocChanged
			}
		}
		l.tell(change)
	})
}

func (l *Lab) race() {
	l.state.Busy, l.state.Halted = true, false
	l.worker.ask(&job{l.state.Doc, lookedAt(&l.state.Doc, l.seen)})
}

// Halt ends the race or the search that is under way. The next edit begins anew.
func (l *Lab) Halt() {
	if l.state.Busy {
		l.worker.ask(nil)
		l.state.Busy, l.state.Halted = false, true
		l.tell(DocChanged)
	}
}

// Resume begins anew what has been halted.
func (l *Lab) Resume() {
	if l.state.Halted {
		l.race()
		l.tell(DocChanged)
	}
}

// Recorded is which part of the race is recorded that is under way, 0 to 1.
func (l *Lab) Recorded() float64 { return math.Float64frombits(l.worker.part.Load()) }

// deliver is called by the worker. However many results come, one function at most is waiting in post.
func (l *Lab) deliver(r result) {
	l.mu.Lock()
	waiting := l.arrived != nil
	l.arrived = &r
	l.mu.Unlock()
	if !waiting {
		l.post(l.take)
	}
}

func (l *Lab) take() {
	l.mu.Lock()
	r := l.arrived
	l.arrived = nil
	l.mu.Unlock()
	s := &l.state
	current := setup.Same(setup.OfRace, &r.doc, &s.Doc)
	s.Busy = (!r.final || !current) && !s.Halted
	s.Err = r.err
	change := DocChanged
	if r.tape != nil {
		if s.Tape != r.tape {
			change |= TapeChanged
		}
		if s.Field != r.field {
			change |= FieldChanged
		}
		s.View = s.View.follow(s.Field, r.field, s.Doc.Home).await(r.field)
		s.Tape, s.TapeDoc, s.Field, s.Courses, s.Futures = r.tape, r.doc, r.field, r.courses, r.futures
		if current {
			s.TapeDoc = s.Doc
		}
	}
	l.tell(change)
}

// tell tells every view of the present state. What they ask for meanwhile is done after that.
func (l *Lab) tell(c Change) {
	outer := l.telling
	l.telling = true
	for _, view := range l.views {
		view(l.state, c)
	}
	if l.telling = outer; outer {
		return
	}
	for len(l.later) > 0 {
		next := l.later[0]
		l.later = l.later[1:]
		next()
	}
}

// Stale tells whether the tape is of another surface than the document: its picture is shown until the new one has come.
func (s State) Stale() bool { return !setup.Same(setup.OfSurface, &s.TapeDoc, &s.Doc) }
