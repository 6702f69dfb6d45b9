// Package outcome tells where a race would end if it were another one: for every value of a knob, and for changes that a person
// may want to try. Its runs go the road of real ones, so that what it says is what a race with that value says of itself.
package outcome

import (
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// An End is how one run stands when the steps of its race are over.
type End struct {
	Where   lab.Whereabouts
	Fate    Fate
	Settled int     // the first step from which it has settled; -1 if it never has
	Loss    float64 // exact, without noise
	Refused string  // why the racer cannot be so; "" if it can
}

// A Fate is the plainest that can be said of an end.
type Fate uint8

// The fates.
const (
	Pending Fate = iota // the run has not been made yet
	There               // at a place: it has settled there, or has come as near as maps of basins ask for
	Toward              // on its way to a place, or around one
	Moving              // none of the others
	Lost                // it has left the map, the domain or the finite numbers, could not go on, or cannot be
)

// fateOf is the fate of a run that ends at x.
func fateOf(w lab.Whereabouts, x surfaces.Point, home surfaces.Rect) Fate {
	switch w.Kind {
	case lab.Settled, lab.OnLine, lab.AtPlace:
		return There
	case lab.Heading, lab.Circling:
		reach := home.Diagonal() / 200
		if w.Place != nil {
			reach = w.Place.Reach
		}
		if x.Distance(w.At) <= reach && !w.Line {
			return There
		}
		return Toward
	case lab.LeftMap, lab.OutsideDomain, lab.TooFar, lab.EndedOtherwise:
		return Lost
	}
	return Moving
}

// Like tells whether two ends are told by the same words: where two runs end, not after how many steps.
func (e End) Like(o End) bool {
	a, b := e.Where, o.Where
	if e.Fate != o.Fate || e.Fate != There && a.Kind != b.Kind || a.Line != b.Line {
		return false
	}
	switch e.Fate {
	case There, Toward:
		return a.Line || samePlace(a, b)
	case Lost:
		return e.Refused == o.Refused && a.Verdict.Kind == b.Verdict.Kind && a.Verdict.Why == b.Verdict.Why
	}
	return true
}

// samePlace compares what two ends are about. One of a place that is not listed, which each run finds for itself, is known by
// where it lies.
func samePlace(a, b lab.Whereabouts) bool {
	if a.Place != nil && b.Place != nil {
		return a.Place.Name == b.Place.Name
	}
	return a.At.Distance(b.At) <= 1e-4*(1+a.At.Distance(surfaces.Point{}))
}

// Name is that of the place at which a run ends or to which it is on its way: "A", "saddle S1"; where it lies, if it is not
// listed; "" for other ends.
func (e End) Name() string {
	w := e.Where
	switch {
	case e.Fate != There && e.Fate != Toward:
		return ""
	case w.Line:
		return words.T("a line of minima")
	case w.Place == nil:
		return words.T("an unlisted %s %s", words.Kind(w.Ground), words.At(w.At))
	case w.Ground == surfaces.Minimum || w.Up && w.Ground == surfaces.Maximum:
		return w.Place.Name
	}
	return words.Place(w.Ground, w.Place.Name, false)
}

// String says what becomes of a run with such an end: "ends in A", "is still on its way to A", "diverges".
func (e End) String() string {
	w := e.Where
	switch {
	case e.Refused != "":
		return e.Refused
	case e.Fate == There && w.Line:
		return words.T("ends on a line of minima")
	case e.Fate == There && w.Kind == lab.AtPlace:
		return words.T("ends at %s", e.Name())
	case e.Fate == There:
		return words.T("ends in %s", e.Name())
	case e.Fate == Toward && w.Kind == lab.Circling:
		return words.T("circles %s", e.Name())
	case e.Fate == Toward:
		return words.T("is still on its way to %s", e.Name())
	}
	switch w.Kind {
	case lab.LeftMap:
		return words.T("leaves the map")
	case lab.EndedOtherwise:
		return ends(w.Verdict)
	case lab.OutsideDomain:
		return words.T("starts outside the domain")
	case lab.TooFar:
		return words.T("starts too far away")
	case lab.LevelGround:
		return words.T("stops on level ground")
	case lab.NoGradient:
		return words.T("stops where the gradient is 0")
	}
	return words.T("is %s", w)
}

// ends is how a run ends early, whenever that is.
func ends(v race.Verdict) string {
	switch v.Kind {
	case race.Diverged:
		return words.T("diverges")
	case race.Undefined:
		return words.T("leaves the domain")
	}
	return words.T("stops: %s", words.Failure(v.Why))
}
