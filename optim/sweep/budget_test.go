package sweep_test

import (
	"math"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

// TestContestGivesEqualEvaluations: methods that ask for more than one gradient in a step, or search along lines, make fewer
// steps: none spends more than a method with one a step does.
func TestContestGivesEqualEvaluations(t *testing.T) {
	const steps = 30
	w := &sweep.Work{Objective: func() optim.Objective { return plane(quadratic) }, Steps: steps}
	w.View = sweep.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}
	starts := sweep.Scatter(w.View, 10, 1)
	specs := []optim.Spec{parse(t, "sgd lr=0.001"), parse(t, "sam lr=0.001"), parse(t, "extragradient lr=0.001"),
		parse(t, "armijo lr=1"), parse(t, "exact_line_search"), parse(t, "gradient_flow lr=0.001"), parse(t, "random_search")}
	_, all, err := w.Contest(t.Context(), specs, starts, 0, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, spec := range specs {
		for _, o := range all[i] {
			if o.Evaluations > steps {
				t.Errorf("%v spends %d of %d evaluations", spec, o.Evaluations, steps)
			}
		}
	}
	if sgd, sam := all[0][0], all[1][0]; sgd.Steps != steps || sam.Steps != steps/2 || sam.Evaluations != steps {
		t.Errorf("SGD makes %d steps, SAM %d with %d evaluations", sgd.Steps, sam.Steps, sam.Evaluations)
	}
	// The run that is cut short is the same as a shorter one.
	short := &sweep.Work{Objective: w.Objective, Steps: steps / 2, View: w.View}
	out := make([]sweep.Outcome, len(starts))
	if err := short.FromStarts(t.Context(), specs[1], starts, out, sweep.Options{}); err != nil {
		t.Fatal(err)
	}
	for i, o := range out {
		if got := all[1][i]; got.X != o.X || got.Y != o.Y || got.Loss != o.Loss {
			t.Errorf("start %d: SAM ends at (%v, %v), in %d steps at (%v, %v)", i, got.X, got.Y, steps/2, o.X, o.Y)
		}
	}
}

// TestTuneSpendsWhatItMay: never more than the budget, whatever a step takes; and if less, it says why.
func TestTuneSpendsWhatItMay(t *testing.T) {
	lengthy.Test(t)
	starts := []sweep.Start{{X: 1, Y: 1}, {X: -2, Y: 0.5}}
	for _, c := range []struct {
		text, knob string
		budget     int
		ended      sweep.TuneEnd
	}{
		{"sam", "lr", 400, sweep.SpentUp}, {"sam", "lr", 5000, sweep.SpentUp}, {"armijo", "lr", 400, sweep.SpentUp},
		{"exact_line_search", "alpha0", 401, sweep.SpentUp}, {"exact_line_search", "tol", 3000, sweep.SpentUp},
		{"sgd", "lr", 200, sweep.SpentUp}, {"sgd", "lr", 5000, sweep.SpentUp}, {"newton", "lr", 700, sweep.SpentUp},
		{"sgd lr=0.01", "lr", 10000000, sweep.GainedNothing},
	} {
		w := &sweep.Work{Objective: func() optim.Objective { return plane(quadratic) }, Steps: 100}
		got, err := w.Tune(t.Context(), parse(t, c.text), sweep.Tuning{Knobs: []string{c.knob}, Starts: starts, Budget: c.budget})
		if err != nil {
			t.Fatal(err)
		}
		if got.Evaluations > c.budget || got.Ended != c.ended {
			t.Errorf("%s spent %d of %d: %s", c.text, got.Evaluations, c.budget, got.Ended.Key())
		}
		if c.ended == sweep.SpentUp && got.Evaluations+200 <= c.budget {
			t.Errorf("%s could have spent more: %d of %d", c.text, got.Evaluations, c.budget)
		}
		if math.IsNaN(got.Rate) || got.Trials < 1 {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
}
