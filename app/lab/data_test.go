package lab

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// learner is an experiment on a learning problem with two racers and mini-batches.
func learner(t *testing.T, surface string, batch int) Experiment {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	e := Default()
	e.SetSurface(s)
	e.Batch, e.Steps, e.Racers = batch, 60, nil
	for i, text := range []string{"sgd lr=0.05", "adam lr=0.06", "sgd lr=0.05"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		e.Racers = append(e.Racers, Racer{Spec: spec, Slot: i})
	}
	if err := e.Check(); err != nil {
		t.Fatal(err)
	}
	return e
}

// raced is the probe and the tape of an experiment.
func raced(t *testing.T, e Experiment) (*surfaces.Probe, *race.Tape) {
	t.Helper()
	s, err := e.Landscape()
	if err != nil {
		t.Fatal(err)
	}
	probe, err := s.Probe(e.Params)
	if err != nil {
		t.Fatal(err)
	}
	tape, err := Record(context.Background(), probe, Least{}, e)
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
		loss := func() optim.Objective { return Loss(probe, Least{}, e, e.Seed) }
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
	if usual := learner(t, "logistic", 0); same(ofRace, &e, &usual) {
		t.Error("the key does not tell batches apart")
	}
}

// own is a small data set of a user.
func own(t *testing.T) *surfaces.Dataset {
	t.Helper()
	path := filepath.Join(t.TempDir(), "heights.csv")
	text := "height (cm);weight (kg)\r\n150,5;52\r\n160;60\r\n170;65\r\n180;74\r\n190;85\r\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := LoadData(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOwnDataIsSaved(t *testing.T) {
	e := learner(t, "linear_regression", 3)
	if err := e.SetData(own(t)); err != nil {
		t.Fatal(err)
	}
	if e.Data.Title != "heights" || e.Data.Columns[0].Label != "height (cm)" || !e.Home.Contains(e.Start) || e.Batch != 3 {
		t.Errorf("%+v, window %v, start %v, batch %d", e.Data, e.Home, e.Start, e.Batch)
	}
	path := filepath.Join(t.TempDir(), "e.json")
	if err := SaveExperiment(path, e); err != nil {
		t.Fatal(err)
	}
	back, err := LoadExperiment(path)
	if err != nil || !reflect.DeepEqual(back, e) {
		t.Fatalf("%v, read back\n%+v\nwant\n%+v", err, back, e)
	}
	_, tape := raced(t, e)
	if _, again := raced(t, back); !sameRows(tape.Runs[1], again.Runs[1]) {
		t.Error("the file's race is another one")
	}
	if usual := learner(t, "linear_regression", 3); same(ofSurface, &e, &usual) || !same(ofSurface, &e, &back) {
		t.Error("the key does not tell data apart")
	}
}

// TestLargestDataIsSaved checks that the file of as many examples as there may be can be read back.
func TestLargestDataIsSaved(t *testing.T) {
	d := &surfaces.Dataset{Title: "large", Of: 1 << 40}
	for _, name := range []string{"u", "v", "t"} {
		c := surfaces.Column{Name: name, Label: name}
		for i := range surfaces.MaxExamples {
			c.Values = append(c.Values, -math.Sin(float64(i)+1)*1e-200)
		}
		d.Columns = append(d.Columns, c)
	}
	e := learner(t, "logistic", 0)
	e.Data = d
	path := filepath.Join(t.TempDir(), "e.json")
	if err := SaveSession(path, Session{Experiment: e}); err != nil {
		t.Fatal(err)
	}
	back, err := LoadSession(path)
	if err != nil || !reflect.DeepEqual(back.Experiment, e) {
		t.Errorf("not read back: %v", err)
	}
}

func TestFormulaKeepsItsData(t *testing.T) {
	e := learner(t, "logistic", 16)
	if err := e.CheckFormula("(x*u + y*v - t)^2"); err != nil || e.Surface != "logistic" {
		t.Errorf("%v, surface %q", err, e.Surface)
	}
	e.SetFormula("(x*u + y*v - t)^2 + 0*std_u")
	if err := e.Check(); err != nil || e.Data == nil || e.Batch != 16 {
		t.Errorf("%v, data %v, batch %d", err, e.Data, e.Batch)
	}
	if err := e.CheckFormula("x*u + w"); err == nil ||
		!strings.Contains(err.Error(), "unknown name w; known are x, y, pi, e, mean_u") {
		t.Errorf("error %v", err)
	}
	e.SetFormula("x^2 + y^2")
	if err := e.Check(); err != nil || e.Data != nil || e.Batch != 0 {
		t.Errorf("%v, data %v, batch %d", err, e.Data, e.Batch)
	}
	e = learner(t, "logistic", 16)
	peaks, err := surfaces.Lookup("peaks")
	if err != nil {
		t.Fatal(err)
	}
	e.SetSurface(peaks)
	if err := e.Check(); err != nil || e.Batch != 0 {
		t.Errorf("%v, batch %d", err, e.Batch)
	}
}

func TestBadDataIsExplained(t *testing.T) {
	e := learner(t, "linear_regression", 2)
	if err := e.SetData(own(t)); err != nil {
		t.Fatal(err)
	}
	whole, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, says string }{
		{`"batch":2`, `"batch":6`, "from 1 to 5"},
		{`"batch":2`, `"batch":-1`, "got -1"},
		{`150.5,`, ``, "has 5 values"},
		{`150.5`, `"150.5"`, "cannot unmarshal"},
		{`"name":"u"`, `"name":"w"`, "named u"},
		{`"surface":"linear_regression"`, `"surface":"logistic"`, "needs 3"},
		{`"surface":"linear_regression"`, `"surface":"peaks"`, "no learning problem"},
		{`"title":"heights"`, `"title":"heights","of":5`, "cannot be a sample"},
		{`"columns":[`, `"columns":[],"x":[`, "two columns"},
	} {
		var back Experiment
		err := json.Unmarshal([]byte(strings.Replace(string(whole), c.old, c.new, 1)), &back)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s to %s: error %v, want %q", c.old, c.new, err, c.says)
		}
	}
	e = Default()
	e.Batch = 3
	if err := e.Check(); err == nil || !strings.Contains(err.Error(), "no examples") {
		t.Errorf("error %v", err)
	}
	if _, err := LoadData(t.Context(), filepath.Join(t.TempDir(), "none.csv")); err == nil ||
		!strings.Contains(err.Error(), "none.csv") {
		t.Errorf("error %v", err)
	}
}

func TestLoadDataStops(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d.csv")
	if err := os.WriteFile(path, []byte("1,2\n2,3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if d, err := LoadData(ctx, path); d != nil || err != context.Canceled {
		t.Errorf("stopped: %v, %v", d, err)
	}
}
