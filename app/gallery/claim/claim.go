package claim

import (
	"descentlab/app/lab/setup"
	"descentlab/surfaces"
)

// A Claim is a sentence about a race that can be checked.
type Claim struct {
	Text    string
	changes []change
	says    says
}

// says is what a claim says of the race that its changes leave.
type says interface {
	check(t *trial) (ok bool, found string)
	places() bool               // the race's places must be known
	said(names []string) string // in the reader's language, of racers with these names
}

// A change is what a claim wants to be otherwise in the experiment.
type change struct {
	make func(*setup.Experiment)
	said func() string // in the reader's language
}

// A Result is what has become of a claim.
type Result struct {
	Claim Claim
	OK    bool
	Found string // what the race has shown
}

// A moment is when something happens, by its step. The zero one is any.
type moment struct {
	is   string // "at", "before", "after"
	step int
}

// holds tells whether a step is in it.
func (m moment) holds(step int) bool {
	switch m.is {
	case "at":
		return step == m.step
	case "before":
		return step < m.step
	case "after":
		return step > m.step
	}
	return true
}

// A place is a critical point by its name, or a point.
type place struct {
	name string
	at   surfaces.Point
}

// A span is when something is measured: steps from to to, which may be the race's last.
type span struct{ from, to int }

// last is the race's last step, as an end of a span.
const last = -1
