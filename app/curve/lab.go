package curve

import (
	"math"

	"descentlab/app/lab/history"
	"descentlab/internal/geom"
)

// A State is all that the room shows: the document, what follows from it, and what is looked at. Its runs grow when rows are
// asked of them, and belong to the goroutine of the Lab.
type State struct {
	Doc    Document
	Curve  *Curve
	Runs   []*Run  // one for each racer that is shown
	Trials []Trial // of the first racer at three rates; none if it has no rate
	Step   int     // the step that is looked at
	Done   int     // the steps made since the start: rows up to here are in the table
}

// Of is what there is of one of the racers that are shown, as if it were the only one.
func (s State) Of(racer int) State {
	if racer > 0 {
		s.Trials = nil
	}
	s.Doc.Racers, s.Doc.SideBySide = s.Doc.Racers[racer:racer+1], false
	s.Runs = s.Runs[racer : racer+1]
	return s
}

// Top is the highest learning rate of a slider for the first racer.
func (s State) Top() float64 {
	if len(s.Trials) == 0 || s.Doc.Racers[0].Plain() {
		return s.Curve.Top(s.Doc.Start)
	}
	return geom.Digits(1.5*s.Trials[len(s.Trials)-1].Eta, 1)
}

// Row is the step of a racer that is looked at.
func (s State) Row(racer int) Row { return s.Runs[racer].At(s.Step) }

// A Lab holds the document of the room with its history, and the step that is looked at.
type Lab struct {
	state  State
	past   history.History[moment]
	change func(State)
}

// A moment is what undo brings back: a document, and how far its run was.
type moment struct {
	doc        Document
	step, done int
}

// now is the present one.
func (l *Lab) now() moment { return moment{l.state.Doc, l.state.Step, l.state.Done} }

// NewLab is the lab of a document; an error says what is wrong with that.
func NewLab(d Document) (*Lab, error) {
	l := &Lab{}
	var err error
	l.state, err = l.made(d)
	return l, err
}

// OnChange tells one listener of every change.
func (l *Lab) OnChange(f func(State)) { l.change = f }

// State is what there is to see.
func (l *Lab) State() State { return l.state }

func (l *Lab) changed() {
	if l.change != nil {
		l.change(l.state)
	}
}

// Edit changes the document, and begins anew. Edits in a row with one key are one entry of the history. An edit that cannot be
// is left out; the error says why.
func (l *Lab) Edit(key string, f func(*Document)) error {
	same, err := l.edit(key, f)
	switch {
	case err != nil:
		return err
	case same:
		l.Reset()
	default:
		l.changed()
	}
	return nil
}

// Amend is Edit with as many steps made anew as were made before, and the same one looked at.
func (l *Lab) Amend(key string, f func(*Document)) error {
	step, done := l.state.Step, l.state.Done
	same, err := l.edit(key, f)
	if same || err != nil {
		return err
	}
	l.resume(step, done)
	l.changed()
	return nil
}

// resume makes so many steps, as far as they can be made, and looks at one of them.
func (l *Lab) resume(step, done int) {
	l.state.Done = l.state.furthest(done)
	l.state.Step = min(step, l.state.Done)
}

// edit changes the document, unless f leaves it the same.
func (l *Lab) edit(key string, f func(*Document)) (same bool, err error) {
	before := l.now()
	next := before.doc.Clone()
	f(&next)
	if next.Equal(before.doc) {
		return true, nil
	}
	made, err := l.made(next)
	if err == nil {
		l.state = made
		l.past.Record(key, before)
	}
	return false, err
}

// Draft is what there would be to see if the document were changed so; nothing is.
func (l *Lab) Draft(f func(*Document)) (State, error) {
	next := l.state.Doc.Clone()
	f(&next)
	return l.made(next)
}

// Seal ends a run of merging edits, as when a ball is let go.
func (l *Lab) Seal() { l.past.Seal() }

// Undo takes the last edit back, and with it the run that was there before.
func (l *Lab) Undo() { l.to(l.past.Undo(l.now())) }

// Redo takes the last undo back.
func (l *Lab) Redo() { l.to(l.past.Redo(l.now())) }

// CanUndo tells whether there is an edit to take back.
func (l *Lab) CanUndo() bool { return l.past.CanUndo() }

// CanRedo tells whether there is an undo to take back.
func (l *Lab) CanRedo() bool { return l.past.CanRedo() }

func (l *Lab) to(m moment, is bool) {
	if !is {
		return
	}
	if made, err := l.made(m.doc); err == nil {
		l.state = made
		l.resume(m.step, m.done)
		l.changed()
	}
}

// made is all that follows from a document, or what is wrong with it.
func (l *Lab) made(d Document) (State, error) {
	if err := d.Check(); err != nil {
		return State{}, err
	}
	s := State{Doc: d, Curve: l.state.Curve, Trials: l.state.Trials}
	var err error
	if s.Curve == nil || d.Named != l.state.Doc.Named || d.Formula != l.state.Doc.Formula || d.Seed != l.state.Doc.Seed {
		if s.Curve, err = d.Curve(); err != nil {
			return State{}, err
		}
		s.Trials = nil
	}
	for _, r := range d.Shown() {
		run, err := s.Curve.Start(r, d.Start, d.Steps)
		if err != nil {
			return State{}, err
		}
		s.Runs = append(s.Runs, run)
	}
	if s.Trials == nil || !sameTrials(d, l.state.Doc) {
		if _, has := d.Eta(0); has {
			rates := s.Curve.RatesOf(d.Racers[0], d.Start)
			if s.Trials, err = s.Curve.Try(d.Racers[0].Spec, d.Start, rates[:]...); err != nil {
				return State{}, err
			}
		} else {
			s.Trials = nil
		}
	}
	return s, nil
}

// sameTrials tells whether two documents of one curve have the same trials: they differ in the rate of the first racer at most.
func sameTrials(a, b Document) bool {
	return len(b.Racers) > 0 && a.Start == b.Start && a.Racers[0].Spec.Without("lr").Equal(b.Racers[0].Spec.Without("lr"))
}

// Step makes so many steps.
func (l *Lab) Step(n int) {
	l.Seek(l.state.Step + n)
}

// Seek looks at a step: of those that are made, or makes those up to there.
func (l *Lab) Seek(t int) {
	t = max(0, min(t, l.state.furthest(t)))
	if t == l.state.Step {
		return
	}
	l.state.Step, l.state.Done = t, max(l.state.Done, t)
	l.changed()
}

// furthest is the last step up to t that any racer can make. Past the first NaN of all there is nothing to see.
func (s State) furthest(t int) int {
	last := 0
	for _, r := range s.Runs {
		end := r.Reach(t)
		for end > 0 && math.IsNaN(r.At(end-1).W) {
			end--
		}
		last = max(last, end)
	}
	return last
}

// Reset goes back to the start and forgets the steps.
func (l *Lab) Reset() {
	if l.state.Step == 0 && l.state.Done == 0 {
		return
	}
	l.state.Step, l.state.Done = 0, 0
	l.changed()
}
