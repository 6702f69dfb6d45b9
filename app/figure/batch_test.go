package figure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

func TestEllipse(t *testing.T) {
	e := EllipseOf(4, 0, 1)
	if math.Abs(e.Reach()-2) > 1e-12 || math.Abs(math.Hypot(e.B.X, e.B.Y)-1) > 1e-12 || math.Abs(e.A.Y) > 1e-12 {
		t.Errorf("%+v", e)
	}
	turned := EllipseOf(1, 1, 1) // a line along the diagonal
	if math.Abs(turned.A.X-turned.A.Y) > 1e-12 || math.Hypot(turned.B.X, turned.B.Y) > 1e-7 {
		t.Errorf("%+v", turned)
	}
	view := surfaces.Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}
	for _, none := range []PlotEllipse{EllipseOf(0, 0, 0), EllipseOf(math.NaN(), 0, 1), EllipseOf(math.Inf(1), 0, 1)} {
		if none.Outline(surfaces.Point{}, 1, view) != nil {
			t.Errorf("%+v is drawn", none)
		}
	}
	for v, want := range map[float64]float64{0.0199: 0.01, 0.02: 0.02, 7: 5, 999: 500} {
		if got := RoundDown(v); math.Abs(got/want-1) > 1e-12 {
			t.Errorf("%v is rounded down to %v", v, got)
		}
	}
}

// batched is the state of a race on a surface of the catalogue.
func batched(t *testing.T, surface string, edit func(*setup.Experiment)) lab.State {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	doc.SetSurface(s)
	doc.Steps = 20
	edit(&doc)
	run, err := lab.Prepare(t.Context(), doc, lab.WantAll)
	if err != nil {
		t.Fatal(err)
	}
	return run.State()
}

// TestBatchLegend: it tells the length of a gradient of 1, a round number, while the maps show batches.
func TestBatchLegend(t *testing.T) {
	lengthy.Test(t)
	s := batched(t, "logistic", func(e *setup.Experiment) { e.Batch, e.Look.Batches = 8, true })
	unit := new(GradientScale).Of(s)
	if unit != RoundDown(unit) || unit != new(GradientScale).Of(s) {
		t.Errorf("the unit %v is not round, or changes", unit)
	}
	want := fmt.Sprintf("one standard deviation of a batch's gradient, a gradient of 1 drawn %g long.", unit)
	if text := new(GradientScale).legend(s); !strings.HasSuffix(text, want) {
		t.Errorf("the legend says %q", text)
	}
	for what, edit := range map[string]func(*setup.Experiment){
		"not wanted":   func(e *setup.Experiment) { e.Batch = 8 },
		"all examples": func(e *setup.Experiment) { e.Batch, e.Look.Batches = 0, true },
	} {
		if text := new(GradientScale).legend(batched(t, "logistic", edit)); text != "" {
			t.Errorf("%s: %q", what, text)
		}
	}
}
