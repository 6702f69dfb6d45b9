package sweep

import (
	"context"
	"math"
	"strconv"
	"sync/atomic"

	"descentlab/internal/say"

	"gonum.org/v1/gonum/optimize"

	"descentlab/optim"
	"descentlab/optim/race"
)

// A Tuning says how a racer's knobs are to be set for a loss and some starts.
type Tuning struct {
	Knobs   []string // that may change, each within its slider's range and on its scale; at least one, all of kind Real
	Starts  []Start  // of each trial; at least one
	Budget  int      // evaluations that all trials together may spend; at least one for each step from each start
	Least   float64  // the loss that counts as the bottom
	Options          // Progress is told how many evaluations of the budget are spent
}

// A Tuned racer is the best one that a tuning has met.
type Tuned struct {
	Spec        optim.Spec
	Rate        float64 // see Work.Rate: the lower the better
	Trials      int     // settings that were tried
	Evaluations int     // that they spent
	Ended       TuneEnd // why no more of the budget was
}

// A TuneEnd says why a tuning has ended.
type TuneEnd uint8

const (
	// SpentUp tunings could have spent more than their budget with one more trial.
	SpentUp TuneEnd = iota
	// GainedNothing tunings have met nothing better from any of the simplexes that they began.
	GainedNothing
)

// Key is the end as it stands in files.
func (e TuneEnd) Key() string { return [...]string{"budget spent", "nothing better found"}[e] }

// tolerance is the part of the start's gap at which a run counts as having arrived, if rounding lets it come that close.
// It is so small because the beginning of a run would else count more than the rate that it settles into.
const tolerance = 1e-100

// floor is the gap at which a run counts as having arrived.
func floor(first, least float64) float64 {
	const resolution = 0x1p-50 // of a loss computed in a few roundings
	return max(tolerance*first, resolution*math.Abs(least))
}

// Rate is how fast a racer closes the gap to the least loss: the mean over the starts of log(gap[t]/gap[0]) for each
// evaluation spent, a natural logarithm, t being the first step at which the gap has shrunk to a part of 1e-100, or to what
// rounding can tell from nothing, or the last one. It is negative for runs that come closer, 0 where nothing is gained, and
// 1 for runs that end in anything but a finite loss. Gaps are those of the exact loss, whatever samples and noise a run
// meets. The evaluations are those of all starts together; no run spends more than Spend says. The error is
// the context's, or says what is wrong with the racer.
func (w *Work) Rate(ctx context.Context, spec optim.Spec, starts []Start, least float64) (
	rate float64, evaluations int, err error,
) {
	plan, err := spec.Plan(2, w.Steps)
	if err != nil {
		return 0, 0, err
	}
	seen, row, spare := &losses{work: w}, make([]float64, plan.Width()), make([]float64, plan.Width())
	for _, s := range starts {
		obj := seen.of(s.Seed)
		exact := newGauge(obj)
		plan.Within(w.Box).Seed(s.Seed)
		plan.Start(row, obj, []float64{s.X, s.Y})
		first := exact.loss(plan, row) - least
		bottom := floor(first, least)
		r, spent := 0.0, 0
		for t := 0; ; t++ {
			gap := exact.loss(plan, row) - least
			spent = plan.Evaluations(row)
			if plan.Failure(row) != optim.Sound || race.Judge(plan.X(row), plan.Grad(row), plan.Loss(row)) != race.Finished {
				r = 1
				break
			}
			over := gap <= bottom || t == w.Steps
			if !over {
				var made bool
				row, spare, made = w.next(plan, row, spare, obj, t)
				over = !made
			}
			if over {
				r = math.Log(max(gap, bottom)/first) / float64(max(spent, 1))
				break
			}
			if t%patience == 0 && ctx.Err() != nil {
				return 0, 0, ctx.Err()
			}
		}
		if math.IsNaN(r) {
			r = 0 // started at the bottom
		}
		rate += r / float64(len(starts))
		evaluations += max(spent, 1)
	}
	return rate, evaluations, nil
}

// Tune looks for the setting of the knobs with the lowest Rate: on a grid over their sliders first, for half of the budget,
// and from its best place on with the simplex method of Nelder and Mead (gonum/optimize), as long as the budget lasts. The
// racer as it is counts as a trial too, so that the result is never worse. A run of a trial spends at most what one of a
// Contest may, so that the budget is never exceeded. Equal arguments give equal results. The error is the
// context's, or says what is wrong with the work, the racer or the tuning.
func (w *Work) Tune(ctx context.Context, spec optim.Spec, t Tuning) (Tuned, error) {
	if err := w.ready(); err != nil {
		return Tuned{}, err
	}
	w = w.equal()
	u := &tuner{work: w, spec: spec, t: t, most: w.Spend * len(t.Starts)}
	for _, name := range t.Knobs {
		k, err := spec.Knob(name)
		if err != nil {
			return Tuned{}, err
		}
		if k.Kind != optim.Real {
			return Tuned{}, say.Errorf("%s cannot be tuned: it is a %v", name, k.Kind)
		}
		u.knobs = append(u.knobs, k)
	}
	switch {
	case len(u.knobs) == 0:
		return Tuned{}, say.Errorf("name the knobs to tune, as in lr")
	case len(t.Starts) == 0:
		return Tuned{}, say.Errorf("tuning needs at least one start")
	case t.Budget < u.most:
		return Tuned{}, say.Errorf("a budget of %d evaluations is less than one trial may take: %d from each of %d starts",
			t.Budget, w.Spend, len(t.Starts))
	}
	if err := u.try(ctx, []optim.Spec{spec}); err != nil {
		return Tuned{}, err
	}
	if err := u.grid(ctx, min(max(1, t.Budget/2/u.most), (t.Budget-u.spent)/u.most)); err != nil {
		return Tuned{}, err
	}
	return u.best, u.refine(ctx)
}

// A tuner keeps the best of all trials.
type tuner struct {
	work  *Work
	spec  optim.Spec
	t     Tuning
	knobs []optim.Knob
	most  int // evaluations that a trial may spend
	best  Tuned
	spent int
	tried int
	told  atomic.Int64 // evaluations spent as far as Progress knows
}

// tell passes on that some more evaluations are spent.
func (u *tuner) tell(spent int) {
	if told := u.told.Add(int64(spent)); u.t.Progress != nil {
		u.t.Progress(int(told), u.t.Budget)
	}
}

// set is the racer at a place on the sliders.
func (u *tuner) set(at []float64) optim.Spec {
	spec := u.spec
	for i, k := range u.knobs {
		spec = spec.With(k.Name, optim.Num(shortened(k, k.OnSlider(min(max(at[i], 0), 1)))))
	}
	return spec
}

// shortened is a value with as many digits as a person would write: four, of 1 - v where v is measured in nines.
func shortened(k optim.Knob, v float64) float64 {
	round := func(v float64) float64 {
		short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 64)
		if err != nil {
			return v
		}
		return short
	}
	if k.Scale == optim.Nines && v > 0.5 {
		v, _ = strconv.ParseFloat(strconv.FormatFloat(1-round(1-v), 'f', 9, 64), 64)
		return v
	}
	return round(v)
}

// try measures some racers side by side and keeps the best; of equals the first.
func (u *tuner) try(ctx context.Context, specs []optim.Spec) error {
	rates, spent := make([]float64, len(specs)), make([]int, len(specs))
	err := inPieces(ctx, len(specs), 1, Options{Workers: u.t.Workers}, func(int) func(lo, hi int) error {
		return func(lo, _ int) error {
			var err error
			rates[lo], spent[lo], err = u.work.Rate(ctx, specs[lo], u.t.Starts, u.t.Least)
			u.tell(spent[lo])
			return err
		}
	})
	if err != nil {
		return err
	}
	for i, rate := range rates {
		u.spent += spent[i]
		u.tried++
		if u.tried == 1 || rate < u.best.Rate {
			u.best.Spec, u.best.Rate = specs[i], rate
		}
	}
	u.best.Trials, u.best.Evaluations = u.tried, u.spent
	return nil
}

// grid tries at most so many settings, equally far apart on the sliders.
func (u *tuner) grid(ctx context.Context, most int) error {
	if most == 0 {
		return nil
	}
	side := 1
	for pow(side+1, len(u.knobs)) <= most {
		side++
	}
	var specs []optim.Spec
	for n := range pow(side, len(u.knobs)) {
		at := make([]float64, len(u.knobs))
		for i := range at {
			at[i] = (float64(n%side) + 0.5) / float64(side)
			n /= side
		}
		specs = append(specs, u.set(at))
	}
	return u.try(ctx, specs)
}

func pow(base, n int) int {
	p := 1
	for range n {
		p *= base
	}
	return p
}

// simplexes are the sizes, on the sliders, of the simplexes with which refine begins one after another.
var simplexes = []float64{0.05, 0.2, 0.01, 0.1, 0.002}

// refine walks on from the best setting until the budget is spent, or until one simplex after another gains nothing more.
func (u *tuner) refine(ctx context.Context) error {
	var stopped error
	over := func() bool { return stopped != nil || u.spent+u.most > u.t.Budget }
	problem := optimize.Problem{
		Func: func(at []float64) float64 {
			if over() {
				return math.Inf(1)
			}
			return u.measure(ctx, at, &stopped)
		},
		Status: func() (optimize.Status, error) {
			if over() {
				return optimize.FunctionEvaluationLimit, nil
			}
			return optimize.NotTerminated, nil
		},
	}
	settings := &optimize.Settings{Converger: &optimize.FunctionConverge{Absolute: 1e-12, Iterations: 30}, Concurrent: 1}
	for _, size := range simplexes {
		from := make([]float64, len(u.knobs))
		for i, k := range u.knobs {
			from[i] = k.SliderPlace(u.best.Spec.Get(k.Name).Num)
		}
		if _, err := optimize.Minimize(problem, from, settings, &optimize.NelderMead{SimplexSize: size}); err != nil && stopped == nil {
			return err
		}
		if over() {
			break
		}
	}
	u.best.Trials, u.best.Evaluations = u.tried, u.spent
	if !over() {
		u.best.Ended = GainedNothing
	}
	return stopped
}

// measure tries one place on the sliders.
func (u *tuner) measure(ctx context.Context, at []float64, stopped *error) float64 {
	spec := u.set(at)
	rate, spent, err := u.work.Rate(ctx, spec, u.t.Starts, u.t.Least)
	if err != nil {
		*stopped = err
		return math.Inf(1)
	}
	u.tell(spent)
	u.spent += spent
	u.tried++
	if rate < u.best.Rate {
		u.best.Spec, u.best.Rate = spec, rate
	}
	return rate + outside(at)
}

// outside is a penalty for places beyond the sliders' ends.
func outside(at []float64) float64 {
	sum := 0.0
	for _, v := range at {
		sum += max(-v, 0, v-1)
	}
	return sum
}
