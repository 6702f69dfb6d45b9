package pace

import (
	"context"
	"math"

	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/optim/race"
)

// A Ground is what racers descend on, and from where. It belongs to one goroutine.
type Ground struct {
	Loss   optim.Objective // over the plane
	Start  geom.Point
	Window geom.Rect // in which the race is looked at
	Box    optim.Box // where racers are kept
	Seed   uint64    // of the methods that draw random numbers
	Steps  int       // of the race
}

// patience is the number of updates between two looks at the context.
const patience = 256

// comesThrough tells whether a racer comes through so many of the race's first updates and has not risen by then: has not fallen,
// of one that climbs. A context that ends ends the run, which then has not come through.
func (g *Ground) comesThrough(ctx context.Context, spec optim.Spec, updates int) bool {
	through, _ := g.run(ctx, spec, updates)
	return through
}

// run is comesThrough, and tells as well whether the racer is rising: in the last quarter of the run its loss goes higher than in
// the one before.
func (g *Ground) run(ctx context.Context, spec optim.Spec, updates int) (through, rising bool) {
	plan, err := spec.Plan(2, g.Steps)
	if err != nil {
		return false, false
	}
	plan.Within(g.Box).Seed(g.Seed)
	row := make([]float64, plan.Width())
	plan.Start(row, g.Loss, []float64{g.Start.X, g.Start.Y})
	height := 1.
	if spec.Climbs() {
		height = -1
	}
	first, least := height*g.Loss.Eval(nil, plan.X(row), optim.Exact), math.Inf(1)
	highest := [4]float64{math.Inf(-1), math.Inf(-1), math.Inf(-1), math.Inf(-1)} // in each quarter
	for t := range updates {
		if t%patience == 0 && ctx.Err() != nil {
			return false, false
		}
		plan.Next(row, row, g.Loss, t)
		if plan.Failure(row) != optim.Sound || race.Judge(plan.X(row), plan.Grad(row), plan.Loss(row)) != race.Finished {
			return false, true
		}
		loss, quarter := height*plan.Loss(row), 4*t/updates
		least, highest[quarter] = min(least, loss), max(highest[quarter], loss)
	}
	last := height * g.Loss.Eval(nil, plan.X(row), optim.Exact)
	return last <= first, updates >= 4 && highest[3]-least > (highest[2]-least)*(1+leeway)
}

// leeway is by how much more the loss may rise in the last quarter of a run: who circles turns elsewhere each time.
const leeway = 0.05

// short is a rate with two digits, rounded down.
func short(rate float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(rate))-1)
	const rounding = 1e-9 // of a rate that has two digits already
	return geom.Digits(math.Floor(rate/unit+rounding)*unit, 2)
}

// rate is the learning rate that a racer is set to.
func rate(spec optim.Spec) float64 { return spec.Get(lr).Num }

// lr is the name of the knob that is the learning rate.
const lr = "lr"

// rated tells whether a racer has a learning rate.
func rated(spec optim.Spec) bool {
	m, err := optim.LookupMethod(spec.Method)
	return err == nil && m.Rated()
}

// usable tells a rate that a racer can be set to.
func usable(v float64) bool { return v > 0 && !math.IsInf(v, 1) }
