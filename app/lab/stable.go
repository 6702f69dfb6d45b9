package lab

import "descentlab/optim/race"

// Diverged is how the i-th run of the race has ended, and whether that was by its steps being too long: it has diverged, or left
// the domain, and not at once.
func (s State) Diverged(i int) (race.Verdict, bool) {
	if s.Tape == nil || i < 0 || i >= len(s.Tape.Runs) {
		return race.Verdict{}, false
	}
	v := s.Tape.Runs[i].Verdict
	return v, v.Step > 0 && (v.Kind == race.Diverged || v.Kind == race.Undefined)
}
