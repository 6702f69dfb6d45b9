package sweep

import (
	"math"

	"descentlab/optim"
)

// losses gives one worker the losses that its starts see. The one asked for last is kept.
type losses struct {
	work *Work
	obj  optim.Objective
	seed uint64 // of obj
}

// of is the loss that a start with this seed sees.
func (l *losses) of(seed uint64) optim.Objective {
	switch {
	case l.work.Noise == nil && l.obj == nil:
		l.obj = l.work.Objective()
	case l.work.Noise != nil && (l.obj == nil || l.seed != seed):
		l.obj, l.seed = l.work.Noise(seed), seed
	}
	return l.obj
}

// alike is the end of the stretch of starts from lo on that see the same loss.
func (l *losses) alike(starts []Start, lo int) int {
	if l.work.Noise == nil {
		return len(starts)
	}
	hi := lo + 1
	for hi < len(starts) && starts[hi].Seed == starts[lo].Seed {
		hi++
	}
	return hi
}

// A gauge measures the loss by which a run is judged: the exact one, whatever sample or noise the run meets.
type gauge struct {
	obj                 optim.Objective
	sampled, stochastic bool
	grad                [2]float64
}

func newGauge(obj optim.Objective) gauge {
	return gauge{obj: obj, sampled: optim.Sampled(obj), stochastic: optim.Stochastic(obj)}
}

// loss is the exact loss at the position of a row.
func (g *gauge) loss(plan *optim.Plan, row []float64) float64 {
	if !g.sampled {
		return plan.Loss(row)
	}
	return g.obj.Eval(g.grad[:], plan.X(row), optim.Exact)
}

// slope is the length of the exact gradient there.
func (g *gauge) slope(plan *optim.Plan, row []float64) float64 {
	grad := plan.Grad(row)
	if g.stochastic {
		grad = g.grad[:]
		g.obj.Eval(grad, plan.X(row), optim.Exact)
	}
	return math.Hypot(grad[0], grad[1])
}
