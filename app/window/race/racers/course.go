package racers

import (
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
)

// shownAt is a racer as its card shows it: with the settings that it has at the playhead.
func shownAt(r setup.Racer, s lab.State) setup.Racer {
	r.Spec = r.SpecAt(stepOf(s))
	return r
}

// stepOf is the update that is made next where the playhead stands, or the last one.
func stepOf(s lab.State) int { return min(s.Step(), max(s.Doc.Steps-1, 0)) }

// pieces are which change of every racer is in force at the playhead.
func pieces(s lab.State) []int {
	list := make([]int, len(s.Doc.Racers))
	for i := range list {
		list[i] = s.Doc.Racers[i].Changes.Reached(stepOf(s))
	}
	return list
}

// pieced tells whether others are in force than before.
func (p *Pane) pieced(s lab.State) bool {
	for i := range s.Doc.Racers {
		if len(s.Doc.Racers[i].Changes) > 0 && (i >= len(p.pieces) || p.pieces[i] != s.Doc.Racers[i].Changes.Reached(stepOf(s))) {
			return true
		}
	}
	return false
}

// put gives a racer other settings where the playhead stands. While the race plays that is from there on: what it would have
// become stays as its old future, once for each time that is played, and the way of the knob is kept, change by change.
func (p *Pane) put(r *setup.Racer, spec optim.Spec) {
	s := p.desk.Lab().State()
	step := stepOf(s)
	if !s.Playing || step < 1 || step >= s.Doc.Steps || !p.alive(s, r.Slot, step) {
		r.SetAt(step, spec)
		return
	}
	if slices.Contains(p.steered, r.Slot) && len(r.Changes) > 0 {
		r.SetFrom(step, spec)
		return
	}
	p.steered = append(p.steered, r.Slot)
	if len(r.Futures) >= setup.MaxFutures {
		r.SetFrom(step, spec)
		return
	}
	r.Fork(step, spec)
}

// alive tells whether the run of a racer goes on at a step.
func (p *Pane) alive(s lab.State, slot, step int) bool {
	i := s.TapeDoc.RacerAt(slot)
	return i >= 0 && s.Tape != nil && i < len(s.Tape.Runs) && step < s.Tape.Runs[i].Steps
}
