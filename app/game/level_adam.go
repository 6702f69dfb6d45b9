package game

import (
	"fmt"
	"math/rand/v2"
	"sync"

	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

var banana = ground.New(ground.Ground{
	Formula: "(1 - x)^2 + 20*(y - x^2)^2",
	View:    surfaces.Rect{X0: -2.4, X1: 2.4, Y0: -0.82, Y1: 2.7},
	Start:   surfaces.Point{X: -1.2, Y: 1},
})

var _ = register(Level{
	Key: "beat_adam", Number: 8,
	Title:  say.Later("Beat Adam"),
	Goal:   say.Later("A tuned Adam ran from ten hidden starts: choose method and knobs that beat it."),
	Ground: banana,
	Rate:   0.01,
	Three:  2, Two: 4, One: 5,
	Par: Par{Fewest: 1},
	Way: Contest{
		Launch: Launch{
			Methods: []string{"adam", "momentum", "nesterov", "rmsprop", "adagrad", "nadam", "lion"},
			Knobs: []Knob{
				rateKnob([]float64{0.002, 0.003, 0.005, 0.007, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.2, 0.3, 0.5, 0.7, 1}, 0.1),
				momentumKnob([]float64{0.5, 0.7, 0.8, 0.9, 0.95}, 0.9),
			},
			Steps: 300, Near: 0.01,
		},
		Starts: hidden(banana, 10),
		rival:  &rival{},
	},
})

// hidden are places of a window that nobody has been told.
func hidden(g *ground.Ground, n int) (list []surfaces.Point) {
	rng := rand.New(rand.NewPCG(8, 0xada3))
	v := g.View
	for range n {
		list = append(list, surfaces.Point{
			X: v.X0 + (0.1+0.8*rng.Float64())*(v.X1-v.X0), Y: v.Y0 + (0.1+0.8*rng.Float64())*(v.Y1-v.Y0),
		})
	}
	return list
}

// A Contest lets a method run from several starts against Adam, tuned on the same ones. A start is won by being there in fewer
// steps; what counts are the starts that are not won.
type Contest struct {
	Launch
	Starts []surfaces.Point
	rival  *rival
}

// A rival is Adam, at the rate that suits it best over all starts: found when it is first asked for.
type rival struct {
	once sync.Once
	best Trial
}

// Adam is the trial of the tuned Adam.
func (w Contest) Adam(l *Level) Trial {
	w.rival.once.Do(func() {
		least := -1
		for values := range w.settings(w.Knobs[:1]) {
			t, err := w.runs(l, w.Action("adam", values))
			if err != nil {
				panic(err)
			}
			if sum := w.total(t); least < 0 || sum < least {
				least, w.rival.best = sum, t
			}
		}
	})
	return w.rival.best
}

// total is the sum of steps; who is never there counts twice the length of the race.
func (w Contest) total(t Trial) (sum int) {
	for _, n := range t.Counts {
		if n < 0 {
			n = 2 * w.Steps
		}
		sum += n
	}
	return sum
}

// Begin shows nothing: the starts are hidden.
func (w Contest) Begin(*Level) State { return State{} }

// Next runs from all starts and counts those that are won.
func (w Contest) Next(l *Level, s State, a Action) (State, error) {
	if a.Do != Try {
		return s, refuse(l, a)
	}
	if _, _, err := w.Setting(l, a); err != nil {
		return s, err
	}
	t, err := w.runs(l, a)
	if err != nil {
		return s, err
	}
	for i, n := range w.Adam(l).Counts {
		if mine := t.Counts[i]; mine >= 0 && (n < 0 || mine < n) {
			t.Wins++
		}
	}
	return s.grown(a).tried(t), nil
}

// runs are those of a method from all starts.
func (w Contest) runs(l *Level, a Action) (Trial, error) {
	spec, err := a.Spec()
	if err != nil {
		return Trial{}, err
	}
	t := Trial{By: a, From: w.Starts[0], Steps: -1}
	for _, from := range w.Starts {
		run, err := l.Ground.Run(spec, from, w.Steps, 0)
		if err != nil {
			return Trial{}, err
		}
		t.Runs = append(t.Runs, run)
		t.Counts = append(t.Counts, ground.Settled(run, l.Ground.Lowest().Value+w.Near))
	}
	return t, nil
}

// Count is that of the starts which are not won, at the best try; half of them must be.
func (w Contest) Count(_ *Level, s State) (int, bool) {
	wins := 0
	for _, t := range s.Trials {
		wins = max(wins, t.Wins)
	}
	return len(w.Starts) - wins, 2*wins >= len(w.Starts)
}

// Stars go by the starts that are not won; the score is the part that is.
func (w Contest) Stars(l *Level, s State) (stars, score int) {
	lost, _ := w.Count(l, s)
	return l.Stars(lost), 1000 * (len(w.Starts) - lost) / len(w.Starts)
}

// Key is the best count.
func (w Contest) Key(l *Level, s State) string {
	n, _ := w.Count(l, s)
	return fmt.Sprint(n)
}
