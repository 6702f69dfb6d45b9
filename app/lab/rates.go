package lab

import (
	"context"
	"math"

	"descentlab/optim/sweep"
)

// A RateRun is how a racer ends with one learning rate.
type RateRun struct {
	LR float64
	sweep.Outcome
}

// Rates lets a racer run from the experiment's start with n learning rates over its slider. A racer without one has none.
func (s *Survey) Rates(ctx context.Context, racer, n int, o sweep.Options) ([]RateRun, error) {
	spec := s.Doc.Racers[racer].Spec
	k, err := spec.Knob("lr")
	if err != nil {
		return nil, nil // no rate, no runs
	}
	runs, out := make([]RateRun, n), make([]sweep.Outcome, n)
	start := sweep.Start{X: s.Doc.Start.X, Y: s.Doc.Start.Y, Seed: s.Doc.Seed}
	rate := func(i int) float64 { return k.OnSlider(float64(i) / float64(n-1)) }
	err = s.work().FromSettings(ctx, start, spec, []string{"lr"}, func(i int, v []float64) { v[0] = rate(i) }, out, o)
	if err != nil {
		return nil, err
	}
	for i := range runs {
		runs[i] = RateRun{rate(i), out[i]}
	}
	return runs, nil
}

// Failed says whether the run left the finite numbers or the domain, or could not go on.
func (r RateRun) Failed() bool {
	return r.Kind == sweep.Diverged || r.Kind == sweep.Undefined || r.Kind == sweep.Stopped || math.IsNaN(r.Loss)
}

// BestRate is the index of the run with the lowest final loss; of equals the one that took the fewest steps. It is -1 if
// all failed.
func BestRate(runs []RateRun) int {
	best := -1
	for i, r := range runs {
		if r.Failed() {
			continue
		}
		if best < 0 || r.Loss < runs[best].Loss || r.Loss == runs[best].Loss && r.Steps < runs[best].Steps {
			best = i
		}
	}
	return best
}
