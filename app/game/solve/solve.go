// Package solve finds out what the least count of a level is, by trying everything that can be done in it.
package solve

import (
	"slices"

	"descentlab/app/game"
)

// A Solution is what a search has found.
type Solution struct {
	Count   int           // the least there is
	Actions []game.Action // by which it is reached
	States  int           // that were looked at
}

// A search ends after so many actions, or so many states, without a result.
const (
	deepest    = 40
	mostStates = 300_000
)

// Fewest searches a level whose actions can be counted, layer by layer: all states after one action, after two, and so on,
// of those from which the same follows only one. In a level in which the actions themselves are counted the first state at the
// goal has the least count. In the others, where runs are, the tries do not depend on one another, and the search ends after as
// many as the level says are enough; all values of all knobs have then been tried. So no play has a lower count. It tells
// whether the goal can be reached at all.
func Fewest(l *game.Level) (best Solution, ok bool) {
	layers := deepest
	if w, tries := l.Way.(interface{ Enough() int }); tries {
		layers = w.Enough()
	}
	type path struct {
		state   game.State
		actions []game.Action
	}
	begin := l.Begin()
	frontier, known := []path{{state: begin}}, map[string]bool{l.Way.Key(l, begin): true}
	for layer := 1; layer <= layers && len(frontier) > 0; layer++ {
		var next []path
		for _, p := range frontier {
			for _, a := range l.Way.Moves(l, p.state) {
				s, err := l.Next(p.state, a)
				if err != nil {
					continue
				}
				if best.States++; best.States > mostStates {
					return best, false
				}
				key := l.Way.Key(l, s)
				if known[key] {
					continue
				}
				known[key] = true
				actions := append(slices.Clip(p.actions), a)
				if n, reached := l.Way.Count(l, s); reached && (!ok || n < best.Count) {
					best.Count, best.Actions, ok = n, actions, true
				}
				next = append(next, path{s, actions})
			}
		}
		if _, tries := l.Way.(interface{ Enough() int }); ok && !tries {
			return best, true
		}
		frontier = next
	}
	return best, ok
}
