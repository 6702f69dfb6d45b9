package optim_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"descentlab/optim"
)

// A trajectory is a run of PyTorch 1.13.1, see testdata/README.md: Points[i] is the position after Steps[i] updates.
type trajectory struct {
	Optimizer, Surface string
	Params             map[string]any
	Start              []float64
	Steps              []int
	Points             [][]float64
}

func trajectories(t *testing.T) []trajectory {
	t.Helper()
	var rows []trajectory
	load(t, "testdata/trajectories.json", &rows)
	if len(rows) != 166 {
		t.Fatalf("%d trajectories", len(rows))
	}
	return rows
}

// run gives the positions at the listed steps.
func (tr trajectory) run(t *testing.T) [][]float64 {
	t.Helper()
	spec := specOf(t, map[string]any{"optimizer": tr.Optimizer, "params": tr.Params})
	plan, err := spec.Plan(2, tr.Steps[len(tr.Steps)-1])
	if err != nil {
		t.Fatal(err)
	}
	loss, ok := planes[tr.Surface]
	if !ok {
		t.Fatalf("no surface %q", tr.Surface)
	}
	state := make([]float64, plan.Width())
	plan.Start(state, loss, tr.Start)
	var points [][]float64
	at := 0
	for _, step := range tr.Steps {
		for ; at < step; at++ {
			plan.Next(state, state, loss, at)
		}
		points = append(points, slices.Clone(plan.X(state)))
	}
	return points
}

func near(got, want []float64) bool {
	for i := range want {
		if !(math.Abs(got[i]-want[i]) <= 1e-9*(1+math.Abs(want[i]))) {
			return false
		}
	}
	return true
}

func TestTrajectories(t *testing.T) {
	for i, row := range trajectories(t) {
		t.Run(fmt.Sprintf("%d_%s_%s", i, row.Optimizer, row.Surface), func(t *testing.T) { row.meet(t) })
	}
}

// meet races a trajectory and compares.
func (tr trajectory) meet(t *testing.T) {
	t.Helper()
	points := tr.run(t)
	for k, step := range tr.Steps {
		if !near(points[k], tr.Points[k]) {
			t.Fatalf("step %d: got %v, want %v", step, points[k], tr.Points[k])
		}
	}
}

// TestScheduleRates meets the learning rates of PyTorch 1.13.1.
func TestScheduleRates(t *testing.T) {
	var rows []struct {
		Schedule string
		BaseLR   float64 `json:"base_lr"`
		Params   map[string]any
		LR       []float64
	}
	load(t, "testdata/schedules.json", &rows)
	if len(rows) != 15 {
		t.Fatalf("%d schedules", len(rows))
	}
	for i, row := range rows {
		t.Run(fmt.Sprintf("%d_%s", i, row.Schedule), func(t *testing.T) {
			row.Params["lr"] = row.BaseLR
			spec := specOf(t, map[string]any{"optimizer": "sgd", "schedule": row.Schedule, "params": row.Params})
			rates := spec.Rates(len(row.LR))
			for k, want := range row.LR {
				if !(math.Abs(rates[k]-want) <= 1e-12) {
					t.Fatalf("update %d: got %v, want %v", k, rates[k], want)
				}
			}
		})
	}
}

func load(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// specOf reads a spec from its JSON, given as plain values.
func specOf(t *testing.T, plain map[string]any) optim.Spec {
	t.Helper()
	data, err := json.Marshal(plain)
	if err != nil {
		t.Fatal(err)
	}
	var spec optim.Spec
	if err := json.Unmarshal(data, &spec); err != nil {
		t.Fatal(err)
	}
	return spec
}
