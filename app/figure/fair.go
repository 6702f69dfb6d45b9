package figure

import (
	"math"
	"slices"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// A FairRow is what the table of a fair race says of one racer.
type FairRow struct {
	Cells []string // the racer, the part of its runs that it won, that came to the deepest minimum, the gap, the evaluations
	Notes []string // what it was tuned to; what its runs and its tuning took
	Hint  string   // all of it in words
}

// NewFairRow words the result of a racer with a name. The resolution is that of losses near the least one: gaps that rounding
// cannot tell from nothing are shown as nothing.
func NewFairRow(r lab.FairResult, name string, resolution float64) FairRow {
	score := r.Score
	for i, gap := range score.Gap {
		if math.Abs(gap) <= resolution {
			score.Gap[i] = 0
		}
	}
	gap, evals := score.Gap, score.Evaluations
	cost := []string{words.T("quartiles %s to %s", words.ShortTo(gap[0], 2), words.ShortTo(gap[2], 2))}
	if score.Arrived > 0 {
		cost = append(cost, words.T("calls %s to %s", words.Count(evals[0]), words.Count(evals[2])))
	}
	raced := words.T("%s raced as it is, %s", name, r.Spec)
	if len(r.Knobs) > 0 {
		cost = append(cost, words.T("tuning %d", r.Evaluations))
		raced = words.T("%s: tuned %s in %d trials with %s to %s",
			name, strings.Join(r.Knobs, ", "), r.Trials, TuningSpent(r), r.Spec)
	}
	return FairRow{
		Cells: []string{name, r.Won, words.Percent(score.Global), words.Short(gap[1]), words.Count(evals[1])},
		Notes: []string{fairSetting(r), strings.Join(cost, " · ")},
		Hint: words.T("%s; f − f* quartiles %s, %s, %s; evaluations to arrive %s, %s, %s; diverged %s",
			raced, words.Short(gap[0]), words.Short(gap[1]), words.Short(gap[2]),
			words.Count(evals[0]), words.Count(evals[1]), words.Count(evals[2]), words.Percent(score.Diverged)),
	}
}

// TuningSpent says how much of its budget the tuning of a racer has spent, and why not more.
func TuningSpent(r lab.FairResult) string {
	switch {
	case r.Ended == sweep.GainedNothing:
		return words.T("%d of %d evaluations (it found nothing better and left the rest)", r.Evaluations, r.Budget)
	case r.Evaluations < r.Budget:
		return words.T("%d of %d evaluations (one more trial could take %d)", r.Evaluations, r.Budget, r.Trial)
	}
	return words.T("%d of %d evaluations", r.Evaluations, r.Budget)
}

// fairSetting is what a racer was tuned to: "lr 0.03162 · momentum 0.871".
func fairSetting(r lab.FairResult) string {
	if len(r.Knobs) == 0 {
		return words.T("as it is: none of its knobs was tuned")
	}
	var parts []string
	for _, name := range r.Knobs {
		if k, err := r.Spec.Knob(name); err == nil {
			parts = append(parts, name+" "+words.Decimal(k.Format(r.Spec.Get(name))))
		}
	}
	return strings.Join(parts, " · ")
}

// FairKnobHint says what values a fair race may give to a knob, of which of the racers with these names.
func FairKnobHint(k setup.FairKnob, names []string) string {
	var tuned, rest []string
	for _, i := range k.Racers {
		if slices.Contains(k.Tuned, i) {
			tuned = append(tuned, names[i])
		} else {
			rest = append(rest, names[i])
		}
	}
	of, not := strings.Join(tuned, ", "), strings.Join(rest, ", ")
	switch {
	case len(rest) == 0:
		return words.T("%s from %g to %g, tuned of %s", k.Name, k.Min, k.Max, of)
	case len(tuned) == 0:
		return words.T("%s from %g to %g, not tuned of %s", k.Name, k.Min, k.Max, not)
	}
	return words.T("%s from %g to %g, tuned of %s, not tuned of %s", k.Name, k.Min, k.Max, of, not)
}

// FairNote says how a fair race was made, of runs that could spend so many evaluations, and what its table means.
func FairNote(f setup.Fair, spend int) string {
	f = f.Filled()
	runs := words.Runs(f.Starts * f.Seeds)
	starts := words.N(f.Starts, "%d random start", "%d random starts", f.Starts)
	var made string
	switch {
	case f.Painted && f.TuneStarts > 1:
		made = words.T("%s each, from %s where it is painted; tuned from %d of these starts.",
			runs, starts, f.TuneStarts)
	case f.Painted:
		made = words.T("%s each, from %s where it is painted; tuned from the present start.", runs, starts)
	case f.TuneStarts > 1:
		made = words.T("%s each, from %s all over the window; tuned from %d of these starts.",
			runs, starts, f.TuneStarts)
	default:
		made = words.T("%s each, from %s all over the window; tuned from the present start.", runs, starts)
	}
	return made + " " + words.T("Each run could spend %d gradient evaluations, whatever a step of its method takes.", spend) +
		" " + words.T("Loss and gradient calls are medians; below them stand their quartiles, and what the tuning took.")
}
