// Package fork is the button that forks a racer where the playhead stands, and what it does.
package fork

import (
	"errors"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/widgets/kit"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane is the button, and a small one for where there is little room.
type Pane struct {
	desk   desk.Desk
	button *kit.Button
	small  *kit.IconButton
	why    string
}

// New is the button on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d}
	p.button = kit.NewButton(words.T("Fork here"), kit.IconFork, hint(), func() { Here(d) })
	p.small = kit.NewIconButton(kit.IconFork, words.T("Fork here")+". "+hint(), func() { Here(d) })
	d.Mark("fork", func() fyne.CanvasObject { return p.button })
	return p
}

func hint() string {
	return words.T("From this step on another knob, or another method (F): the old future stays as a dotted line")
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.button }

// Small is what is seen of it where there is little room.
func (p *Pane) Small() fyne.CanvasObject { return p.small }

// Update enables the button where a fork can be.
func (p *Pane) Update(s lab.State, _ lab.Change) {
	why := Refused(s, Chosen(s))
	if why == p.why {
		return
	}
	if p.why = why; why != "" {
		p.button.Disable()
		p.small.Disable()
	} else {
		p.button.Enable()
		p.small.Enable()
	}
}

// Chosen is the racer that a fork is of: that of the open card, else the one that is looked at, else the first one that goes on;
// -1 if there is none.
func Chosen(s lab.State) int {
	for _, slot := range []int{s.View.Card, s.View.Alone()} {
		if i := s.Doc.RacerAt(slot); slot >= 0 && i >= 0 {
			return i
		}
	}
	return s.Doc.Subject()
}

// Refused says why a racer cannot be forked at the playhead; "" if it can.
func Refused(s lab.State, racer int) string {
	if racer < 0 {
		return words.T("There is no racer to fork.")
	}
	step, name := s.Step(), s.Doc.Names()[racer]
	switch {
	case s.Tape == nil || !setup.Same(setup.OfRace, &s.TapeDoc, &s.Doc) || racer >= len(s.Tape.Runs):
		return words.T("The race is still being recorded.")
	case step < 1:
		return words.T("At step 0 nothing has happened yet: change the racer itself, or go to the step where it shall fork.")
	case step >= s.Doc.Steps:
		return words.T("Step %d is the last: go back to the step where the race shall fork.", s.Doc.Steps)
	case len(s.Doc.Racers[racer].Futures) >= setup.MaxFutures:
		return words.T("%s has %d futures beside its own, and cannot have more: remove one.", name, setup.MaxFutures)
	}
	if run := s.Tape.Runs[racer]; run.Verdict.Kind != race.Finished && step >= run.Steps {
		return words.T("%s: %s. Nothing goes on from there: go back to an earlier step.", name, words.Ending(run.Verdict))
	}
	return ""
}

// Here forks the chosen racer at the playhead, opens its card, where the hand then changes what shall be another one, and stops
// the time there.
func Here(d desk.Desk) {
	s := d.Lab().State()
	racer := Chosen(s)
	if why := Refused(s, racer); why != "" {
		d.Say(errors.New(why))
		return
	}
	step, slot := s.Step(), s.Doc.Racers[racer].Slot
	d.Lab().Seek(float64(step))
	err := d.Edit("", func(e *setup.Experiment) { e.Racers[racer].Fork(step, e.Racers[racer].SpecAt(step)) })
	if err != nil {
		return
	}
	d.Lab().Look(func(v *lab.View) { v.Card = slot })
}
