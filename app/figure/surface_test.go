package figure

import (
	"fmt"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/surfaces"
)

// on is a race of one racer on a surface, with what is said of that.
func on(t *testing.T, name string, f func(*setup.Experiment)) (lab.State, surfaces.Surface) {
	t.Helper()
	s, err := surfaces.Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	doc.SetSurface(s)
	doc.Steps, doc.Racers = 10, doc.Racers[3:]
	f(&doc)
	run, err := lab.Prepare(t.Context(), doc, lab.WantRace)
	if err != nil {
		t.Fatal(err)
	}
	surface, err := doc.Landscape()
	if err != nil {
		t.Fatal(err)
	}
	return run.State(), surface
}

func TestSurfaceTitle(t *testing.T) {
	bump := []setup.Bump{{Height: 1, Width: 1}}
	for want, f := range map[string]func(*setup.Experiment){
		"Peaks":                  func(*setup.Experiment) {},
		"Peaks, sculpted":        func(e *setup.Experiment) { e.Sculpture = bump },
		"Your formula":           func(e *setup.Experiment) { e.SetFormula("x^2+y^2") },
		"Your formula, sculpted": func(e *setup.Experiment) { e.SetFormula("x^2+y^2"); e.Sculpture = bump },
	} {
		s, surface := on(t, "peaks", f)
		if got := SurfaceTitle(&s.Doc, surface); got != want {
			t.Errorf("it is called %q, want %q", got, want)
		}
	}
}

func TestSurfaceNotes(t *testing.T) {
	var notes SurfaceNotes
	s, surface := on(t, "peaks", func(*setup.Experiment) {})
	if got := notes.Of(s, surface); got != "" {
		t.Errorf("of Peaks: %q", got)
	}
	s, surface = on(t, "peaks", func(e *setup.Experiment) { e.SetFormula("sin(y)") })
	if got := notes.Of(s, surface); got != "The formula does not contain x." {
		t.Errorf("of one direction: %q", got)
	}
	s, surface = on(t, "linear_regression", func(e *setup.Experiment) { e.Batch, e.Look.Batches = 8, true })
	if !ShowsBatch(s) {
		t.Error("the maps do not show the batches")
	}
	got := notes.Of(s, surface)
	const data = "A line with noise: 64 examples. Loss: the mean of the squared errors, without the factor 1/2."
	if !strings.HasPrefix(got, data+" Over the ground lie the isolines") {
		t.Errorf("of batches: %q", got)
	}
	var scale GradientScale
	if want := "a gradient of 1 drawn " + fmt.Sprintf("%g", scale.Of(s)) + " long."; !strings.HasSuffix(got, want) {
		t.Errorf("of batches: %q, want at the end %q", got, want)
	}
	s.Doc.Surface = "logistic" // whose race is still to come
	if got := notes.Of(s, surface); got != data || ShowsBatch(s) {
		t.Errorf("while another surface's race is shown: %q", got)
	}
}

func TestBatchesAreShownOnlyWhereThereAreSome(t *testing.T) {
	for name, f := range map[string]func(*setup.Experiment){
		"not wanted":   func(e *setup.Experiment) { e.Batch = 8 },
		"all examples": func(e *setup.Experiment) { e.Look.Batches = true },
	} {
		if s, _ := on(t, "linear_regression", f); ShowsBatch(s) {
			t.Errorf("%s: they are shown", name)
		}
	}
}
