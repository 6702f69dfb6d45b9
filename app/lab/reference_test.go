package lab

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"

	"descentlab/app/lab/least"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// TestRacesMeetPyTorch races the reference trajectories of package optim from their formulas, as the window and the
// command line do, so that the formula's own gradient drives the optimizer. Two of them amplify
// rounding: they are met because both round as PyTorch does.
func TestRacesMeetPyTorch(t *testing.T) {
	data, err := os.ReadFile("../../optim/testdata/trajectories.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Optimizer string         `json:"optimizer"`
		Params    map[string]any `json:"params"`
		Surface   string         `json:"surface"`
		Formula   string         `json:"formula"`
		Start     [2]float64     `json:"start"`
		Steps     []int          `json:"steps"`
		Points    [][2]float64   `json:"points"`
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) != 166 {
		t.Fatalf("%d trajectories, want 166", len(rows))
	}
	for i, row := range rows {
		t.Run(fmt.Sprintf("%d_%s_%s", i, row.Optimizer, row.Surface), func(t *testing.T) {
			run := raceOne(t, row.Formula, row.Start, row.Optimizer, row.Params, row.Steps[len(row.Steps)-1])
			for k, step := range row.Steps {
				for c, want := range row.Points[k] {
					if got := run.X(step)[c]; !(math.Abs(got-want) <= 1e-9*(1+math.Abs(want))) {
						t.Fatalf("step %d: got %v, want %v", step, run.X(step), row.Points[k])
					}
				}
			}
		})
	}
}

// raceOne races one optimizer, set as in the reference, on a formula.
func raceOne(t *testing.T, formula string, start [2]float64, optimizer string, params map[string]any, steps int) *race.Run {
	t.Helper()
	data, err := json.Marshal(map[string]any{"optimizer": optimizer, "params": params})
	if err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	doc.SetFormula(formula)
	doc.Start, doc.Steps = surfaces.Point{X: start[0], Y: start[1]}, steps
	doc.Racers = doc.Racers[:1]
	doc.Racers[0].Spec = optim.Spec{}
	if err := json.Unmarshal(data, &doc.Racers[0].Spec); err != nil {
		t.Fatal(err)
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	s, err := doc.Landscape()
	if err != nil {
		t.Fatal(err)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	tape, err := record(t.Context(), probe, least.Loss{}, doc)
	if err != nil {
		t.Fatal(err)
	}
	return tape.Runs[0]
}

// record races an experiment on a surface of which this least loss is known.
func record(ctx context.Context, probe *surfaces.Probe, lowest least.Loss, doc setup.Experiment) (*race.Tape, error) {
	return race.Record(ctx, (&Field{Probe: probe, Least: lowest}).loss(doc), entrants(doc), doc.Steps)
}
