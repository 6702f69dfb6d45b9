package sweep

import (
	"context"
	"math"
	"slices"

	"descentlab/internal/say"

	"gonum.org/v1/gonum/stat"

	"descentlab/optim"
)

const (
	// MaxSwarm is the largest number of runs in a swarm.
	MaxSwarm = 2000
	// swarmFrames is about how many moments of a swarm are kept.
	swarmFrames = 500
)

// A Swarm is many runs of one racer, kept at every Every-th step.
type Swarm struct {
	Steps, Every int       // the updates asked for, and those from one moment to the next
	Runs         int       // how many there are
	Ends         []Outcome // what became of each run
	x, y, loss   []float64 // moment by moment
}

// Moments is the number of moments that are kept; moment k is step k*Every.
func (s *Swarm) Moments() int { return len(s.x) / max(s.Runs, 1) }

// At is where run i is at a moment, and its exact loss there: a run that has failed stays where it was last seen.
func (s *Swarm) At(moment, i int) (x, y, loss float64) {
	at := moment*s.Runs + i
	return s.x[at], s.y[at], s.loss[at]
}

// Failed tells whether run i has failed by a moment.
func (s *Swarm) Failed(moment, i int) bool {
	return failed(s.Ends[i]) && int(s.Ends[i].Steps) <= moment*s.Every
}

// Swarm makes the runs of a racer from all starts, to their end. The seeds of the starts are those of the racer and of the
// work's noise. There must be 1 to MaxSwarm starts; the other errors are as of FromStarts.
func (w *Work) Swarm(ctx context.Context, spec optim.Spec, starts []Start, o Options) (*Swarm, error) {
	if err := w.ready(); err != nil {
		return nil, err
	}
	if len(starts) < 1 || len(starts) > MaxSwarm {
		return nil, say.Errorf("a swarm has 1 to %d runs; got %d", MaxSwarm, len(starts))
	}
	if _, err := spec.Plan(2, w.Steps); err != nil {
		return nil, err
	}
	s := &Swarm{Steps: w.Steps, Every: max(1, w.Steps/swarmFrames), Runs: len(starts), Ends: make([]Outcome, len(starts))}
	size := (w.Steps/s.Every + 1) * s.Runs
	s.x, s.y, s.loss = make([]float64, size), make([]float64, size), make([]float64, size)
	err := inPieces(ctx, len(starts), 8, o, func(int) func(lo, hi int) error {
		r, seen := &runner{work: w}, losses{work: w}
		plan, err := spec.Plan(2, w.Steps)
		return func(lo, hi int) error {
			for i := lo; i < hi && err == nil; i++ {
				r.descend(seen.of(starts[i].Seed))
				err = s.follow(ctx, r, plan, starts[i], i)
			}
			return err
		}
	})
	if err != nil {
		return nil, err
	}
	return s, nil
}

// follow makes run i and keeps its moments.
func (s *Swarm) follow(ctx context.Context, r *runner, plan *optim.Plan, start Start, i int) error {
	next := i // place of the next moment
	r.keep = func(t int, x, y, loss float64) {
		if t%s.Every == 0 {
			s.x[next], s.y[next], s.loss[next] = x, y, loss
			next += s.Runs
		}
	}
	if s.Ends[i] = r.run(ctx, plan, start); s.Ends[i].Kind == Pending {
		return ctx.Err()
	}
	for last := next - s.Runs; next < len(s.x); next += s.Runs {
		s.x[next], s.y[next], s.loss[next] = s.x[last], s.y[last], s.loss[last]
	}
	return nil
}

// A Band is what the losses of a swarm are like at a moment: their tenth percentile, median, ninetieth percentile and mean.
type Band struct{ Low, Median, High, Mean float64 }

// Bands are the tenth, median and ninetieth percentile and the mean of the losses at every moment, of the runs that have
// not failed; all NaN where none is left.
func (s *Swarm) Bands() []Band {
	bands := make([]Band, s.Moments())
	for k := range bands {
		var losses []float64
		for i := range s.Runs {
			if _, _, loss := s.At(k, i); !s.Failed(k, i) && !math.IsNaN(loss) {
				losses = append(losses, loss)
			}
		}
		bands[k] = bandOf(losses)
	}
	return bands
}

func bandOf(losses []float64) Band {
	if len(losses) == 0 {
		return Band{math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	}
	slices.Sort(losses)
	q := func(p float64) float64 { return stat.Quantile(p, stat.Empirical, losses, nil) }
	return Band{q(0.1), q(0.5), q(0.9), stat.Mean(losses, nil)}
}

// Escapes are the steps at which the runs that begin within a distance of a point are first seen farther away; -1 for those
// that stay, and for those that begin elsewhere -2.
func (s *Swarm) Escapes(x, y, distance float64) []int {
	steps := make([]int, s.Runs)
	for i := range steps {
		steps[i] = -2
		if px, py, _ := s.At(0, i); math.Hypot(px-x, py-y) > distance {
			continue
		}
		steps[i] = -1
		for k := 1; k < s.Moments(); k++ {
			if px, py, _ := s.At(k, i); math.Hypot(px-x, py-y) > distance {
				steps[i] = k * s.Every
				break
			}
		}
	}
	return steps
}
