package xray_test

import (
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/lab/xray"
	"descentlab/internal/lengthy"
	"descentlab/optim/race"
)

// TestThinnedRows: of a race that keeps few of its rows every step is shown as if all were kept, bit for bit; and what cannot be
// made again is said.
func TestThinnedRows(t *testing.T) {
	lengthy.Test(t)
	noisy := func(e *setup.Experiment) { e.Noise = 0.1 }
	long := raced(t, "rosenbrock", race.MaxSteps+50, noisy, "adam lr=1e-4", "nelder_mead")
	short := raced(t, "rosenbrock", 60, noisy, "adam lr=1e-4")
	if long.Tape.Runs[0].Every() < 2 {
		t.Fatal("all rows are kept")
	}
	for k := range 59 {
		a, b := xray.Of(at(long, k), 0), xray.Of(at(short, k), 0)
		if a.From != b.From || a.To != b.To || a.Loss != b.Loss || len(a.Stages) != len(b.Stages) {
			t.Errorf("step %d leads to %v, and with all rows to %v", k, a.To, b.To)
		}
		for i, stage := range a.Stages {
			for j, block := range stage.Blocks {
				for c, v := range block.After {
					if v != b.Stages[i].Blocks[j].After[c] {
						t.Errorf("step %d, %s: %v, want %v", k, stage.Key, v, b.Stages[i].Blocks[j].After[c])
					}
				}
			}
		}
	}
	if step := xray.Of(at(long, 1), 1); step.Said == "" {
		t.Error("rows of gonum's method are made again")
	}
	if step := xray.Of(at(long, race.MaxSteps+50), 0); step.Said != "" || step.T != race.MaxSteps+49 {
		t.Errorf("the last step of a long race: %q, %d", step.Said, step.T)
	}
}
