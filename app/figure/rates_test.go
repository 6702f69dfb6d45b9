package figure

import (
	"math"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// ran is a run with a learning rate that has come to a loss above 0, the best one known.
func ran(lr float64, kind sweep.Kind, loss float64, steps int32) lab.RateRun {
	return lab.RateRun{LR: lr, Outcome: sweep.Outcome{Kind: kind, Loss: loss, Best: loss, Steps: steps}}
}

// TestRatesScene: lines rise with the loss that is left, break off where runs fail, and carry a glyph at the present rate and
// a star at the best one.
func TestRatesScene(t *testing.T) {
	s := stateOn(t, "sphere", "sgd lr=0.1", "adam lr=0.01")
	runs := map[int][]lab.RateRun{0: {
		ran(0.01, sweep.Slow, 1, 50), ran(0.1, sweep.Arrived, 1e-4, 30), ran(1, sweep.Diverged, math.Inf(1), 3),
	}}
	palette := plot.DarkPalette()
	scene, legend := Rates{State: s, Runs: runs}.Scene(palette)
	if len(scene.Curves) != 1 || len(scene.Traces) != 1 || len(scene.Marks) != 1 || len(legend) != 2 {
		t.Fatalf("scene %+v, legend %v", scene, legend)
	}
	line := scene.Curves[0].Pts
	for k, want := range []plot.Point{{X: -2, Y: 0}, {X: -1, Y: -4}} {
		if got := line[k]; math.Hypot(got.X-want.X, got.Y-want.Y) > 1e-9 {
			t.Errorf("point %d is %v, want %v", k, got, want)
		}
	}
	if !math.IsNaN(line[2].Y) {
		t.Errorf("a run that diverges is at %v", line[2])
	}
	if scene.Marks[0].At != line[1] || scene.Traces[0].Pts[0] != line[1] {
		t.Errorf("the star is at %v, the glyph at %v, want %v", scene.Marks[0].At, scene.Traces[0].Pts[0], line[1])
	}
	best := s.Doc.Names()[0] + " 0.1"
	if legend[0].Text != "loss above the lowest minimum, over lr; ★ best" || legend[1].Text != best ||
		legend[1].Colors[0] != palette.Racer(0) {
		t.Errorf("legend %v", legend)
	}
	if v := scene.View; v.X0 >= -2 || v.X1 <= 0 || v.Y0 >= -4 || v.Y1 <= 0 {
		t.Errorf("the window is %+v", v)
	}
	// By steps only runs that arrive have a height.
	scene, _ = Rates{State: s, Runs: runs, Steps: true}.Scene(palette)
	if line := scene.Curves[0].Pts; !math.IsNaN(line[0].Y) || math.Abs(line[1].Y-math.Log10(30)) > 1e-9 {
		t.Errorf("by steps the line is %v", line)
	}
	// Whoever has a line has an entry, even if its best loss has no height.
	runs[0][0].Best, runs[0][0].Loss = 1e-9, 1e-9
	if scene, legend := (Rates{State: s, Runs: runs, Steps: true}).Scene(palette); len(scene.Marks) > 0 ||
		len(legend) != 1+len(scene.Curves) || legend[1].Text != s.Doc.Names()[0] {
		t.Errorf("by steps %d lines have the legend %v", len(scene.Curves), legend)
	}
	// A run that comes lower than every minimum known is the new measure.
	runs[0][0].Best = -1
	if _, legend := (Rates{State: s, Runs: runs}).Scene(palette); !strings.Contains(legend[0].Text, "lowest seen") {
		t.Errorf("below the minimum: %v", legend)
	}
	s.Doc.Racers[0].Hidden = true
	if scene, legend := (Rates{State: s, Runs: runs}).Scene(palette); len(scene.Curves) > 0 || len(legend) != 1 {
		t.Errorf("hidden it is in the scene, and in %v", legend)
	}
}

// TestNoRates: why there is no best rate.
func TestNoRates(t *testing.T) {
	s := stateOn(t, "sphere", "sgd lr=0.1")
	failed := map[int][]lab.RateRun{0: {ran(1, sweep.Diverged, math.Inf(1), 3)}}
	none, hidden := s, s
	none.Doc, hidden.Doc = s.Doc.Clone(), s.Doc.Clone()
	none.Doc.Racers, hidden.Doc.Racers[0].Hidden = nil, true
	for _, c := range []struct {
		rates Rates
		want  string
	}{
		{Rates{State: none}, "No racers. Add one to run it over a range of learning rates."},
		{Rates{State: hidden, Runs: failed}, "All racers are hidden."},
		{Rates{State: s}, "Running …"},
		{Rates{State: s, Runs: map[int][]lab.RateRun{0: nil}}, "No racer has a learning rate."},
		{Rates{State: s, Runs: failed, Steps: true}, "No run arrives at a minimum."},
		{Rates{State: s, Runs: failed}, "No run keeps a finite loss, whatever its rate."},
	} {
		if got := c.rates.Nothing(); got != c.want {
			t.Errorf("it says %q, want %q", got, c.want)
		}
	}
}
