package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// StabilityLimit is the rate above which a method of plain or heavy-ball descent cannot settle in the minimum nearest
// to where its run ends: 2(1+momentum)/lambda_max (Polyak 1964; 2/lambda_max without momentum). It is 0, no limit,
// for other methods, whose steps are not the gradient's, and where there is no minimum.
func StabilityLimit(spec optim.Spec, s lab.State, i int) float64 {
	if (spec.Method != "sgd" && spec.Method != "momentum") || s.Tape == nil || s.Field == nil || i >= len(s.Tape.Runs) {
		return 0
	}
	if spec.Get("nesterov").Num != 0 || spec.Get("dampening").Num != 0 {
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
		if l := 2 * (1 + spec.Get("momentum").Num) / p.L2; d < nearest || run == nil && l > limit {
			nearest, limit = d, l
		}
	}
	return limit
}
