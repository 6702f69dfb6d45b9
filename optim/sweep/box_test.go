package sweep_test

import (
	"math"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
)

var inf = math.Inf(1)

// boxes cut minima off, have open sides, and leave most starts outside.
var boxes = []optim.Box{
	{Lo: []float64{-3, -1}, Hi: []float64{3.2, 1.5}},
	{Lo: []float64{-inf, 0.5}, Hi: []float64{2, inf}},
	{Lo: []float64{4.5, -inf}, Hi: []float64{inf, -5}},
}

// TestSweepInABoxIsTheRace: to the last bit, in a herd, alone, and where runs go round at a wall.
func TestSweepInABoxIsTheRace(t *testing.T) {
	for _, box := range boxes {
		for _, text := range append([]string{"sgd lr=0.0249", "sign_sgd lr=0.25", "gradient_flow lr=0.05"}, racers...) {
			keptIsRaced(t, himmelblau, text, box, grid(7), 300)
		}
	}
}

// TestEveryMethodInABoxIsTheRace is the same of the whole catalogue.
func TestEveryMethodInABoxIsTheRace(t *testing.T) {
	lengthy.Test(t)
	for _, m := range optim.Methods() {
		keptIsRaced(t, himmelblau, m.Key, boxes[0], grid(3), 60)
	}
}

// TestSwarmInABoxIsTheRace: the moments of a swarm, its starts too.
func TestSwarmInABoxIsTheRace(t *testing.T) {
	starts, spec := sweep.Disc(2, 1, 3, 20, 7), parse(t, "momentum lr=0.004")
	w := work(plane(himmelblau), 100)
	w.Box = boxes[0]
	s, err := w.Swarm(t.Context(), spec, starts, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, start := range starts {
		tape, err := race.Record(t.Context(), func() optim.Objective { return plane(himmelblau) },
			[]race.Entrant{{Spec: spec, Start: []float64{start.X, start.Y}, Seed: start.Seed, Box: boxes[0]}}, 100)
		if err != nil {
			t.Fatal(err)
		}
		for k := range s.Moments() {
			x, y, loss := s.At(k, i)
			if want := tape.Runs[0].X(k); x != want[0] || y != want[1] || loss != tape.Runs[0].Loss(k) {
				t.Fatalf("run %d, moment %d: (%v, %v), %v; want %v, %v", i, k, x, y, loss, want, tape.Runs[0].Loss(k))
			}
			if x < -3 || x > 3.2 || y < -1 || y > 1.5 {
				t.Fatalf("run %d, moment %d: (%v, %v) is outside", i, k, x, y)
			}
		}
	}
}

// TestSettingsAndTuningInABox: planes of settings are the runs from a start, and rates are measured in the box: on x + y^2 its
// corner is the bottom, where racers without a box fall for ever.
func TestSettingsAndTuningInABox(t *testing.T) {
	tilt := plane(func(x, y float64) (f, fx, fy float64) { return x + y*y, 1, 2 * y })
	w := work(tilt, 400)
	w.Box = optim.Box{Lo: []float64{-2, 0.5}, Hi: []float64{inf, inf}}
	w.Targets = []sweep.Target{{X: -2, Y: 0.5, Value: -1.75, Within: 0.01}}
	rates, out := []float64{0.001, 0.01, 0.1, 0.3}, make([]sweep.Outcome, 4)
	start := sweep.Start{X: 3, Y: -4}
	at := func(i int, values []float64) { values[0] = rates[i] }
	if err := w.FromSettings(t.Context(), start, parse(t, "momentum"), []string{"lr"}, at, out, sweep.Options{}); err != nil {
		t.Fatal(err)
	}
	for i, lr := range rates {
		one := make([]sweep.Outcome, 1)
		spec := parse(t, "momentum").With("lr", optim.Num(lr))
		if err := w.FromStarts(t.Context(), spec, []sweep.Start{start}, one, sweep.Options{}); err != nil || !equal(out[i], one[0]) {
			t.Errorf("lr %v: %+v, alone %+v, %v", lr, out[i], one[0], err)
		}
	}
	if out[0].Kind != sweep.Slow || out[3].Kind != sweep.Arrived || out[3].X != -2 || out[3].Y != 0.5 {
		t.Errorf("outcomes %+v", out)
	}
	const floored = 0x1p-50 * 1.75 / 5 // what rounding can tell from nothing, of the gap at first
	rate, spent, err := w.Rate(t.Context(), parse(t, "sgd lr=0.5"), []sweep.Start{start}, -1.75)
	if err != nil || spent != 10 || math.Abs(rate-math.Log(floored)/10) > 1e-9 {
		t.Errorf("rate %v after %d evaluations, %v; want log %v / 10", rate, spent, err, floored)
	}
	tuned, err := w.Tune(t.Context(), parse(t, "sgd"), sweep.Tuning{
		Knobs: []string{"lr"}, Starts: []sweep.Start{start}, Budget: 20000, Least: -1.75,
	})
	if err != nil || !(tuned.Rate < rate) {
		t.Errorf("tuned %+v, %v; lr=0.5 has rate %v", tuned, err, rate)
	}
}
