package lab

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/surfaces"
)

// TestRunsAreThoseOfTheTape: runs that are recorded one after the other are the same, bit for bit, whatever is drawn by chance.
func TestRunsAreThoseOfTheTape(t *testing.T) {
	for name, change := range map[string]func(*setup.Experiment){
		"plain": func(*setup.Experiment) {},
		"noisy": func(e *setup.Experiment) { e.Noise = 0.3 },
		"batches": func(e *setup.Experiment) {
			s, err := surfaces.Lookup("linear_regression")
			if err != nil {
				t.Fatal(err)
			}
			e.SetSurface(s)
			e.Batch = 3
		},
		"every method, some of which draw": func(e *setup.Experiment) {
			e.Racers = nil
			for i, m := range optim.Methods()[:min(len(optim.Methods()), setup.MaxRacers)] {
				e.Racers = append(e.Racers, setup.Racer{Spec: optim.Spec{Method: m.Key}, Slot: i})
			}
		},
	} {
		doc := setup.Default()
		change(&doc)
		whole, err := Prepare(context.Background(), doc, WantRace)
		if err != nil {
			t.Fatal(name, err)
		}
		bare, err := Prepare(context.Background(), doc, WantLeast)
		if err != nil || bare.Tape != nil {
			t.Fatal(name, err, bare.Tape)
		}
		i, mu, recorded := 0, sync.Mutex{}, 0.0
		told := func(part float64) {
			mu.Lock()
			defer mu.Unlock()
			recorded = max(recorded, part)
		}
		for run, err := range bare.Runs(context.Background(), told) {
			want := whole.Tape.Runs[i]
			if err != nil || run.Steps != want.Steps || run.Verdict != want.Verdict {
				t.Fatalf("%s, racer %d: %v, %d steps, %v", name, i, err, run.Steps, run.Verdict)
			}
			for k := range run.Kept() {
				if !slices.Equal(run.Row(k), want.Row(k)) || run.Loss(k) != want.Loss(k) {
					t.Fatalf("%s, racer %d, step %d: %v, want %v", name, i, k, run.Row(k), want.Row(k))
				}
			}
			i++
		}
		if i != len(doc.Racers) {
			t.Errorf("%s: %d runs of %d racers", name, i, len(doc.Racers))
		}
		if recorded != 1 {
			t.Errorf("%s: %v of it is told to be recorded", name, recorded)
		}
	}
}

// TestRunsEnd: whoever waits for them may give up.
func TestRunsEnd(t *testing.T) {
	bare, err := Prepare(context.Background(), setup.Default(), WantLeast)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for run, err := range bare.Runs(ctx, func(float64) {}) {
		if run != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("%v, %v", run, err)
		}
	}
}
