package lab

import (
	"context"
	"math"

	"descentlab/optim"
	"descentlab/optim/sweep"
)

// A RateRun is how a racer ends with one learning rate.
type RateRun struct {
	LR float64
	sweep.Outcome
}

// Rates lets a racer run from the experiment's start with n learning rates over its slider, and on to its own rate if that lies
// beyond. A racer without one has none.
func (s *Survey) Rates(ctx context.Context, racer, n int, o sweep.Options) ([]RateRun, error) {
	spec := s.Doc.Racers[racer].Spec
	k, err := s.rateRange(racer)
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

// rateRange is the racer's learning rate, with a slider that reaches as far as the rate that it has.
func (s *Survey) rateRange(racer int) (optim.Knob, error) {
	spec := s.Doc.Racers[racer].Spec
	k, err := spec.Knob("lr")
	if lr := spec.GetFor("lr", s.Doc.Steps).Num; err == nil && lr > 0 {
		k.Min, k.Max = min(k.Min, lr), max(k.Max, lr)
	}
	return k, err
}

// Failed says whether the run left the finite numbers or the domain, or could not go on.
func (r RateRun) Failed() bool {
	return r.Kind == sweep.Diverged || r.Kind == sweep.Undefined || r.Kind == sweep.Stopped || math.IsNaN(r.Loss)
}
