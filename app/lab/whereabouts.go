package lab

import (
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A Situation is what can be said of where a racer is.
type Situation int

// The situations.
const (
	Moving         Situation = iota // none of the others
	AtStart                         // no step has been made
	Settled                         // so near a minimum's loss, from here to the end of the race
	OnLine                          // the same, at a minimum that is one of a whole line of them
	AtPlace                         // at a critical point that is no minimum
	Heading                         // on its way to where the ground below leads
	Circling                        // the same, but it has been there before and has just gone uphill
	Bouncing                        // to and fro across a valley, without getting lower
	LevelGround                     // come to rest where the ground is level, at no place that is known
	NoGradient                      // come to rest where the gradient is zero, at no place that is known
	Held                            // come to rest on a slope, as weight decay may hold it
	LeftMap                         // outside of the home window, from some step to the end of the race
	OutsideDomain                   // without a value where it starts
	TooFar                          // it starts where it would count as diverged
	EndedOtherwise                  // its run has ended before its time
	Climbing                        // on its way up, as it is told to
	Searching                       // it is not known yet which places there are
)

// Whereabouts are where a racer is.
type Whereabouts struct {
	Kind    Situation
	Place   *Place         // the listed one that Settled, OnLine, AtPlace, Heading or Circling are about; nil if it is not listed
	At      surfaces.Point // where that lies
	Ground  surfaces.Kind  // what it is
	Line    bool           // it is one of a whole line of minima
	Up      bool           // the racer climbs: for minima read maxima
	Step    int            // at which a racer of LeftMap has left
	Verdict race.Verdict   // of EndedOtherwise and OutsideDomain
}

// String says it: "settled at A", "heading for B", "diverged at step 12".
func (w Whereabouts) String() string {
	switch w.Kind {
	case Settled:
		if w.Place == nil {
			return words.T("settled at an unlisted %s %s", words.Kind(w.Ground), words.At(w.At))
		}
		return words.T("settled at %s", w.Place.Name)
	case AtPlace:
		if w.Place == nil {
			return words.T("at an unlisted %s %s", words.Kind(w.Ground), words.At(w.At))
		}
		if w.Ground == surfaces.Degenerate {
			return words.T("at degenerate point %s", w.Place.Name)
		}
		return words.T("at %s", words.Place(w.Ground, w.Place.Name, false))
	case Heading:
		return words.T("heading for %s", w.goal())
	case Circling:
		return words.T("circling %s", w.goal())
	case LeftMap:
		if w.Step == 0 {
			return words.T("outside the map")
		}
		return words.T("left the map at step %d", w.Step)
	case EndedOtherwise:
		return words.Ending(w.Verdict)
	case OnLine:
		if w.Up {
			return words.T("on a line of maxima")
		}
		return words.T("on a line of minima")
	case Bouncing:
		if w.Up {
			return words.T("bouncing across a ridge")
		}
	}
	return w.Kind.words()
}

// words are those of a situation that is about nothing else.
func (k Situation) words() string {
	switch k {
	case Bouncing:
		return words.T("bouncing across a valley")
	case LevelGround:
		return words.T("stopped on level ground")
	case NoGradient:
		return words.T("stopped: gradient 0")
	case Held:
		return words.T("at rest on a slope")
	case OutsideDomain:
		return words.T("outside the domain")
	case TooFar:
		return words.T("too far away to start")
	case AtStart:
		return words.T("at the start")
	case Climbing:
		return words.T("climbing")
	case Searching:
		return "…"
	}
	return words.T("still moving")
}

// goal is where the ground below leads.
func (w Whereabouts) goal() string {
	switch {
	case w.Line:
		return w.line()
	case w.Place != nil:
		return w.Place.Name
	}
	return words.At(w.At)
}

func (w Whereabouts) line() string {
	if w.Up {
		return words.T("a line of maxima")
	}
	return words.T("a line of minima")
}
