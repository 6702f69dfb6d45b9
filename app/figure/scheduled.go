package figure

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// ScheduledRates are the rates that a racer's schedule gives the updates of the race. Those of one that looks at the loss are
// those of the race that is recorded, as far as it went.
func ScheduledRates(r setup.Racer, s lab.State) []float64 {
	run := recorded(r.Spec, r.Slot, s)
	if run == nil || !r.Spec.Watches() || run.Spec.Schedule != r.Spec.Schedule {
		return r.Spec.Rates(s.Doc.Steps)
	}
	rates := make([]float64, run.Steps)
	for t := range rates {
		rates[t] = run.Rate(t)
	}
	return rates
}
