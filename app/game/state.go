package game

import (
	"slices"

	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A Spot is a place of which the player knows something: where the ball has been, or what was probed.
type Spot struct {
	By     Action // that led here; of the start it is none
	At     surfaces.Point
	Height float64
	Slope  surfaces.Point
	Gone   bool // taken back
}

// A Trial is a run that the player set up, and what came of it.
type Trial struct {
	By     Action
	Runs   []*race.Run    // one, or one from each start
	From   surfaces.Point // where the first one began
	Steps  int            // until it was where it should be and stayed, with what the push cost; -1: it never was
	Blew   bool           // it ended higher than it began, or among numbers that are none
	Wins   int            // of the starts, in a contest
	Counts []int          // of steps from each start; -1: never
}

// A State is all that there is to know of a game that is being played. It is a value: what follows from it by an action is
// another one.
type State struct {
	Actions []Action
	Spots   []Spot
	Trials  []Trial
	Used    int // actions that count
}

// grown is a copy of the state with one more action.
func (s State) grown(a Action) State {
	s.Actions = append(slices.Clip(s.Actions), a)
	s.Used++
	return s
}

// with is a copy with one more spot.
func (s State) with(p Spot) State {
	s.Spots = append(slices.Clip(s.Spots), p)
	return s
}

// tried is a copy with one more trial.
func (s State) tried(t Trial) State {
	s.Trials = append(slices.Clip(s.Trials), t)
	return s
}

// Here is the last spot that was not taken back, and whether there is one.
func (s State) Here() (Spot, bool) {
	for i := len(s.Spots) - 1; i >= 0; i-- {
		if !s.Spots[i].Gone {
			return s.Spots[i], true
		}
	}
	return Spot{}, false
}

// Standing are the spots that were not taken back.
func (s State) Standing() []Spot {
	return slices.DeleteFunc(slices.Clone(s.Spots), func(p Spot) bool { return p.Gone })
}

// Best is the trial of the fewest steps, the first of equal ones; -1 if none has come to its end.
func (s State) Best() int {
	best := -1
	for i, t := range s.Trials {
		if t.Steps >= 0 && (best < 0 || t.Steps < s.Trials[best].Steps) {
			best = i
		}
	}
	return best
}
