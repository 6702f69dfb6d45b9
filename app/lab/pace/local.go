package pace

import (
	"math"

	"descentlab/internal/geom"
	"descentlab/optim"
)

// How far the first updates may lead, in diagonals of the window, if the slope stays what it is.
const (
	trial  = 30  // updates whose way is measured
	across = 0.2 // of all of these, if the method makes them as long as it likes: a race of 140 crosses the window once
	stride = 0.1 // of each
)

// local is a rate by what is at the start: the gradient g and the curvature there. A method is asked what it makes of them, by
// its first updates where both stay what they are:
//
//   - whose updates grow with the loss (descent, with momentum or without) gets 1/λ, λ being the largest curvature, and the
//     less the more its updates gather way on a slope: sqrt(1-μ)/λ with momentum μ;
//   - whose updates are as long however steep it is (signs, Adam) gets a part of the window;
//   - who takes curvature into account (AdaHessian) gets the rate that it comes with.
//
// No update leads farther than a tenth of the window's diagonal, if the slope stays what it is. There is no rate where nothing
// moves.
func (g *Ground) local(spec optim.Spec) (rate float64, ok bool) {
	b := g.bowl()
	slope, curvature, diagonal := math.Hypot(b.g[0], b.g[1]), b.curvature(), g.Window.Diagonal()
	if !(slope > 0) || !geom.Finite(slope) || !geom.Finite(curvature) {
		return 0, false
	}
	spec = bare(spec)
	// Not all that methods do is in proportion to their rate: they are asked near the one that is sought.
	at, one := 1., response{}
	for range 3 {
		if one, ok = b.ask(spec, at, g.Seed); !ok || !(one.way > 0) {
			return 0, false
		}
		at = across * diagonal / one.way
	}
	if one, ok = b.ask(spec, at, g.Seed); !ok || !(one.way > 0) {
		return 0, false
	}
	faster, _ := b.ask(spec, 2*at, g.Seed)
	if math.Abs(math.Log2(faster.way/one.way)) > 0.2 {
		one.first, one.longest = slope, slope // a method that shakes: what it does on purpose is plain descent
		return short(one.within(slope, curvature, diagonal)), true
	}
	higher, _ := b.times(2, 2).ask(spec, at, g.Seed)
	steeper, _ := b.times(2, 1).ask(spec, at, g.Seed)
	scaled, sloped := math.Log2(higher.way/one.way), math.Log2(steeper.way/one.way)
	switch {
	case scaled > 0.3:
		rate = one.within(slope, curvature, diagonal)
	case sloped > 0.6:
		return defaultRate(spec), true
	default:
		rate = min(across*diagonal/one.way, stride*diagonal/one.longest)
	}
	return short(rate), usable(rate)
}

// A response is what a method has made of the ground in its first updates, for a rate of 1.
type response struct {
	way, first, longest float64 // lengths: of all updates, of the first and of the longest one
}

// within is the rate at which an update, of a length between the first and the longest one, is as long as plain descent's at
// 1/curvature, and the longest no longer than a stride.
func (r response) within(slope, curvature, diagonal float64) float64 {
	most := stride * diagonal / r.longest
	if curvature > 0 {
		most = min(most, slope/curvature/math.Sqrt(r.first*r.longest))
	}
	return most
}

// bare is the method with its own settings alone: without the stages around it, what pulls it elsewhere, and a schedule.
func bare(spec optim.Spec) optim.Spec {
	of := optim.Spec{Method: spec.Method}
	m, err := optim.LookupMethod(spec.Method)
	if err != nil {
		return of
	}
	for _, k := range m.Knobs {
		if v, set := spec.Set[k.Name]; set && k.Name != lr && k.Name != "weight_decay" && !optim.IsStage(k.Name) {
			of = of.With(k.Name, v)
		}
	}
	if _, err := of.Knob("weight_decay"); err == nil {
		of = of.With("weight_decay", optim.Num(0))
	}
	return of
}

// defaultRate is the rate that a method comes with.
func defaultRate(spec optim.Spec) float64 { return rate(optim.Spec{Method: spec.Method}) }

// A bowl is the loss around the start, but that its slope is the same everywhere, and so is the curvature that it tells.
type bowl struct {
	at, g [2]float64
	h     [3]float64 // xx, xy, yy
}

// bowl is that of the ground's start.
func (g *Ground) bowl() bowl {
	b := bowl{at: [2]float64{g.Start.X, g.Start.Y}}
	g.Loss.Eval(b.g[:], b.at[:], optim.Exact)
	var h [4]float64
	if curved, is := g.Loss.(optim.Curved); is && curved.Hessian(h[:], b.at[:], optim.Exact) {
		b.h = [3]float64{h[0], h[1], h[3]}
	}
	return b
}

// times is a bowl with so much more slope and curvature.
func (b bowl) times(slope, curvature float64) bowl {
	for i := range b.g {
		b.g[i] *= slope
	}
	for i := range b.h {
		b.h[i] *= curvature
	}
	return b
}

// curvature is the larger absolute value of the Hessian's eigenvalues.
func (b bowl) curvature() float64 {
	mean, half := (b.h[0]+b.h[2])/2, (b.h[0]-b.h[2])/2
	return math.Abs(mean) + math.Hypot(half, b.h[1])
}

// Dim is that of the plane.
func (b bowl) Dim() int { return 2 }

// Eval is the loss, which is 0 at the start.
func (b bowl) Eval(grad, x []float64, _ int) float64 {
	copy(grad, b.g[:])
	return b.g[0]*(x[0]-b.at[0]) + b.g[1]*(x[1]-b.at[1])
}

// Hessian is the same everywhere.
func (b bowl) Hessian(h, _ []float64, _ int) bool {
	copy(h, []float64{b.h[0], b.h[1], b.h[1], b.h[2]})
	return true
}

// ask is what a method makes of the bowl at a rate; not ok if it makes nothing of it.
func (b bowl) ask(spec optim.Spec, rate float64, seed uint64) (r response, ok bool) {
	plan, err := spec.With(lr, optim.Num(rate)).Plan(2, trial)
	if err != nil {
		return response{}, false
	}
	plan.Seed(seed)
	row := make([]float64, plan.Width())
	plan.Start(row, b, b.at[:])
	for t := range trial {
		x, y := plan.X(row)[0], plan.X(row)[1]
		plan.Next(row, row, b, t)
		if plan.Failure(row) != optim.Sound {
			return response{}, false
		}
		step := math.Hypot(plan.X(row)[0]-x, plan.X(row)[1]-y) / rate
		if r.way += step; t == 0 {
			r.first = step
		}
		r.longest = max(r.longest, step)
	}
	return r, geom.Finite(r.way)
}
