package lab

import (
	"descentlab/app/words"
	"descentlab/optim/race"
)

// A Situation is what can be said of where a racer is.
type Situation int

// The situations.
const (
	Descending     Situation = iota // under way, below its start
	AboveStart                      // under way, above its start
	LevelGround                     // where the gradient is zero, at no place that is known
	AtPlace                         // at a critical point
	OutsideDomain                   // without a value where it starts
	EndedOtherwise                  // its run has ended before its time
)

// Whereabouts are where a racer is.
type Whereabouts struct {
	Kind    Situation
	Place   *Place       // of AtPlace
	Verdict race.Verdict // of EndedOtherwise and OutsideDomain
}

// whereabouts are those of a run at step t, of which the row looked at is at; place is where that is, if anywhere.
func whereabouts(r *race.Run, t, at int, place *Place) Whereabouts {
	switch v := r.Verdict; {
	case v.Kind == race.Undefined && v.Step == 0:
		return Whereabouts{Kind: OutsideDomain, Verdict: v}
	case v.Kind != race.Finished && t >= v.Step:
		return Whereabouts{Kind: EndedOtherwise, Verdict: v}
	case place != nil:
		return Whereabouts{Kind: AtPlace, Place: place}
	case r.GradNorm(at) == 0:
		return Whereabouts{Kind: LevelGround}
	case r.Loss(at) > r.Loss(0):
		return Whereabouts{Kind: AboveStart}
	}
	return Whereabouts{Kind: Descending}
}

// String says it: "minimum A (global)", "above the start", "diverged at step 12".
func (w Whereabouts) String() string {
	switch w.Kind {
	case AboveStart:
		return words.T("above the start")
	case LevelGround:
		return words.T("level ground")
	case AtPlace:
		return w.Place.Label()
	case OutsideDomain:
		return words.T("outside the domain")
	case EndedOtherwise:
		return words.Ending(w.Verdict)
	}
	return words.T("descending")
}

// Brief says it in the fewest words: "diverged, 12"; why a run stopped is left out.
func (w Whereabouts) Brief() string {
	if w.Kind == EndedOtherwise {
		return words.EndingBriefly(w.Verdict)
	}
	return w.String()
}
