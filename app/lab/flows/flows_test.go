package flows

import (
	"context"
	"errors"
	"math"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
)

func prepared(t *testing.T, change func(*setup.Experiment), racers ...string) lab.Run {
	t.Helper()
	doc := setup.Default()
	doc.SetFormula("0.5*(x^2 + 25*y^2)")
	doc.Racers = nil
	for i, text := range racers {
		spec, changes, err := optim.ParseRacer(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Changes: changes, Slot: i})
	}
	change(&doc)
	r, err := lab.Prepare(t.Context(), doc, lab.WantRace)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFlowsOnAQuadratic are exp(-lambda t) at the times that the rates add up to: those of the longest racer, and of each that is
// plain descent below the edge of stability.
func TestFlowsOnAQuadratic(t *testing.T) {
	r := prepared(t, func(e *setup.Experiment) { e.Start.X, e.Start.Y = -2.6, 1.2 },
		"sgd lr=0.01 @20 lr=0.03", "adam lr=0.05", "sgd lr=0.01 momentum=0.9", "nelder_mead", "sgd lr=0.1 @1 lr=0.001")
	f, err := Of(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Central) != 2 || f.Central[0] == nil || len(f.Central[4]) != 1 {
		t.Fatalf("central flows beside %d racers; of one beyond the edge %v", len(f.Central), f.Central[4])
	}
	const steps = 140
	at := func(s float64) (x, y float64) { return -2.6 * math.Exp(-s), 1.2 * math.Exp(-25*s) }
	x, y := at(20*0.01 + (steps-20)*0.03)
	if p := f.Central[0][steps]; math.Hypot(p.X-x, p.Y-y) > 1e-7 {
		t.Errorf("the central flow ends at %v, want (%v, %v)", p, x, y)
	}
	last := r.Tape.Runs[1] // Adam's rates add up to the most
	if len(f.Gradient) != last.Steps+1 {
		t.Fatalf("%d points", len(f.Gradient))
	}
	for i, p := range f.Gradient {
		if x, y := at(0.05 * float64(i)); math.Hypot(p.X-x, p.Y-y) > 1e-5 {
			t.Fatalf("the gradient flow is at %v after %d steps, want (%v, %v)", p, i, x, y)
		}
	}
}

// TestWhoIsPlain: gradient descent without anything else.
func TestWhoIsPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"sgd lr=0.01": true, "sgd lr=0.01 momentum=0": true, "sgd lr=0.01 schedule=cosine": true, "sgd lr=0.01 @5 lr=0.02": true,
		"sgd lr=0.01 momentum=0.5": false, "sgd lr=0.01 clip_norm=1": false, "sgd lr=0.01 weight_decay=0.1": false,
		"adam lr=0.01": false, "sgd lr=0.01 @5 adam lr=0.02": false, "sgd lr=0.01 @5 momentum=0.5": false,
	} {
		if got := plain(prepared(t, func(*setup.Experiment) {}, text), 0); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	if plain(prepared(t, func(e *setup.Experiment) { e.Noise = 0.1 }, "sgd lr=0.01"), 0) {
		t.Error("with noise")
	}
}

func TestFlowsEndWithTheirContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Of(ctx, prepared(t, func(*setup.Experiment) {}, "sgd lr=0.01")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if f, err := Of(t.Context(), prepared(t, func(*setup.Experiment) {})); err != nil || len(f.Gradient) != 0 {
		t.Errorf("without racers: %v, %v", f, err)
	}
}
