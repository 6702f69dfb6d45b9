package lab

import (
	"math"

	"descentlab/app/lab/motion"
	"descentlab/optim/race"
)

// A Standing is how one racer stands at a step of the race.
type Standing struct {
	Step        int     // the row looked at: the last one of a run that ended earlier, or that with which it has left
	Loss        float64 // exact, without noise
	GradNorm    float64
	Evaluations int
	Settled     int // first step from which it has settled, whatever the step looked at; -1 if it never has
	Where       Whereabouts
}

// Best is the lowest value known of the surface: of its lowest minima, or of what the racers have seen if that is lower
// by more than rounding. The flag tells whether it is a minimum's value.
func Best(tape *race.Tape, places []Place) (best float64, minimum bool) {
	best = math.Inf(1)
	for _, p := range places {
		if p.Global {
			best, minimum = min(best, p.Value), true
		}
	}
	if tape == nil {
		return best, minimum
	}
	if lowest := motion.Lowest(tape); lowest < best-1e-9*(1+math.Abs(best)) || math.IsInf(best, 1) {
		return lowest, false
	}
	return best, minimum
}

// Standings tells how every run stands at step t.
func (c *Courses) Standings(t int) []Standing {
	table := make([]Standing, len(c.tape.Runs))
	for i, r := range c.tape.Runs {
		at := c.Row(i, t)
		table[i] = Standing{
			Step: at, Loss: r.Loss(at), GradNorm: r.GradNorm(at), Evaluations: r.Evaluations(at),
			Settled: c.Settled(i), Where: c.At(i, t),
		}
	}
	return table
}

// StartsNowhere tells whether every racer is out of the function's domain from the first.
func (s State) StartsNowhere() bool {
	if s.Tape == nil || len(s.Tape.Runs) == 0 {
		return false
	}
	for _, r := range s.Tape.Runs {
		if r.Verdict.Kind != race.Undefined || r.Verdict.Step > 0 {
			return false
		}
	}
	return true
}
