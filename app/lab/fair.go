package lab

import (
	"context"
	"errors"
	"math"
	"slices"

	"descentlab/optim"
	"descentlab/optim/sweep"
)

// A FairRace tunes every racer under the same budget and then lets them race from many starts.
type FairRace struct {
	Survey
	Knobs  []string // to tune, of the racers that have them; nil for each racer's main ones
	Budget int      // gradient evaluations that the tuning of each racer may spend
	Starts int      // random starts in the window, of the contest
	Seeds  int      // times each of them is run, with other noise
}

// A FairResult is what a fair race tells of one racer.
type FairResult struct {
	sweep.Tuned
	Knobs []string
	Score sweep.Score
}

// TunedKnobs are the knobs of a racer that a fair race tunes.
func (f *FairRace) TunedKnobs(spec optim.Spec) []string {
	var names []string
	for _, k := range spec.Knobs() {
		if k.Kind != optim.Real || optim.IsStage(k.Name) {
			continue
		}
		if f.Knobs == nil && k.Main || slices.Contains(f.Knobs, k.Name) {
			names = append(names, k.Name)
		}
	}
	return names
}

// Bottom is the least loss of the survey's minima, and whether there is one.
func (s *Survey) Bottom() (float64, bool) {
	least := math.Inf(1)
	for _, p := range s.Places {
		if p.Global {
			least = min(least, p.Value)
		}
	}
	return least, !math.IsInf(least, 1)
}

// Run tunes every racer from the experiment's start and holds the contest. A racer without knobs to tune races as it is.
// progress is told the part of the whole that is done.
func (f *FairRace) Run(ctx context.Context, progress func(part float64)) ([]FairResult, error) {
	work := f.work()
	least, known := f.Bottom()
	if !known {
		return nil, errNoBottom
	}
	start := sweep.Start{X: f.Doc.Start.X, Y: f.Doc.Start.Y, Seed: f.Doc.Seed}
	results := make([]FairResult, len(f.Doc.Racers))
	specs := make([]optim.Spec, len(results))
	for i, r := range f.Doc.Racers {
		knobs := f.TunedKnobs(r.Spec)
		results[i] = FairResult{Tuned: sweep.Tuned{Spec: r.Spec}, Knobs: knobs}
		if len(knobs) > 0 {
			tuned, err := work.Tune(ctx, r.Spec, sweep.Tuning{Knobs: knobs, Starts: []sweep.Start{start}, Budget: f.Budget, Least: least})
			if err != nil {
				return nil, err
			}
			results[i].Tuned = tuned
		}
		specs[i] = results[i].Spec
		progress(0.8 * float64(i+1) / float64(len(results)))
	}
	scores, _, err := work.Contest(ctx, specs, f.starts(), least, sweep.Options{})
	if err != nil {
		return nil, err
	}
	for i := range results {
		results[i].Score = scores[i]
	}
	progress(1)
	return results, nil
}

// starts are those of the contest: every random start once for each seed.
func (f *FairRace) starts() []sweep.Start {
	var list []sweep.Start
	for _, s := range sweep.Scatter(sweep.Rect(f.View), f.Starts, f.Doc.Seed) {
		for k := range max(f.Seeds, 1) {
			s.Seed = f.Doc.Seed + uint64(k)
			list = append(list, s)
		}
	}
	return list
}

var errNoBottom = errors.New("no minimum is known in this window, so that racers cannot be compared by how close they come to it")
