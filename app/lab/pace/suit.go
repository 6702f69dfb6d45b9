package pace

import (
	"context"
	"math"
	"slices"

	"descentlab/internal/geom"
	"descentlab/optim"
)

// Checked are the updates of the race that a rate is tried for, at most, before a racer gets it.
const Checked = 2000

// halvings is how often a rate that does not hold is halved.
const halvings = 40

// Suit gives a racer settings for this ground: those that are stored for the surface of that name ("" for none), if what else is
// set of its method is as it comes; else a rate by the slope and the curvature at the start. Either is tried for so many updates,
// and halved as long as the racer diverges or ends higher than it began; the second also once if that keeps the racer from
// bouncing across a valley. As they are stay racers without a learning rate, those
// of methods whose rate is 1 as they come, since it scales what they find themselves (Newton, line searches, Prodigy), those that
// nothing moves, and those that no rate holds.
func (g *Ground) Suit(surface string, spec optim.Spec, updates int) optim.Spec {
	if !rated(spec) || rate(optim.Spec{Method: spec.Method}) == 1 {
		return spec
	}
	next, known := stored(surface, spec)
	if !known {
		v, ok := g.local(spec)
		if !ok {
			return spec
		}
		next = spec.With(lr, optim.Num(v))
	}
	for range halvings {
		slower := next.With(lr, optim.Num(short(rate(next)/2)))
		if tried := min(updates, g.Steps); g.comesThrough(context.Background(), next, tried) {
			if !known && g.bounces(next, tried) && !g.bounces(slower, tried) {
				return slower
			}
			return next
		}
		next = slower
	}
	return spec
}

// bounces tells whether a racer swings from side to side at the end of so many updates: in the last quarter every step leads back
// on the one before, and they become no shorter than half.
func (g *Ground) bounces(spec optim.Spec, updates int) bool {
	plan, err := spec.Plan(2, g.Steps)
	if err != nil || updates < 8 {
		return false
	}
	plan.Within(g.Box).Seed(g.Seed)
	row := make([]float64, plan.Width())
	plan.Start(row, g.Loss, []float64{g.Start.X, g.Start.Y})
	var before geom.Point // the step
	first, last := 0., 0.
	for t := range updates {
		from := geom.Point{X: plan.X(row)[0], Y: plan.X(row)[1]}
		plan.Next(row, row, g.Loss, t)
		step := geom.Point{X: plan.X(row)[0] - from.X, Y: plan.X(row)[1] - from.Y}
		if last = math.Hypot(step.X, step.Y); t == updates*3/4 {
			first = last
		}
		if t > updates*3/4 && !(step.X*before.X+step.Y*before.Y < 0) {
			return false
		}
		before = step
	}
	return last > first/2
}

// stored puts the settings that are stored for a surface into a racer, and tells whether there are such for it.
func stored(surface string, spec optim.Spec) (optim.Spec, bool) {
	settings, known := Stored(surface, spec.Method)
	if !known || spec.Climbs() {
		return spec, false
	}
	m, err := optim.LookupMethod(spec.Method)
	if err != nil {
		return spec, false
	}
	asItComes := optim.Spec{Method: spec.Method}
	for _, k := range m.Knobs {
		if _, is := settings.Set[k.Name]; is {
			continue
		}
		if is, comes := spec.Get(k.Name), asItComes.Get(k.Name); is.Num != comes.Num || !slices.Equal(is.List, comes.List) {
			return spec, false
		}
	}
	for name, v := range settings.Set {
		spec = spec.With(name, v)
	}
	return spec, true
}
