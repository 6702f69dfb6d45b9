package game

import (
	"fmt"
	"math"

	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

var _ = register(Level{
	Key: "till_it_explodes", Number: 3,
	Title: say.Later("Till it explodes"),
	Goal:  say.Later("Find the rate with the fewest steps down, then the smallest one that explodes."),
	Ground: ground.New(ground.Ground{
		Formula: "0.15*(x - 4)^2 + 0.5", Flat: true,
		View:  surfaces.Rect{X0: -8.5, X1: 16.5, Y0: 0, Y1: 23},
		Start: surfaces.Point{X: -3},
	}),
	Rate:  1,
	Tells: true, Three: 4, Two: 9, One: 25,
	Par: Par{Fewest: 3},
	Way: Brink{Launch{Methods: []string{"sgd"}, Knobs: []Knob{rateKnob(spaced(0.1, 8, 0.1), 1)}, Steps: 60, Near: 1e-5}},
})

// A Brink asks for two rates: the one that arrives in the fewest steps, and the least one that explodes. What counts are the
// steps of the first and the tenths by which the second is above the critical rate.
type Brink struct{ Launch }

// Critical is the rate above which steps grow: 2 over the curvature at the lowest point.
func (w Brink) Critical(l *Level) float64 { return l.Ground.Lowest().StableRate() }

// Exploded is the least rate of a trial that blew up, +Inf if there is none.
func (w Brink) Exploded(s State) float64 {
	least := math.Inf(1)
	for _, t := range s.Trials {
		if spec, err := t.By.Spec(); err == nil && t.Blew {
			least = min(least, spec.Get("lr").Num)
		}
	}
	return least
}

// Count needs both.
func (w Brink) Count(l *Level, s State) (int, bool) {
	best, least := s.Best(), w.Exploded(s)
	if best < 0 || math.IsInf(least, 1) {
		return 0, false
	}
	return s.Trials[best].Steps + int(math.Ceil(10*(least-w.Critical(l)))), true
}

// Enough is a try for each of the two.
func (w Brink) Enough() int { return 2 }

// Key is the steps of the one and the rate of the other.
func (w Brink) Key(_ *Level, s State) string {
	steps := -1
	if best := s.Best(); best >= 0 {
		steps = s.Trials[best].Steps
	}
	return fmt.Sprint(steps, w.Exploded(s))
}
