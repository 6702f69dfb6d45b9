package bench

import (
	"context"
	"math"
	"math/rand/v2"
	"strconv"

	"descentlab/internal/say"

	"descentlab/optim"
)

// A Choice is the best setting of a racer that was found within a number of trials.
type Choice struct {
	Trials int // settings tried, the racer's own among them
	Spec   optim.Spec
	Score  float64 // of the setting; see Score
	Spent  int     // evaluations that all trials took
}

// Score is how well a racer does on some trials, between 0 and 1: the mean over all pairs of a problem and a target of how early
// the target was met, from 1 at the first evaluation to 0 at the budget, on a logarithmic scale. It is the area under the curve
// of Runtimes without restarts, up to the budget.
func Score(trials []Trial, budget int) float64 {
	sum, whole := 0.0, math.Log(float64(max(budget, 2)))
	for i := range trials {
		for _, hit := range trials[i].Hits {
			if hit > 0 {
				sum += 1 - math.Log(float64(hit))/whole
			}
		}
	}
	return sum / float64(max(1, len(trials)*TargetCount))
}

// Candidates are settings of a racer to be tried: its own first, then settings drawn at random, every knob evenly over its slider
// and apart from the others. The first ones of more are the ones of fewer, so that more trials never do worse.
func Candidates(spec optim.Spec, knobs []optim.Knob, trials int, seed uint64) []optim.Spec {
	list := []optim.Spec{spec}
	rng := rand.New(rand.NewPCG(seed, 0x74756e65))
	for len(list) < trials && len(knobs) > 0 {
		next := spec
		for _, k := range knobs {
			next = next.With(k.Name, optim.Num(shortened(k.OnSlider(rng.Float64()))))
		}
		if next.Check() == nil {
			list = append(list, next)
		} else {
			list = append(list, spec) // a trial that is lost
		}
	}
	return list
}

// shortened is a value with as many digits as a person would write.
func shortened(v float64) float64 {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 64)
	if err != nil {
		return v
	}
	return short
}

// Tune tries settings of a racer on problems, which should not be those of the contest, and returns the best of the first ones
// for each of the numbers of trials, which must rise. The score of the problems decides, and of equals the first. The error is
// that of Run.
func Tune(ctx context.Context, spec optim.Spec, knobs []optim.Knob, problems []Problem, trials []int, seed uint64, o Options) (
	[]Choice, error,
) {
	if len(trials) == 0 || trials[0] < 1 {
		return nil, say.Errorf("tuning takes at least one trial: the racer as it is")
	}
	candidates := Candidates(spec, knobs, trials[len(trials)-1], seed)
	all, err := Run(ctx, candidates, problems, o)
	if err != nil {
		return nil, err
	}
	var choices []Choice
	best := Choice{Score: math.Inf(-1)}
	for i, c := range candidates {
		for _, t := range all[i] {
			best.Spent += int(t.Spent)
		}
		if score := Score(all[i], o.Budget); score > best.Score {
			best.Spec, best.Score = c, score
		}
		best.Trials = i + 1
		for len(choices) < len(trials) && i+1 == trials[len(choices)] {
			choices = append(choices, best)
		}
	}
	for len(choices) < len(trials) { // a racer without knobs
		choices = append(choices, best)
	}
	return choices, nil
}
