package curve

import (
	"math"

	"descentlab/app/lab/history"
)

// A State is all that the room shows: the document, what follows from it, and what is looked at. Its runs grow when rows are
// asked of them, and belong to the goroutine of the Lab.
type State struct {
	Doc    Document
	Curve  *Curve
	Runs   []*Run  // one for each racer
	Trials []Trial // of the first racer at three rates; none if it has no rate
	Step   int     // the step that is looked at
	Done   int     // the steps made since the start: rows up to here are in the table
}

// Row is the step of a racer that is looked at.
func (s State) Row(racer int) Row { return s.Runs[racer].At(s.Step) }

// A Lab holds the document of the room with its history, and the step that is looked at.
type Lab struct {
	state  State
	past   history.History[Document]
	change func(State)
}

// NewLab is the lab of a document that has passed its check.
func NewLab(d Document) (*Lab, error) {
	l := &Lab{}
	if err := l.make(d); err != nil {
		return nil, err
	}
	return l, nil
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
	before := l.state.Doc
	next := before.Clone()
	f(&next)
	if next.Equal(before) {
		l.Reset()
		return nil
	}
	if err := next.Check(); err != nil {
		return err
	}
	if err := l.make(next); err != nil {
		return err
	}
	l.past.Record(key, before)
	l.changed()
	return nil
}

// Seal ends a run of merging edits, as when a ball is let go.
func (l *Lab) Seal() { l.past.Seal() }

// Undo takes the last edit back.
func (l *Lab) Undo() { l.to(l.past.Undo(l.state.Doc)) }

// Redo takes the last undo back.
func (l *Lab) Redo() { l.to(l.past.Redo(l.state.Doc)) }

// CanUndo tells whether there is an edit to take back.
func (l *Lab) CanUndo() bool { return l.past.CanUndo() }

// CanRedo tells whether there is an undo to take back.
func (l *Lab) CanRedo() bool { return l.past.CanRedo() }

func (l *Lab) to(d Document, is bool) {
	if is && l.make(d) == nil {
		l.changed()
	}
}

// make makes all that follows from a document.
func (l *Lab) make(d Document) error {
	s := State{Doc: d, Curve: l.state.Curve, Trials: l.state.Trials}
	var err error
	if s.Curve == nil || d.Named != l.state.Doc.Named || d.Formula != l.state.Doc.Formula {
		if s.Curve, err = d.Curve(); err != nil {
			return err
		}
		s.Trials = nil
	}
	for _, r := range d.Racers {
		run, err := s.Curve.Start(r, d.Start, d.Steps)
		if err != nil {
			return err
		}
		s.Runs = append(s.Runs, run)
	}
	if s.Trials == nil || !sameTrials(d, l.state.Doc) {
		if _, has := d.Eta(0); has {
			rates := s.Curve.Rates(d.Start)
			if s.Trials, err = s.Curve.Try(d.Racers[0].Spec, d.Start, rates[:]...); err != nil {
				return err
			}
		} else {
			s.Trials = nil
		}
	}
	l.state = s
	return nil
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
