// Package flow follows the curves that descent would take if its steps were infinitely small: the gradient flow, and for plain
// gradient descent at the edge of stability the central flow, the average path of its oscillation. They are lines to compare runs
// with: what a run does beside them is due to the size of its steps.
package flow

import (
	"context"
	"math"
)

// A Jet is a loss at a point of the plane, with its gradient and its Hessian.
type Jet struct{ F, X, Y, XX, XY, YY float64 }

// A Ground is the loss as a function of the plane. Its derivatives are taken as exact.
type Ground func(x, y float64) Jet

// A Point is a place in the plane.
type Point struct{ X, Y float64 }

// Limits of the work of a flow.
const (
	tolerance = 1e-7  // of the error of a step, relative to the size of the point, but at least to 1
	mostSteps = 50000 // of the integrator, in all
	patience  = 256   // steps between two looks at the context
	far       = 1e12  // a coordinate beyond which a flow has left for good
)

// Gradient follows dx/ds = -grad f(x) from a point, and returns where it is after each of the times, which do not decrease and
// begin at 0 or later. It ends early, with fewer points, where the flow leaves the domain of the loss or the finite numbers, or
// needs more than some ten thousand steps. The integrator is the Rosenbrock method of order 2 of ode23s, which is L-stable: it
// takes steps across steep walls as long as the flow along them allows (L. F. Shampine and M. W. Reichelt, The MATLAB ODE suite,
// SIAM J. Sci. Comput. 18, 1997). Its relative error is about 1e-6. An error is the context's.
func Gradient(ctx context.Context, g Ground, start Point, times []float64) ([]Point, error) {
	path := make([]Point, 0, len(times))
	y, now, step, taken := start, 0.0, 0.0, 0
	for _, until := range times {
		for now < until {
			if taken++; taken > mostSteps || !sound(g(y.X, y.Y)) || !near(y) {
				return path, nil
			}
			if taken%patience == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			if step == 0 {
				step = firstStep(g(y.X, y.Y), until-now)
			}
			h := min(step, until-now)
			next, off := rosenbrock(g, y, h)
			grow := 5.0
			if off > 0 {
				grow = min(max(0.8*math.Cbrt(tolerance/off), 0.2), 5)
			}
			if !(off <= tolerance) {
				if step = h * min(grow, 0.5); math.IsNaN(off) {
					step = h / 4
				}
				if now+step == now {
					return path, nil
				}
				continue
			}
			y, now = next, now+h
			if now+1e-14*until >= until {
				now = until
			}
			if h == step || grow < 1 {
				step = h * grow
			}
		}
		if !near(y) || !sound(g(y.X, y.Y)) {
			return path, nil
		}
		path = append(path, y)
	}
	return path, ctx.Err()
}

// firstStep is a careful one: a small part of the time in which the flow would turn.
func firstStep(j Jet, most float64) float64 {
	bend := math.Abs(j.XX) + 2*math.Abs(j.XY) + math.Abs(j.YY)
	return min(most, 0.01/max(bend, 1e-3))
}

// rosenbrock takes a step of ode23s of length h, and says how far off it may be.
func rosenbrock(g Ground, y Point, h float64) (next Point, off float64) {
	d, e32 := 1/(2+math.Sqrt2), 6+math.Sqrt2
	j := g(y.X, y.Y)
	// W = I - h d J, with J the Jacobian of -grad f, which is minus the Hessian.
	a, b, c := 1+h*d*j.XX, h*d*j.XY, 1+h*d*j.YY
	det := a*c - b*b
	solve := func(v Point) Point { return Point{(c*v.X - b*v.Y) / det, (a*v.Y - b*v.X) / det} }
	down := func(p Point) Point { j := g(p.X, p.Y); return Point{-j.X, -j.Y} }
	f0 := Point{-j.X, -j.Y}
	k1 := solve(f0)
	f1 := down(Point{y.X + h/2*k1.X, y.Y + h/2*k1.Y})
	k2 := solve(Point{f1.X - k1.X, f1.Y - k1.Y})
	k2 = Point{k2.X + k1.X, k2.Y + k1.Y}
	next = Point{y.X + h*k2.X, y.Y + h*k2.Y}
	f2 := down(next)
	k3 := solve(Point{f2.X - e32*(k2.X-f1.X) - 2*(k1.X-f0.X), f2.Y - e32*(k2.Y-f1.Y) - 2*(k1.Y-f0.Y)})
	ex, ey := h/6*(k1.X-2*k2.X+k3.X), h/6*(k1.Y-2*k2.Y+k3.Y)
	if !(det > 0) { // the step is longer than the time in which the flow parts
		return next, math.NaN()
	}
	return next, max(math.Abs(ex)/max(1, math.Abs(y.X)), math.Abs(ey)/max(1, math.Abs(y.Y)))
}

// sound tells whether a loss and its derivatives are finite.
func sound(j Jet) bool {
	sum := 0 * (j.F + j.X + j.Y + j.XX + j.XY + j.YY)
	return sum == 0
}

func near(p Point) bool { return math.Abs(p.X) < far && math.Abs(p.Y) < far }
