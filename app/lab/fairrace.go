package lab

import (
	"context"
	"math"
	"slices"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// A FairRace tunes every racer under the same budget and then lets them race from many starts. The evaluations of a run are
// equal for all, not its updates: as many as the experiment's steps take a method that asks for one in each.
type FairRace struct {
	Survey
	setup.Fair // as it is to be made, in place of the document's
}

// A FairResult is what a fair race tells of one racer.
type FairResult struct {
	sweep.Tuned
	Knobs  []string // that were tuned; without any the racer has raced as it is
	Budget int      // evaluations that the tuning could spend
	Spend  int      // evaluations that each run of the contest could spend, which are equal for all racers
	Trial  int      // evaluations that one trial of the tuning could spend
	Score  sweep.Score
	Won    string // part of the runs that it won, in words: those of all racers add up to 100 %, unless nobody has won some
}

// Bottom is the least loss of the survey's minima, flat ones such as that of x^4+y^4 among them, and whether there is one. One of
// a whole line of them is none: who ends elsewhere on the line has done as well.
func (s *Survey) Bottom() (float64, bool) {
	least := math.Inf(1)
	g := ground{probe: s.Probe.Fork()}
	for i := range s.Places {
		p := &s.Places[i]
		if p.Global || p.Kind == surfaces.Degenerate && !p.Curve && g.alone(p) {
			least = min(least, p.Value)
		}
	}
	return least, !math.IsInf(least, 1)
}

// Run tunes every racer and holds the contest. A racer without knobs to tune races as it is. progress is told, from any
// goroutine, the part of the whole that is done.
func (f *FairRace) Run(ctx context.Context, progress func(part float64)) ([]FairResult, error) {
	least, known := f.Bottom()
	if !known {
		return nil, errNoBottom
	}
	if slices.ContainsFunc(f.Doc.Racers, func(r setup.Racer) bool { return r.Spec.Climbs() }) {
		return nil, errClimbs
	}
	if len(f.scatter(1)) == 0 {
		return nil, errNoRegion
	}
	if err := f.checkStart(ctx); err != nil {
		return nil, err
	}
	work, fair := f.work(), f.Filled()
	results, specs := make([]FairResult, len(f.Doc.Racers)), make([]optim.Spec, len(f.Doc.Racers))
	// A contest takes at most what all its runs would take if none arrived.
	contest := float64(fair.Starts) * float64(fair.Seeds) * float64(f.Doc.Steps)
	whole := float64(len(results)) * (float64(fair.Budget) + contest)
	for i, r := range f.Doc.Racers {
		before := float64(i * fair.Budget)
		knobs := f.TunedKnobs(r.Spec)
		results[i] = FairResult{Tuned: sweep.Tuned{Spec: r.Spec}, Knobs: knobs, Budget: fair.Budget, Spend: work.Steps,
			Trial: work.Steps * len(f.tuneStarts())}
		if len(knobs) > 0 {
			o := sweep.Options{Progress: func(spent, budget int) { progress((before + float64(min(spent, budget))) / whole) }}
			tuning := sweep.Tuning{Knobs: knobs, Starts: f.tuneStarts(), Budget: fair.Budget, Least: least, Options: o}
			tuned, err := work.Tune(ctx, r.Spec, tuning)
			if err != nil {
				return nil, err
			}
			results[i].Tuned = tuned
		}
		specs[i] = results[i].Spec
	}
	tuned := 1 - contest*float64(len(results))/whole
	o := sweep.Options{Progress: func(done, all int) { progress(tuned + (1-tuned)*float64(done)/float64(all)) }}
	scores, _, err := work.Contest(ctx, specs, f.starts(), least, o)
	if err != nil {
		return nil, err
	}
	for i := range results {
		results[i].Score = scores[i]
	}
	sayWon(results)
	return results, nil
}

// sayWon puts into words what the racers have won.
func sayWon(results []FairResult) {
	nobody := 1.0
	var parts []float64
	for _, r := range results {
		parts = append(parts, r.Score.Won)
		nobody -= r.Score.Won
	}
	if nobody < 1e-9 { // wins that are shared are no whole parts
		nobody = 0
	}
	said := words.Shares(append(parts, nobody))
	for i := range results {
		results[i].Won = said[i]
	}
}

// tuneStarts are those that a setting is tried from: the experiment's own, or the first ones of the contest.
func (f *FairRace) tuneStarts() []sweep.Start {
	own := sweep.Start{X: f.Doc.Start.X, Y: f.Doc.Start.Y}
	list := []sweep.Start{own}
	if n := f.Filled().TuneStarts; n > 1 {
		list = f.scatter(n)
	}
	for i := range list {
		list[i].Seed = f.Doc.Seed
	}
	return list
}

// starts are those of the contest: every random start once for each seed, which gives the racer other random numbers and
// the loss other batches and noise.
func (f *FairRace) starts() []sweep.Start {
	var list []sweep.Start
	for k := range f.Filled().Seeds {
		for _, s := range f.scatter(f.Filled().Starts) {
			s.Seed = f.Doc.Seed + uint64(k)
			list = append(list, s)
		}
	}
	return list
}

// scatter gives n random starts in the window or in the painted region; none if nothing is painted.
func (f *FairRace) scatter(n int) []sweep.Start {
	if f.Painted {
		return f.Doc.PaintedStarts(n, f.Doc.Seed)
	}
	return sweep.Scatter(f.View, n, f.Doc.Seed)
}

const (
	errNoRegion = words.Fault("nothing is painted where the racers could begin: " +
		"paint a region, or let them begin all over the window")
	errClimbs   = words.Fault("racers are compared by how close they come to the minimum: switch maximize off")
	errNoBottom = words.Fault("no minimum is known in this window that is not one of a line, " +
		"so that racers cannot be compared by how close they come to it")
)

// FairStale tells whether an experiment would give other results by now than those of a fair race on it as it was. A racer
// that has taken over the setting that was found is the same racer.
func FairStale(was, now *setup.Experiment, results []FairResult) bool {
	if len(now.Racers) != len(results) || len(was.Racers) != len(results) {
		return true
	}
	taken := *now
	taken.Racers = slices.Clone(now.Racers)
	for i := range taken.Racers {
		if r := &taken.Racers[i]; r.Spec.Equal(results[i].Spec) {
			r.Spec = was.Racers[i].Spec
		}
	}
	return !setup.Same(setup.OfFair, was, &taken)
}
