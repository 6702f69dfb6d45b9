package sweep_test

import (
	"context"
	"math"
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
)

// tilted is a plane whose draws differ in loss and gradient, as mini-batches do.
type tilted struct {
	plane
	seed uint64
}

func (p tilted) Stochastic() bool { return true }
func (p tilted) Sampled() bool    { return true }

func (p tilted) Eval(grad, x []float64, draw int) float64 {
	f := p.plane.Eval(grad, x, draw)
	if draw == optim.Exact {
		return f
	}
	a, b := math.Sincos(float64(draw)*1.7 + float64(p.seed))
	if grad != nil {
		grad[0] += a
		grad[1] += b
	}
	return f + float64(a*x[0]) + float64(b*x[1])
}

type tiltedWide struct{ tilted }

func (p tiltedWide) Many(f, grad, x []float64, draw int) bool {
	n := len(f)
	g := make([]float64, 2)
	for i := range f {
		f[i] = p.Eval(g, []float64{x[i], x[n+i]}, draw)
		grad[i], grad[n+i] = g[0], g[1]
	}
	return false
}

// noises are losses that differ by their seed: in the gradient, in the samples, and in both.
var noises = map[string]func(seed uint64) optim.Objective{
	"noise":   func(seed uint64) optim.Objective { return optim.NewNoise(wide{himmelblau}, 3, seed) },
	"samples": func(seed uint64) optim.Objective { return tiltedWide{tilted{himmelblau, seed}} },
	"both":    func(seed uint64) optim.Objective { return optim.NewNoise(tiltedWide{tilted{roots, seed}}, 1, seed) },
}

// TestNoisySweepIsTheRace: where the loss has noise, each run of a sweep meets that of its own seed, is judged by the exact
// loss, and ends as on a tape; in a herd or alone.
func TestNoisySweepIsTheRace(t *testing.T) {
	const steps = 120
	starts := grid(7)
	for name, noise := range noises {
		for _, text := range []string{"sgd lr=0.01", "adam lr=0.3", "adam lr=0.2 clip_norm=1", "sgd lr=1"} {
			spec, w := parse(t, text), work(nil, steps)
			w.Noise, w.Rest = noise, 0.5
			out := make([]sweep.Outcome, len(starts))
			if err := w.FromStarts(t.Context(), spec, starts, out, sweep.Options{}); err != nil {
				t.Fatal(err)
			}
			for i, s := range starts {
				entrant := race.Entrant{Spec: spec, Start: []float64{s.X, s.Y}, Seed: s.Seed}
				tape, err := race.Record(t.Context(), func() optim.Objective { return noise(s.Seed) }, []race.Entrant{entrant}, steps)
				if err != nil {
					t.Fatal(err)
				}
				if want := judged(w, tape.Runs[0]); !equal(out[i], want) {
					t.Fatalf("%s, %s from (%v, %v): %+v, want %+v", name, text, s.X, s.Y, out[i], want)
				}
			}
		}
	}
}

// TestContestSeeds: in a contest, runs from one start differ by their seed where the loss has noise.
func TestContestSeeds(t *testing.T) {
	starts := []sweep.Start{{X: 1, Y: 1, Seed: 1}, {X: 1, Y: 1, Seed: 2}, {X: 1, Y: 1, Seed: 1}}
	for name, noise := range noises {
		w := work(nil, 50)
		w.Targets, w.Noise = nil, noise
		_, all, err := w.Contest(context.Background(), []optim.Spec{parse(t, "sgd lr=0.01")}, starts, 0, sweep.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if runs := all[0]; equal(runs[0], runs[1]) || !equal(runs[0], runs[2]) {
			t.Errorf("%s: seeds 1, 2 and 1 end in %+v", name, runs)
		}
	}
}

// TestRateIsExact: a batch whose loss is by chance below the bottom is no arrival.
func TestRateIsExact(t *testing.T) {
	w := work(nil, 40)
	w.Noise = noises["samples"]
	rate, spent, err := w.Rate(t.Context(), parse(t, "sgd lr=1e-9"), []sweep.Start{{X: 3.001, Y: 2, Seed: 1}}, 0)
	if err != nil || spent != 40 || math.Abs(rate) > 1e-6 {
		t.Errorf("standing still is a rate of %v after %d evaluations, %v", rate, spent, err)
	}
}

// TestLossKnobs: FromSettings varies the loss as it does the racer, and makes it anew only for other values.
func TestLossKnobs(t *testing.T) {
	w := work(plane(himmelblau), 80)
	made := 0
	w.Knobs = []optim.Knob{{Name: "noise", High: 10}}
	w.Varied = func(values map[string]float64, seed uint64) optim.Objective {
		made++
		return optim.NewNoise(plane(himmelblau), values["noise"], seed)
	}
	settings := [][2]float64{{0.5, 0.01}, {0.5, 0.02}, {2, 0.02}, {2, 0.01}, {0.5, 0.01}}
	out := make([]sweep.Outcome, len(settings))
	start := sweep.Start{X: 1, Y: 1, Seed: 9}
	at := func(i int, values []float64) { values[0], values[1] = settings[i][0], settings[i][1] }
	if err := w.FromSettings(t.Context(), start, parse(t, "sgd"), []string{"noise", "lr"}, at, out,
		sweep.Options{Workers: 1}); err != nil {
		t.Fatal(err)
	}
	if made != 3 {
		t.Errorf("the loss is made %d times for 3 changes", made)
	}
	for i, s := range settings {
		one := make([]sweep.Outcome, 1)
		alone := work(optim.NewNoise(plane(himmelblau), s[0], 9), 80)
		if err := alone.FromStarts(t.Context(), parse(t, "sgd").With("lr", optim.Num(s[1])), []sweep.Start{start}, one,
			sweep.Options{}); err != nil {
			t.Fatal(err)
		}
		if !equal(out[i], one[0]) {
			t.Errorf("noise %v, lr %v: %+v, alone %+v", s[0], s[1], out[i], one[0])
		}
	}
}
