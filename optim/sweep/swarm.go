package sweep

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"descentlab/optim"
	"descentlab/optim/race"
)

const (
	// MaxSwarm is the largest number of runs in a swarm.
	MaxSwarm = 2000
	// swarmFrames is about how many moments of a swarm are kept.
	swarmFrames = 500
)

// A Swarm is many runs of one racer, kept at every Every-th step.
type Swarm struct {
	Steps, Every int
	Runs         int
	x, y, loss   []float32 // moment by moment
	Ended        []int     // of each run: the step at which it failed, or -1
}

// Moments is the number of moments that are kept; moment k is step k*Every.
func (s *Swarm) Moments() int { return len(s.x) / max(s.Runs, 1) }

// At is where run i is at a moment, and its loss there: a run that has failed stays where it was last seen.
func (s *Swarm) At(moment, i int) (x, y, loss float64) {
	at := moment*s.Runs + i
	return float64(s.x[at]), float64(s.y[at]), float64(s.loss[at])
}

// Swarm makes the runs of a racer from all starts. The seeds of the starts are those of the racer and, if noise is not nil,
// of the loss that noise gives for a seed.
func (w *Work) Swarm(ctx context.Context, spec optim.Spec, starts []Start, noise func(seed uint64) optim.Objective, o Options) (*Swarm, error) {
	if err := w.ready(); err != nil {
		return nil, err
	}
	if len(starts) < 1 || len(starts) > MaxSwarm {
		return nil, fmt.Errorf("a swarm has 1 to %d runs; got %d", MaxSwarm, len(starts))
	}
	if _, err := spec.Plan(2, w.Steps); err != nil {
		return nil, err
	}
	s := &Swarm{Steps: w.Steps, Every: max(1, w.Steps/swarmFrames), Runs: len(starts)}
	size := (w.Steps/s.Every + 1) * s.Runs
	s.x, s.y, s.loss, s.Ended = make([]float32, size), make([]float32, size), make([]float32, size), make([]int, s.Runs)
	err := inPieces(ctx, len(starts), 8, o, func(int) func(lo, hi int) error {
		obj := w.Objective()
		plan, err := spec.Plan(2, w.Steps)
		return func(lo, hi int) error {
			for i := lo; i < hi && err == nil; i++ {
				loss := obj
				if noise != nil {
					loss = noise(starts[i].Seed)
				}
				err = s.follow(ctx, plan, loss, starts[i], i)
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
func (s *Swarm) follow(ctx context.Context, plan *optim.Plan, obj optim.Objective, start Start, i int) error {
	row := make([]float64, plan.Width())
	plan.Seed(start.Seed)
	plan.Start(row, obj, []float64{start.X, start.Y})
	s.Ended[i] = -1
	grad := make([]float64, 2)
	for t := 0; ; t++ {
		if t%s.Every == 0 {
			at := t/s.Every*s.Runs + i
			if s.Ended[i] < 0 || t == 0 {
				x := plan.X(row)
				s.x[at], s.y[at] = float32(x[0]), float32(x[1])
				s.loss[at] = float32(obj.Eval(grad, x, optim.Exact))
			} else {
				s.x[at], s.y[at], s.loss[at] = s.x[at-s.Runs], s.y[at-s.Runs], s.loss[at-s.Runs]
			}
		}
		if t == s.Steps {
			return nil
		}
		if s.Ended[i] < 0 && (plan.Failure(row) != optim.Sound || race.Judge(plan.X(row), plan.Grad(row), plan.Loss(row)) != race.Finished) {
			s.Ended[i] = t
		}
		if t%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if s.Ended[i] < 0 {
			plan.Next(row, row, obj, t)
		}
	}
}

// A Band is what the losses of a swarm are like at a moment.
type Band struct{ Low, Median, High, Mean float64 }

// Bands are the tenth, median and ninetieth percentile and the mean of the losses at every moment, of the runs that have
// not failed; all NaN where none is left.
func (s *Swarm) Bands() []Band {
	bands := make([]Band, s.Moments())
	for k := range bands {
		var losses []float64
		for i := range s.Runs {
			if _, _, loss := s.At(k, i); (s.Ended[i] < 0 || s.Ended[i] > k*s.Every) && !math.IsNaN(loss) {
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

// Ends are what has become of each run of a swarm, as far as its moments tell.
func (w *Work) Ends(s *Swarm) []Outcome {
	where := newLocator(w.Targets)
	ends := make([]Outcome, s.Runs)
	last := s.Moments() - 1
	for i := range ends {
		x, y, loss := s.At(last, i)
		o := Outcome{Kind: Slow, Target: -1, Steps: int32(last * s.Every), X: x, Y: y, Loss: loss, Best: loss}
		switch here := where.at(x, y); {
		case s.Ended[i] >= 0:
			o.Kind, o.Steps = Diverged, int32(s.Ended[i])
		case here >= 0:
			o.Kind, o.Target, o.Steps = Arrived, here, s.since(where, i, here)
		case !w.View.contains(x, y):
			o.Kind = Left
		}
		ends[i] = o
	}
	return ends
}

// since is the step of the first moment from which on run i has been at a target.
func (s *Swarm) since(where *locator, i int, target int32) int32 {
	k := s.Moments() - 1
	for ; k > 0; k-- {
		if x, y, _ := s.At(k-1, i); where.at(x, y) != target {
			break
		}
	}
	return int32(k * s.Every)
}
