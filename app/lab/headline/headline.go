// Package headline says in one true sentence what a race comes to.
package headline

import (
	"math"
	"slices"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// A Headline is a sentence, in which a racer may be named.
type Headline struct {
	Text string
	Slot int // of the racer that it is about; -1: none
	Name string
}

// Parts are what stands before the racer's name, the name, and what stands after it. Without a name all stands before.
func (h Headline) Parts() (before, name, after string) {
	i := strings.Index(h.Text, h.Name)
	if h.Name == "" || i < 0 {
		return h.Text, "", ""
	}
	return h.Text[:i], h.Name, h.Text[i+len(h.Name):]
}

// A finish is how one racer stands at the end.
type finish struct {
	name    string
	slot    int
	at      lab.Standing
	deepest bool // it is at a deepest point
	gone    bool // it takes no part any more
}

// unsure tells whether there is no saying: it climbs, or the places are still looked for.
func (f finish) unsure() bool { return f.at.Where.Up || f.at.Where.Kind == lab.Searching }

// Of is the sentence about the race of a state, from its beginning to its end, of the racers that are drawn.
func Of(s lab.State) Headline {
	if s.Tape == nil || s.Courses == nil || s.Field == nil || s.Stale() {
		return about(s)
	}
	list := finishes(s)
	if _, known := lab.Best(s.Tape, s.Field.Places); !known { // somebody has been lower than the minima that are known
		for i := range list {
			list[i].deepest = false
		}
	}
	if len(list) == 0 || slices.ContainsFunc(list, finish.unsure) {
		return about(s)
	}
	if len(list) == 1 {
		return alone(list[0], s.TapeDoc.Steps)
	}
	several := deepest(s) > 1
	var there, left []finish
	for _, f := range list {
		if f.deepest {
			there = append(there, f)
		}
		if !f.gone {
			left = append(left, f)
		}
	}
	switch {
	case len(left) == 0:
		return Headline{Text: words.T("None of the %d stays on the map.", len(list)), Slot: -1}
	case len(there) == 1 && several:
		return named(there[0], words.T("One start, one landscape: only %s finds one of the deepest points.", there[0].name))
	case len(there) == 1:
		return named(there[0], words.T("One start, one landscape: only %s finds the deepest point.", there[0].name))
	case len(there) > 1:
		return many(there, len(list), several)
	case len(left) == 1:
		return named(left[0], words.T("Only %s stays on the map.", left[0].name))
	}
	return lowest(left, s)
}

// named is a sentence about a racer, with its name.
func named(f finish, text string) Headline { return Headline{Text: text, Slot: f.slot, Name: f.name} }

// about names the landscape, while nothing else is known.
func about(s lab.State) Headline {
	title := words.T("your formula")
	if surface, err := s.Doc.Landscape(); err == nil && surface.Title != "" {
		title = words.T(surface.Title)
	}
	return Headline{Text: words.T("A race down: %s", title), Slot: -1}
}

// alone is about a race of one.
func alone(f finish, steps int) Headline {
	if f.at.Settled > 0 && f.deepest {
		return Headline{Text: words.N(f.at.Settled, "%[2]s is at the deepest point after %[1]d step.",
			"%[2]s is at the deepest point after %[1]d steps.", f.at.Settled, f.name), Slot: f.slot, Name: f.name}
	}
	return Headline{Text: words.N(steps, "%[2]s after %[1]d step: %[3]s", "%[2]s after %[1]d steps: %[3]s", steps, f.name,
		f.at.Where.String()), Slot: f.slot, Name: f.name}
}

// many is about those of all that find a deepest point, and who is there first.
func many(there []finish, all int, several bool) Headline {
	first := -1
	for i, f := range there {
		if f.at.Settled >= 0 && (first < 0 || f.at.Settled < there[first].at.Settled) {
			first = i
		}
	}
	ties := 0
	for _, f := range there {
		if first >= 0 && f.at.Settled == there[first].at.Settled {
			ties++
		}
	}
	one := words.T("%d of %d find the deepest point", len(there), all)
	switch {
	case len(there) == all && several:
		one = words.T("All %d find one of the deepest points", all)
	case len(there) == all:
		one = words.T("All %d find the deepest point", all)
	case several:
		one = words.T("%d of %d find one of the deepest points", len(there), all)
	}
	if ties != 1 {
		return Headline{Text: words.T("%s.", one), Slot: -1}
	}
	f := there[first]
	return Headline{Text: words.T("%s, %s first, after %d steps.", one, f.name, f.at.Settled), Slot: f.slot, Name: f.name}
}

// lowest is about who of those that are left ends with the lowest loss, if it is one.
func lowest(left []finish, s lab.State) Headline {
	best := slices.MinFunc(left, func(a, b finish) int { return compare(a.at.Loss, b.at.Loss) })
	shown := words.Short(best.at.Loss)
	same := 0
	for _, f := range left {
		if words.Short(f.at.Loss) == shown {
			same++
		}
	}
	switch {
	case same > 1 && deepest(s) > 0:
		return Headline{Text: words.T("Nobody finds the deepest point in %d steps.", s.TapeDoc.Steps), Slot: -1}
	case same > 1:
		return about(s)
	case deepest(s) > 0:
		return Headline{Text: words.T("Nobody finds the deepest point; %s gets lowest, down to %s.", best.name, shown),
			Slot: best.slot, Name: best.name}
	}
	return Headline{Text: words.T("%s gets lowest, down to %s after %d steps.", best.name, shown, s.TapeDoc.Steps),
		Slot: best.slot, Name: best.name}
}

// compare puts losses in order, those that are no numbers last.
func compare(a, b float64) int {
	switch {
	case a < b || math.IsNaN(b) && !math.IsNaN(a):
		return -1
	case a > b || math.IsNaN(a) && !math.IsNaN(b):
		return 1
	}
	return 0
}

// finishes are those of the racers that are drawn.
func finishes(s lab.State) (list []finish) {
	names := s.TapeDoc.Names()
	for i, at := range s.Courses.Standings(s.TapeDoc.Steps) {
		r := &s.TapeDoc.Racers[i]
		if r.Hidden {
			continue
		}
		list = append(list, finish{name: names[i], slot: r.Slot, at: at, deepest: isDeepest(at.Where), gone: isGone(at.Where)})
	}
	return list
}

// isDeepest tells whether somebody is at a deepest point.
func isDeepest(w lab.Whereabouts) bool {
	at := w.Kind == lab.Settled || w.Kind == lab.OnLine || w.Kind == lab.Circling
	return at && w.Ground == surfaces.Minimum && w.Place != nil && w.Place.Global
}

// isGone tells whether somebody takes no part any more.
func isGone(w lab.Whereabouts) bool {
	return slices.Contains([]lab.Situation{lab.LeftMap, lab.OutsideDomain, lab.TooFar, lab.EndedOtherwise}, w.Kind)
}

// deepest is how many deepest points are known; none if somebody has been lower.
func deepest(s lab.State) (n int) {
	if _, known := lab.Best(s.Tape, s.Field.Places); !known {
		return 0
	}
	for _, p := range s.Field.Places {
		if p.Global {
			n++
		}
	}
	return n
}
