package lab

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

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
	Everything   = DocChanged | FieldChanged | TapeChanged | HeadChanged
)

// A State is all that a view may know. It is a copy; documents, tapes and fields in it are never changed afterwards.
type State struct {
	Doc      Experiment
	Tape     *race.Tape // nil before the first race
	TapeDoc  Experiment // the document that the tape was recorded from; results are drawn from it
	Field    *Field     // of TapeDoc; nil before the first race
	Arrivals []int      // per run, see Arrivals
	Playhead
	Busy             bool // a race or a search is under way
	CanUndo, CanRedo bool
	Err              error // why the last document could not be raced
}

// Step is the row under the playhead.
func (s State) Step() int { return int(s.Head + 1e-9) }

// A Lab keeps an experiment, records its race and tells its views. Every method is called on the goroutine on which
// post runs its functions.
type Lab struct {
	state   State
	history history
	views   []func(State, Change)
	worker  *worker
	stop    context.CancelFunc
	seen    surfaces.Rect // what the map shows beyond the document's window

	mu      sync.Mutex
	arrived *result // newest result not yet taken in
	post    func(func())
}

// New returns a lab on an experiment, which must pass Check. post runs a function on the goroutine of the views:
// fyne.Do in the window, a queue in tests.
func New(doc Experiment, post func(func())) *Lab {
	ctx, stop := context.WithCancel(context.Background())
	l := &Lab{post: post, stop: stop, seen: doc.View}
	l.state = State{Doc: doc, Playhead: Playhead{Head: float64(doc.Steps), Speed: 1}}
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
func (l *Lab) Edit(key string, f func(*Experiment)) error {
	next := l.state.Doc.Clone()
	f(&next)
	if err := next.Check(); err != nil {
		return err
	}
	if reflect.DeepEqual(next, l.state.Doc.Clone()) {
		return nil
	}
	l.history.record(key, l.state.Doc)
	l.replace(next)
	return nil
}

// Seal ends a gesture: the next edit of the same key is an undo of its own.
func (l *Lab) Seal() { l.history.seal() }

// SealRun ends a gesture of many steps, such as turns of the wheel, unless another edit has come since.
func (l *Lab) SealRun(key string) { l.history.sealRun(key) }

// Undo takes the last edit back.
func (l *Lab) Undo() {
	if doc, ok := l.history.undo(l.state.Doc); ok {
		l.replace(doc)
	}
}

// Redo makes the last undone edit again.
func (l *Lab) Redo() {
	if doc, ok := l.history.redo(l.state.Doc); ok {
		l.replace(doc)
	}
}

// A Moment is a document with all that could be undone and redone.
type Moment struct {
	doc     Experiment
	history history
}

// Moment is what Return goes back to.
func (l *Lab) Moment() Moment { return Moment{l.state.Doc, l.history.clone()} }

// Return goes back to a moment of this lab, as if nothing had been edited since.
func (l *Lab) Return(m Moment) {
	l.history = m.history.clone()
	l.replace(m.doc)
}

func (l *Lab) replace(doc Experiment) {
	before := l.state.Doc
	l.state.Doc = doc
	l.state.CanUndo, l.state.CanRedo = len(l.history.past) > 0, len(l.history.future) > 0
	change := DocChanged
	if doc.Steps != before.Steps {
		l.state.Playhead = l.state.Playhead.resize(before.Steps, doc.Steps)
		change |= HeadChanged
	}
	if doc.View != before.View {
		l.seen = doc.View
	}
	if raceKey(doc) != raceKey(before) || !l.region().Covers(doc.View) {
		l.race()
	}
	if l.state.Tape != nil && raceKey(doc) == raceKey(l.state.TapeDoc) {
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

// See tells the lab what the map really shows, so that critical points are looked for there too.
func (l *Lab) See(r surfaces.Rect) {
	if r == l.seen || r.Check() != nil {
		return
	}
	l.seen = r
	if !l.region().Covers(r) {
		l.race()
		l.tell(DocChanged)
	}
}

func (l *Lab) race() {
	l.state.Busy = true
	l.worker.ask(job{l.state.Doc, l.seen})
}

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
	current := raceKey(r.doc) == raceKey(s.Doc)
	s.Busy = !r.final || !current
	s.Err = r.err
	change := DocChanged
	if r.tape != nil {
		if s.Tape != r.tape {
			change |= TapeChanged
		}
		if s.Field != r.field {
			change |= FieldChanged
		}
		s.Tape, s.TapeDoc, s.Field, s.Arrivals = r.tape, r.doc, r.field, r.arrivals
		if current {
			s.TapeDoc = s.Doc
		}
	}
	l.tell(change)
}

func (l *Lab) tell(c Change) {
	for _, view := range l.views {
		view(l.state, c)
	}
}

// Stale tells whether the tape is of another surface than the document: its picture is shown until the new one has come.
func (s State) Stale() bool { return surfaceKey(s.TapeDoc) != surfaceKey(s.Doc) }

// surfaceKey tells surfaces apart.
func surfaceKey(e Experiment) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %v %v %v %v", kinKey(e), e.Waves, e.Turn, e.Stretch, e.Sculpture)
	for _, name := range slices.Sorted(maps.Keys(e.Params)) {
		fmt.Fprintf(&b, " %s=%v", name, e.Params[name])
	}
	return b.String()
}

// kinKey tells surfaces apart that no slider turns into one another.
func kinKey(e Experiment) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q %q %v %v", e.Surface, e.Formula, e.Own, e.Home)
	if e.Data != nil {
		fmt.Fprintf(&b, " data %x", e.Data.Key())
	}
	return b.String()
}

// raceKey tells documents apart whose races differ.
func raceKey(e Experiment) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %v %d %v %d %d", surfaceKey(e), e.Start, e.Batch, e.Noise, e.Seed, e.Steps)
	for _, r := range e.Racers {
		b.WriteString("\n")
		b.WriteString(r.Spec.String())
	}
	return b.String()
}
