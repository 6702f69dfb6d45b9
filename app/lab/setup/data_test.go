package setup

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"descentlab/surfaces"
)

// problem is an experiment on a learning problem with mini-batches.
func problem(t *testing.T, surface string, batch int) Experiment {
	t.Helper()
	e := on(t, surface)
	e.Batch = batch
	if err := e.Check(); err != nil {
		t.Fatal(err)
	}
	return e
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
	return d.Dataset
}

func TestOwnDataIsSaved(t *testing.T) {
	e := problem(t, "linear_regression", 3)
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
	if usual := problem(t, "linear_regression", 3); Same(OfSurface, &e, &usual) || !Same(OfSurface, &e, &back) {
		t.Error("the key does not tell data apart")
	}
}

func TestFormulaKeepsItsData(t *testing.T) {
	e := problem(t, "logistic", 16)
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
	e = problem(t, "logistic", 16)
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
	e := problem(t, "linear_regression", 2)
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
		{`150.5,`, ``, "u has 4, t has 5"},
		{`150.5`, `"150.5"`, `data.columns[0].values[0]: must be a number; got the text "150.5"`},
		{`"name":"u"`, `"name":"w"`, "named u"},
		{`"surface":"linear_regression"`, `"surface":"logistic"`, "needs 3"},
		{`"surface":"linear_regression"`, `"surface":"peaks"`, "no learning problem"},
		{`"title":"heights"`, `"title":"heights","of":5`, "cannot be a sample"},
		{`"columns":[`, `"columns":[],"x":[`, "data.x: unknown key"},
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
	if d, err := LoadData(ctx, path); d.Dataset != nil || err != context.Canceled {
		t.Errorf("stopped: %v, %v", d, err)
	}
}
