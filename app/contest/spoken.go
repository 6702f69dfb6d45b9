package contest

import (
	"math"
	"slices"
	"strings"

	"descentlab/app/words"
	"descentlab/optim/bench"
)

// Rules are the rules of the contest, a sentence each: they stand on every picture.
func (r *Result) Rules(stage int) []string {
	s, functions := r.Setting, len(r.Stages[stage].Results.Functions())
	pairs := len(r.Suite.Problems) * bench.TargetCount
	list := []string{
		words.T("%s: %s, %s of each, %d targets from 1e2 to 1e−8 above the least loss: %d pairs.",
			words.SentenceCase(r.Suite.Title), words.N(functions, "%d function", "%d functions", functions),
			words.N(s.Instances, "%d instance", "%d instances", s.Instances), bench.TargetCount, pairs),
		words.T("A run spends at most %s; %s. Restarts are simulated.",
			words.N(s.Budget, "%d gradient evaluation", "%d gradient evaluations", s.Budget), r.Suite.Starts),
		r.tuningRule(stage),
		words.T("Bands: 5 % to 95 % of 200 bootstrap samples of the instances."),
	}
	if n := len(r.Suite.Left); n > 0 {
		list = append(list, words.N(n, "%d surface is left out: %s.", "%d surfaces are left out: %s.", n, r.leftOut()))
	}
	return list
}

// tuningRule says how settings were chosen.
func (r *Result) tuningRule(stage int) string {
	trials := r.Stages[stage].Trials
	if trials == 1 {
		return words.T("Settings: as they are given; nothing is tuned.")
	}
	var names []string
	for i, knobs := range r.Knobs {
		if len(knobs) > 0 {
			names = append(names, r.Names[i]+": "+strings.Join(knobs, ", "))
		}
	}
	first, last := r.Setting.Instances+1, r.Setting.Instances+tuningInstances
	return words.T("Settings: the best of %d trials, the racer's own and %d drawn evenly over its sliders (%s), "+
		"on the instances %d to %d, which do not count.", trials, trials-1, strings.Join(names, "; "), first, last)
}

// leftOut names what could not take part.
func (r *Result) leftOut() string {
	const most = 3
	var names []string
	for _, l := range r.Suite.Left[:min(most, len(r.Suite.Left))] {
		names = append(names, l.What+" ("+l.Why+")")
	}
	if more := len(r.Suite.Left) - most; more > 0 {
		names = append(names, words.N(more, "%d more", "%d more", more))
	}
	return strings.Join(names, ", ")
}

// Target is a target in words: "1e−4".
func Target(i int) string { return words.ShortTo(bench.Target(i), 3) }

// Said is a point of a curve in words.
func (r *Result) Said(stage, racer int, evaluations float64) string {
	st := &r.Stages[stage]
	c := st.Curves[racer]
	text := words.T("%s: after %s gradient evaluations %s of the pairs of a problem and a target are solved.",
		r.Names[racer], words.Large(int(evaluations)), words.Percent(c.Fraction(evaluations)))
	if evaluations > float64(r.Setting.Budget) {
		text += " " + words.T("That is beyond the budget of a run: restarts are simulated.")
	}
	if s, ok := c.Latest(evaluations); ok {
		text += " " + words.T("The latest: %s.", r.StepSaid(stage, s))
	}
	return text
}

// StepSaid is a step of a curve in words.
func (r *Result) StepSaid(stage int, s bench.Step) string {
	p := r.Suite.Problems[s.Problem]
	text := words.T("%s, instance %d, to within %s of its least loss", p.Title, p.Instance, Target(s.Target))
	if s.Restarts > 0 {
		text += words.N(s.Restarts, ", after a restart", ", after %d restarts", s.Restarts)
	}
	return text
}

// ProfileSaid is a point of a performance profile in words.
func (r *Result) ProfileSaid(racer int, ratio, part float64) string {
	if ratio <= 1 {
		return words.T("%s is the fastest of these racers on %s of the pairs of a function and a target.", r.Names[racer],
			words.Percent(part))
	}
	return words.T("%s solves %s of the pairs of a function and a target with at most %s times the evaluations of the fastest of "+
		"these racers.", r.Names[racer], words.Percent(part), words.ShortTo(ratio, 3))
}

// TuningSaid is what a racer solves after some trials of tuning, in words.
func (r *Result) TuningSaid(racer, stage int) string {
	st := &r.Stages[stage]
	part, _ := st.Results.Within(racer)
	budget, solved := words.Large(r.Setting.Budget), words.Percent(part)
	if st.Trials == 1 {
		return words.T("%s as it is solves %s of the pairs of a problem and a target within %s evaluations, without restarts.",
			r.Names[racer], solved, budget)
	}
	return words.T("%s, tuned within %d trials, solves %s of the pairs within %s evaluations, without restarts: %s",
		r.Names[racer], st.Trials, solved, budget, st.Racers[racer])
}

// ProfileWarning says what a profile hides.
func ProfileWarning() string {
	return words.T("A profile compares with the fastest of those who run: with another racer beside them all curves may change. " +
		"Runtimes do not.")
}

// mostFirsts is how many racers that do equally well are named.
const mostFirsts = 3

// Summary is a sentence about the whole.
func (r *Result) Summary(stage int) string {
	st := &r.Stages[stage]
	best := slices.Max(append([]float64{0}, st.Scores...))
	if best == 0 {
		return words.T("No racer has met any target.")
	}
	var firsts []string
	for i, score := range st.Scores {
		if score == best {
			firsts = append(firsts, r.Names[i])
		}
	}
	first := slices.Index(st.Scores, best)
	within, _ := st.Results.Within(first)
	solved := words.T("within a budget of %s its runs solve %s of the pairs, with restarts %s.", words.Large(r.Setting.Budget),
		words.Percent(within), words.Percent(st.Curves[first].Final()))
	switch {
	case len(firsts) == 1:
		return words.T("%s does best: %s", firsts[0], solved)
	case len(firsts) <= mostFirsts:
		return words.T("%s do equally well, and best, each: %s", words.And(firsts), solved)
	default:
		return words.T("%d racers do equally well, and best, each: %s", len(firsts), solved)
	}
}

// Runtime is an average runtime in words.
func Runtime(art float64) string {
	if math.IsInf(art, 1) {
		return "∞"
	}
	return words.ShortTo(art, 3)
}
