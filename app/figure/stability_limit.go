package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/lab/stability"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// StabilityLimit is the rate above which a method cannot settle in the minimum nearest to where its run ends, by its law: for the
// heavy ball 2(1+momentum)/lambda_max. It is 0, no limit, for methods without a law and such as divide the gradient, whose limit
// is another at each step, and where there is no minimum.
func StabilityLimit(spec optim.Spec, s lab.State, i int) float64 {
	law, known := stability.Of(spec)
	if !known || law.Divides() || spec.Climbs() || s.Tape == nil || s.Field == nil || i >= len(s.Tape.Runs) {
		return 0
	}
	run := s.Tape.Runs[i]
	if run.Verdict.Kind != race.Finished {
		run = nil
	}
	limit := 0.0
	nearest := math.Inf(1)
	for _, p := range s.Field.Places {
		if p.Kind != surfaces.Minimum || !(p.L2 > 0) {
			continue
		}
		d := 0.0 // a run that left tells of no minimum: the gentlest limit of all holds
		if run != nil {
			x := run.X(run.Steps)
			d = math.Hypot(x[0]-p.At.X, x[1]-p.At.Y)
		}
		if l := law.Rate(p.L2); d < nearest || run == nil && l > limit {
			nearest, limit = d, l
		}
	}
	return limit
}
