package lab

import (
	"slices"

	"descentlab/app/lab/chronicle"
	"descentlab/optim/race"
)

// Told is what happens in a race, as somebody has told it of a tape over a field: package events does.
type Told struct {
	*chronicle.Chronicle
	Tape  *race.Tape
	Field *Field
	Names []string // of the tape's racers
}

// Chronicle is what happens in the race that the state shows; nil if that is not known. While what happens in a race is still to
// be told that differs from the one before by settings alone, that one's stands in for it.
func (s State) Chronicle() *chronicle.Chronicle {
	t := s.View.Told
	if t == nil || s.Tape == nil {
		return nil
	}
	if t.Tape != s.Tape && (t.Tape.Steps != s.Tape.Steps || !t.Field.Alike(s.Field) || !slices.Equal(t.Names, s.TapeDoc.Names())) {
		return nil
	}
	return t.Chronicle
}

// Told tells whether what happens in the race that the state shows is known, and not that of one before.
func (s State) Told() bool {
	return s.View.Told != nil && s.View.Told.Tape == s.Tape && s.View.Told.Field == s.Field
}

// Listens tells whether what happens to a racer of the race is told: to the one that is looked at alone, or else to all that are
// not hidden.
func (s State) Listens(racer int) bool {
	if racer >= len(s.TapeDoc.Racers) {
		return false
	}
	r := s.TapeDoc.Racers[racer]
	if alone := s.View.Alone(); alone >= 0 && s.TapeDoc.RacerAt(alone) >= 0 {
		return r.Slot == alone
	}
	return !r.Hidden
}

// Event puts the playhead on the next thing that happens, or for -1 on the one before, of what is listened to. It tells whether
// there is one.
func (l *Lab) Event(d int) bool {
	s := &l.state
	c := s.Chronicle()
	if c == nil {
		return false
	}
	next := c.Next(s.Step(), s.Listens)
	if d < 0 {
		next = c.Before(s.Step(), s.Listens)
	}
	if next == nil {
		return false
	}
	l.Seek(float64(next.From))
	return true
}
