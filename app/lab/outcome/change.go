package outcome

import (
	"slices"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/surfaces"
)

// A Change is a small edit of an experiment, of which it is known what comes of it.
type Change struct {
	Slot     int    // of the racer whose knob is another one; -1 if the start is
	Knob     string // its name
	From, To float64
	Start    surfaces.Point // to begin at, if that is the change

	Title string // what is changed: "lr of SGD 0.012 → 0.05"
	Said  string // what comes of it: "settles in 17 steps instead of 80"

	Now, Then []End // of every racer of the experiment, and of the changed one; those not asked for are Pending
	kind      interest
}

// Apply makes the change.
func (c *Change) Apply(e *setup.Experiment) {
	if c.Slot < 0 {
		e.Start = c.Start
		return
	}
	if i := e.RacerAt(c.Slot); i >= 0 {
		e.Racers[i].Spec = e.Racers[i].Spec.With(c.Knob, optim.Num(c.To))
	}
}

// An interest is why somebody may want to try a change; the greater, the more.
type interest int

const (
	none     interest = iota
	lower             // it comes much nearer to the same place
	faster            // it settles in the same place, much sooner
	lost              // it no longer ends on the map
	settling          // it ends at a place, where it did not
	another           // it ends at another place
)

// interestOf compares the ends of a run as it is and as it would be.
func interestOf(now, then End) interest {
	place := then.Where.Place
	named := then.Fate == There && place != nil && then.Name() == place.Name && then.Where.Kind != lab.AtPlace
	switch {
	case named && now.Fate == There && now.Where.Place != nil && !then.Like(now):
		return another
	case named && now.Fate != There && (then.Settled >= 0 || now.Fate == Lost):
		return settling
	case then.Fate == Lost && then.Refused == "" && now.Fate != Lost:
		return lost
	case named && then.Like(now) && then.Settled >= 0 && now.Settled >= 2*then.Settled && now.Settled >= then.Settled+5:
		return faster
	case !then.Where.Up && then.Fate != Lost && then.Name() != "" && then.Name() == now.Name() && nears(now, then):
		return lower
	}
	return none
}

// nears tells whether a run ends much less high above a place than another one, both of which have not settled there.
func nears(now, then End) bool {
	p := then.Where.Place
	if p == nil || p.Kind != surfaces.Minimum || now.Settled >= 0 || then.Settled >= 0 {
		return false
	}
	above, was := then.Loss-p.Value, now.Loss-p.Value
	return above >= 0 && 10*above <= was && words.Short(then.Loss) != words.Short(now.Loss)
}

// said tells what comes of a change to a racer.
func said(kind interest, now, then End) string {
	switch kind {
	case lower:
		return words.T("gets down to %s instead of %s", words.Short(then.Loss), words.Short(now.Loss))
	case faster:
		return words.T("settles in %d steps instead of %d", then.Settled, now.Settled)
	case another:
		if then.Settled >= 0 && now.Settled >= 0 {
			return words.T("settles at %s instead of %s", then.Name(), now.Name())
		}
		return words.T("ends in %s instead of %s", then.Name(), now.Name())
	case settling:
		switch {
		case then.Settled >= 0 && now.Fate == Lost:
			return words.T("settles at %s in %d steps; now it %s", then.Name(), then.Settled, now)
		case then.Settled >= 0:
			return words.T("settles at %s in %d steps; now it does not", then.Name(), then.Settled)
		}
	}
	return words.T("%s; now it %s", then, now)
}

// title names what is changed of a racer.
func title(knob, racer string, from, to float64) string {
	if named := " " + strings.ToLower(racer); strings.HasSuffix(named, " "+strings.ToLower(knob)) { // Nesterov momentum's momentum
		return words.T("%s %s → %s", racer, words.Setting(from), words.Setting(to))
	}
	return words.T("%s of %s %s → %s", knob, racer, words.Setting(from), words.Setting(to))
}

// gathered tells what becomes of the racers from another start: of the most that end at one place instead of another, and how
// many these are.
func gathered(names []string, now, then []End) (said string, count int) {
	type way struct{ from, to string }
	var ways []way
	who := map[way][]string{}
	for i, e := range then {
		if interestOf(now[i], e) != another {
			continue
		}
		w := way{now[i].Name(), e.Name()}
		if who[w] == nil {
			ways = append(ways, w)
		}
		who[w] = append(who[w], names[i])
	}
	if len(ways) == 0 {
		return "", 0
	}
	w := slices.MaxFunc(ways, func(a, b way) int { return len(who[a]) - len(who[b]) })
	if list := who[w]; len(list) > 1 {
		return words.T("%s end in %s instead of %s", words.And(list), w.to, w.from), len(list)
	}
	return words.T("%s ends in %s instead of %s", who[w][0], w.to, w.from), 1
}
