package lab

import (
	"context"
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"descentlab/app/lab/least"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// learner is an experiment on a learning problem with two racers and mini-batches.
func learner(t *testing.T, surface string, batch int) setup.Experiment {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	e := setup.Default()
	e.SetSurface(s)
	e.Batch, e.Steps, e.Racers = batch, 60, nil
	for i, text := range []string{"sgd lr=0.05", "adam lr=0.06", "sgd lr=0.05"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		e.Racers = append(e.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	if err := e.Check(); err != nil {
		t.Fatal(err)
	}
	return e
}

// raced is the probe and the tape of an experiment.
func raced(t *testing.T, e setup.Experiment) (*surfaces.Probe, *race.Tape) {
	t.Helper()
	s, err := e.Landscape()
	if err != nil {
		t.Fatal(err)
	}
	probe, err := s.Probe(e.Params)
	if err != nil {
		t.Fatal(err)
	}
	tape, err := record(context.Background(), probe, least.Loss{}, e)
	if err != nil {
		t.Fatal(err)
	}
	return probe, tape
}

func sameRows(a, b *race.Run) bool {
	if a.Steps != b.Steps {
		return false
	}
	for k := range a.Steps + 1 {
		if !reflect.DeepEqual(a.Row(k), b.Row(k)) || a.Loss(k) != b.Loss(k) || a.GradNorm(k) != b.GradNorm(k) {
			return false
		}
	}
	return true
}

func TestBatchedRace(t *testing.T) {
	for _, name := range []string{"logistic", "deep_regression"} {
		e := learner(t, name, 16)
		e.Noise = 0.01
		probe, tape := raced(t, e)
		if !sameRows(tape.Runs[0], tape.Runs[2]) {
			t.Errorf("%s: equal racers meet different batches", name)
		}
		if _, again := raced(t, e); !sameRows(tape.Runs[1], again.Runs[1]) {
			t.Errorf("%s: raced again it goes another way", name)
		}
		differs := false
		for _, run := range tape.Runs {
			for k := range run.Steps + 1 {
				x := run.X(k)
				f, fx, fy := probe.Grad(x[0], x[1])
				if run.Loss(k) != f || math.Abs(run.GradNorm(k)-math.Hypot(fx, fy)) > 1e-15 {
					t.Fatalf("%s, step %d: loss %v and gradient %v, exactly %v and %v", name, k, run.Loss(k), run.GradNorm(k), f,
						math.Hypot(fx, fy))
				}
				differs = differs || run.Plan.Loss(run.Row(k)) != f
			}
		}
		if !differs {
			t.Errorf("%s: the racers saw the whole loss", name)
		}
		loss := func() optim.Objective { return Loss(probe, least.Loss{}, e, e.Seed) }
		for _, from := range []int{0, 1, 37, 60} {
			resumed, err := race.Resume(context.Background(), loss, tape.Runs[1], from, 60)
			if err != nil || !sameRows(resumed, tape.Runs[1]) {
				t.Errorf("%s: resumed at %d it goes another way: %v", name, from, err)
			}
		}
		other := e.Clone()
		other.Seed++
		if _, tape2 := raced(t, other); sameRows(tape.Runs[0], tape2.Runs[0]) {
			t.Errorf("%s: another seed, the same race", name)
		}
	}
}

func TestBatchOfAllIsTheRaceWithoutBatches(t *testing.T) {
	e := learner(t, "logistic", 0)
	_, whole := raced(t, e)
	e.Batch = 100
	_, all := raced(t, e)
	for i := range whole.Runs {
		if !sameRows(whole.Runs[i], all.Runs[i]) {
			t.Errorf("racer %d goes another way", i+1)
		}
	}
	if usual := learner(t, "logistic", 0); setup.Same(setup.OfRace, &e, &usual) {
		t.Error("the key does not tell batches apart")
	}
}

// TestSavedRaceIsTheSame: the race of an experiment that was read back, with the user's examples, goes the same way.
func TestSavedRaceIsTheSame(t *testing.T) {
	e := learner(t, "linear_regression", 3)
	if err := e.SetData(&surfaces.Dataset{Title: "heights", Columns: []surfaces.Column{
		{Name: "u", Label: "height (cm)", Values: []float64{150.5, 160, 170, 180, 190}},
		{Name: "t", Label: "weight (kg)", Values: []float64{52, 60, 65, 74, 85}},
	}}); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var back setup.Experiment
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	_, tape := raced(t, e)
	if _, again := raced(t, back); !sameRows(tape.Runs[1], again.Runs[1]) {
		t.Error("the file's race is another one")
	}
}
