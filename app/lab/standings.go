package lab

import (
	"math"

	"descentlab/optim/race"
	"descentlab/surfaces"
)

// ArrivalTolerance is how close to a minimum's value a loss must come to have arrived.
const ArrivalTolerance = 1e-6

// A Standing is how one racer stands at a step of the race.
type Standing struct {
	Step        int     // the row looked at: the last one of a run that ended earlier
	Loss        float64 // exact, without noise
	GradNorm    float64
	Evaluations int
	Arrival     int // first step within ArrivalTolerance of the minimum the run ends in; -1 if there is none
	Where       Whereabouts
}

// Best is the lowest value known of the surface: of its minima, or of what the racers have seen if that is lower
// than every minimum known by more than rounding. The flag tells whether it is a minimum's value.
func Best(tape *race.Tape, places []Place) (best float64, minimum bool) {
	best = math.Inf(1)
	for _, p := range places {
		if p.Kind == surfaces.Minimum {
			best, minimum = min(best, p.Value), true
		}
	}
	if tape == nil {
		return best, minimum
	}
	lowest := math.Inf(1)
	for _, r := range tape.Runs {
		for t := 0; t <= r.Steps; t++ {
			if f := r.Loss(t); f < lowest && !math.IsInf(f, 0) {
				lowest = f
			}
		}
	}
	if lowest < best-1e-9*(1+math.Abs(best)) || math.IsInf(best, 1) {
		return lowest, false
	}
	return best, minimum
}

// Arrivals gives, for each run of the tape, the first step within ArrivalTolerance of the minimum in which the run
// ends, or -1.
func Arrivals(tape *race.Tape, places []Place, region surfaces.Rect) []int {
	steps := make([]int, len(tape.Runs))
	for i, r := range tape.Runs {
		steps[i] = -1
		place := where(places, region, point(r.X(r.Steps)), r.Loss(r.Steps), r.Loss(0))
		if place == nil || place.Kind != surfaces.Minimum || r.Verdict.Kind != race.Finished {
			continue
		}
		for t := 0; t <= r.Steps; t++ {
			if r.Loss(t) <= place.Value+ArrivalTolerance {
				steps[i] = t
				break
			}
		}
	}
	return steps
}

// Standings tells how every run of the tape stands at step t.
func Standings(tape *race.Tape, places []Place, region surfaces.Rect, arrivals []int, t int) []Standing {
	table := make([]Standing, len(tape.Runs))
	for i, r := range tape.Runs {
		at := min(t, r.Steps)
		s := Standing{Step: at, Loss: r.Loss(at), GradNorm: r.GradNorm(at), Evaluations: r.Evaluations(at), Arrival: -1}
		if i < len(arrivals) {
			s.Arrival = arrivals[i]
		}
		s.Where = whereabouts(r, t, at, where(places, region, point(r.X(at)), s.Loss, r.Loss(0)))
		table[i] = s
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

func point(x []float64) surfaces.Point { return surfaces.Point{X: x[0], Y: x[1]} }
