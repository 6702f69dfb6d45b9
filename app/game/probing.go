package game

import (
	"fmt"
	"math"

	"descentlab/internal/say"
)

// A Probing looks at the ground by probes, each of which shows the height and the slope at a place and the ground around it.
// A probe below Goal ends it.
type Probing struct {
	Radius float64 // of the disc that a probe shows, in units of the ground
	Goal   float64 // a height
	Faint  float64 // a slope below which the ground is nearly level
	Two    bool    // players take turns
}

// Soft is the part of the disc's radius over which the fog closes in.
const Soft = 0.2

// Begin is a map under fog.
func (w Probing) Begin(*Level) State { return State{} }

// Next probes, or takes the last probe back, which counts all the same.
func (w Probing) Next(l *Level, s State, a Action) (State, error) {
	switch {
	case a.Do == Probe && a == Action{Do: Probe, X: a.X, Y: a.Y, Who: a.Who}:
		if err := w.turn(l, s, a.Who); err != nil {
			return s, err
		}
		if !l.Ground.View.Contains(a.At()) {
			return s, say.Errorf("level %q: the ground is x from %v to %v, y from %v to %v; there is none at (%v, %v)",
				l.Key, l.Ground.View.X0, l.Ground.View.X1, l.Ground.View.Y0, l.Ground.View.Y1, a.X, a.Y)
		}
		height, slope := l.Ground.At(a.At())
		return s.grown(a).with(Spot{By: a, At: a.At(), Height: height, Slope: slope}), nil
	case a == Action{Do: Back} && !w.Two:
		for i := len(s.Spots) - 1; i >= 0; i-- {
			if !s.Spots[i].Gone {
				used := s.Used
				s = s.grown(a)
				s.Used, s.Spots = used, append([]Spot(nil), s.Spots...)
				s.Spots[i].Gone = true
				return s, nil
			}
		}
		return s, say.Errorf("level %q: there is no probe to take back", l.Key)
	}
	return s, refuse(l, a)
}

// turn refuses who there is not, or who is not next.
func (w Probing) turn(l *Level, s State, who int) error {
	switch {
	case who != 0 && (who != 1 || !w.Two):
		return say.Errorf("level %q: there is no player %d", l.Key, who+1)
	case w.Two && s.Turn(who) != who:
		return say.Errorf("it is player %d's turn", 2-who)
	}
	return nil
}

// Moves cannot be counted: a probe may be anywhere.
func (w Probing) Moves(*Level, State) []Action { return nil }

// Count is that of probes, those taken back as well.
func (w Probing) Count(_ *Level, s State) (int, bool) {
	here, ok := s.Here()
	return s.Used, ok && here.Height < w.Goal
}

// Stars go by probes; the score is 1000 times par over probes, and times the goal over the height as far as it is not reached,
// both above the lowest point.
func (w Probing) Stars(l *Level, s State) (stars, score int) {
	here, ok := s.Here()
	if !ok || w.Two {
		return 0, 0 // two play against each other
	}
	floor := l.Ground.Lowest().Value
	share := min(1, float64(l.Three)/float64(s.Used)) * min(1, (w.Goal-floor)/max(here.Height-floor, 1e-300))
	if here.Height < w.Goal {
		stars = l.Stars(s.Used)
	}
	return stars, int(math.Round(1000 * share))
}

// Key is the whole of what was done.
func (w Probing) Key(_ *Level, s State) string { return fmt.Sprint(s.Actions) }
