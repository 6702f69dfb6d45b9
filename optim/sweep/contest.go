package sweep

import (
	"context"
	"math"
	"slices"

	"descentlab/internal/say"

	"gonum.org/v1/gonum/stat"

	"descentlab/optim"
)

// A Score is how one racer did in a contest of many runs.
type Score struct {
	Runs     int
	Won      float64 // part of the runs, 0 to 1, in which no other racer did better; those who tie share the win
	Global   float64 // part of the runs that arrived at a target of the least loss
	Arrived  float64 // part of the runs that arrived at any target
	Diverged float64 // part of the runs that left the finite numbers, the domain, or could not go on
	// The lower quartile, the median and the upper one: of the final loss above the least one, +Inf for a run that Diverged
	// counts; and of the evaluations spent by runs that arrived, NaN if none did.
	Gap, Evaluations [3]float64
}

// Contest lets every racer run from every start, and compares run by run: the one that arrives at a target of the least
// loss with the fewest evaluations wins; where none does, the lowest final loss. No run spends more evaluations than Spend
// says, or, if that is 0, than its steps would take at one each: equal evaluations, not equal steps. It returns the score of
// each racer, and the outcomes by racer and start. A contest without starts is an error; the others are those of FromStarts.
func (w *Work) Contest(ctx context.Context, specs []optim.Spec, starts []Start, least float64, o Options) (
	[]Score, [][]Outcome, error,
) {
	if len(starts) == 0 {
		return nil, nil, say.Errorf("a contest needs at least one start")
	}
	w = w.equal()
	all, pass := make([][]Outcome, len(specs)), o.passes(len(specs)*len(starts))
	for i, spec := range specs {
		all[i] = make([]Outcome, len(starts))
		if err := w.FromStarts(ctx, spec, starts, all[i], pass(len(starts))); err != nil {
			return nil, nil, err
		}
	}
	scores := make([]Score, len(specs))
	for run := range starts {
		w.award(scores, all, run, least)
	}
	for i := range scores {
		s := &scores[i]
		w.sum(s, all[i], least)
		for _, part := range []*float64{&s.Won, &s.Global, &s.Arrived, &s.Diverged} {
			*part /= float64(s.Runs)
		}
	}
	return scores, all, nil
}

// award shares the win of one run among those who did best: it counts wins.
func (w *Work) award(scores []Score, all [][]Outcome, run int, least float64) {
	best := []int{}
	for i := range all {
		switch c := -1; {
		case len(best) > 0:
			c = w.compare(all[i][run], all[best[0]][run], least)
			if c == 0 {
				best = append(best, i)
			} else if c < 0 {
				best = append(best[:0], i)
			}
		case failed(all[i][run]):
		default:
			best = append(best, i)
		}
	}
	for _, i := range best {
		scores[i].Won += 1 / float64(len(best))
	}
}

func failed(o Outcome) bool { return o.Kind == Diverged || o.Kind == Undefined || o.Kind == Stopped }

// global says whether a run arrived at a target of the least loss.
func (w *Work) global(o Outcome, least float64) bool {
	return o.Kind == Arrived && w.Targets[o.Target].Value <= least+1e-9*(1+math.Abs(least))
}

// compare is negative if a did better than b.
func (w *Work) compare(a, b Outcome, least float64) int {
	ga, gb := w.global(a, least), w.global(b, least)
	less := func(x, y float64) int {
		switch {
		case x < y || math.IsNaN(y) && !math.IsNaN(x):
			return -1
		case y < x || math.IsNaN(x) && !math.IsNaN(y):
			return 1
		}
		return 0
	}
	fa, fb := failed(a), failed(b)
	switch {
	case fa && !fb:
		return 1
	case fb && !fa:
		return -1
	case ga && gb:
		return less(float64(a.Evaluations), float64(b.Evaluations))
	case ga:
		return -1
	case gb:
		return 1
	}
	return less(a.Loss, b.Loss)
}

// sum counts what a racer's own runs tell, and finds their quartiles.
func (w *Work) sum(s *Score, runs []Outcome, least float64) {
	var gaps, spent []float64
	s.Runs = len(runs)
	for _, o := range runs {
		switch {
		case failed(o):
			s.Diverged++
		case o.Kind == Arrived:
			s.Arrived++
			spent = append(spent, float64(o.Evaluations))
		}
		if w.global(o, least) {
			s.Global++
		}
		gap := o.Loss - least
		if failed(o) || math.IsNaN(gap) {
			gap = math.Inf(1)
		}
		gaps = append(gaps, gap)
	}
	s.Gap, s.Evaluations = quartiles(gaps), quartiles(spent)
}

// quartiles are the lower one, the median and the upper one, as values that occur.
func quartiles(v []float64) [3]float64 {
	if len(v) == 0 {
		return [3]float64{math.NaN(), math.NaN(), math.NaN()}
	}
	slices.Sort(v)
	var q [3]float64
	for i, p := range []float64{0.25, 0.5, 0.75} {
		q[i] = stat.Quantile(p, stat.Empirical, v, nil)
	}
	return q
}
