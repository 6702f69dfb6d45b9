package surfaces

import (
	"context"
	"math"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// An Ending says how a curve of steepest descent or ascent ends.
type Ending int

const (
	Arrived    Ending = iota // at a critical point
	Left                     // at the border of the window
	Faded                    // where the surface is level all around
	Broken                   // at a kink, or where the surface is not defined
	Unfinished               // the tracing took too many steps
)

// String returns the ending in lower case, as the constant is named: "arrived".
func (e Ending) String() string {
	return [...]string{"arrived", "left", "faded", "broken", "unfinished"}[e]
}

// A Branch is a curve of steepest descent or ascent that starts at a saddle.
type Branch struct {
	Path []Point // from the saddle to the end, less than a cell, 1/64 of the window, apart
	End  Ending
	At   Critical // where it arrived; without meaning if it did not
	To   int      // the index of that point among those given; -1 if it is none of them, or did not arrive
}

const (
	offset    = 1e-3  // from the saddle at the start, in cells
	flatter   = 100   // times that from a flat one, since nearer the slope may be nothing, and from a kink
	tolerance = 2e-5  // error of a step, in cells
	longest   = 0.5   // step, in cells
	capture   = 0.05  // Newton's step at which a curve is taken to have arrived at an end that attracts it, in cells
	grazing   = 1e-3  // the same at one that does not, such as another saddle
	spacing   = 0.05  // of the points of a path, in cells, or more
	mostSteps = 20000 // of a branch
	restful   = 400   // steps without getting anywhere
)

// A flow follows the gradient, down or up.
type flow struct {
	*search
	probe *Probe
	sign  float64 // -1 down, 1 up
	among []Critical
}

// branch traces the curve that leaves the saddle c along the unit vector v.
func (f *flow) branch(ctx context.Context, c Critical, v Point) (Branch, error) {
	t, h := offset/f.length(v.X, v.Y), 0.1/math.Max(math.Abs(c.L1), math.Abs(c.L2))
	if c.Flat || c.Kink {
		t, h = t*flatter, math.Inf(1)
	}
	at := Point{X: c.At.X + t*v.X, Y: c.At.Y + t*v.Y}
	return f.trace(ctx, c.At, at, h, mostSteps)
}

// trace traces the curve through a point, from where it has come, in so many steps at most. The first one is of about the
// duration h.
func (f *flow) trace(ctx context.Context, from, at Point, h float64, most int) (Branch, error) {
	b := Branch{Path: []Point{from}, To: -1}
	j := f.eval.Jet(at.X, at.Y)
	rest := Point{X: math.Inf(1)}
	for i := range most {
		if i%64 == 0 && ctx.Err() != nil {
			return b, ctx.Err()
		}
		switch {
		case !f.view.Contains(at):
			b.End = Left
			return b, nil
		case f.length(j.X, j.Y) < underflow:
			b.Path = append(b.Path, at)
			b.End = Faded
			return b, nil
		}
		var next Point
		next, h = f.step(at, j, h)
		switch {
		case next == at:
			b.Path = append(b.Path, at)
			b.End = Broken
			return b, nil
		case !f.view.Contains(next):
			b.Path = append(b.Path, f.crossing(at, next))
			b.End = Left
			return b, nil
		}
		at, j = next, f.eval.Jet(next.X, next.Y)
		if f.arrives(&b, at, j) {
			return b, nil
		}
		if i%restful == 0 {
			if f.distance(at, rest) < capture {
				b.End = Broken // to and fro across a kink
				return b, nil
			}
			rest = at
		}
		if f.distance(at, b.Path[len(b.Path)-1]) >= spacing {
			b.Path = append(b.Path, at)
		}
	}
	b.Path = append(b.Path, at)
	b.End = Unfinished
	return b, nil
}

// crossing returns where the way from p in the window to q outside of it meets the border.
func (f *flow) crossing(p, q Point) Point {
	t := 1.0
	for _, side := range [...][3]float64{
		{p.X, q.X, f.view.X0}, {p.X, q.X, f.view.X1}, {p.Y, q.Y, f.view.Y0}, {p.Y, q.Y, f.view.Y1},
	} {
		from, to, border := side[0], side[1], side[2]
		if (from-border)*(to-border) < 0 {
			t = math.Min(t, (border-from)/(to-from))
		}
	}
	return f.view.Clamp(Point{X: p.X + t*(q.X-p.X), Y: p.Y + t*(q.Y-p.Y)})
}

// arrives reports whether the curve, being at a point with jet j, has come to a critical point, and ends it there.
func (f *flow) arrives(b *Branch, at Point, j expr.Jet) bool {
	s := f.scaled(j)
	du, dv := newtonStep(s)
	n, attracted := math.Hypot(du, dv), f.attracts(s)
	if !(n < capture) || !attracted && n >= grazing {
		return false
	}
	target := f.shift(at, du, dv)
	if !attracted && f.distance(target, b.Path[0]) < 2*grazing {
		return false // the saddle it comes from
	}
	// Where the end is a multiple zero Newton's step falls short by some of its length.
	near := math.Max(3*n, grazing)
	for i, c := range f.among {
		if d := f.distance(c.At, target); d <= near && attracted == f.ends(c) && !(c.Curve && d > grazing) {
			near, b.To, b.At = d, i, c
		}
	}
	if b.To < 0 {
		z, ok := f.descend(at, leash{first: capture, stride: capture, reach: 1, halving: 12})
		if !ok || !f.view.Contains(z.at) || !f.vanishes(z.at) {
			return false
		}
		if z.flat = !f.curved(z); z.flat && f.distance(z.at, b.Path[0]) <= degenerateNear {
			return false // near a flat saddle that it comes from Newton's method sees more zeros than there are
		}
		if b.At = f.probe.critical(z); attracted != f.ends(b.At) {
			return false
		}
	}
	b.Path = append(b.Path, b.At.At)
	b.End = Arrived
	return true
}

// ends reports whether the flow ends at c from all around, or may do so.
func (f *flow) ends(c Critical) bool {
	return c.Kind == Degenerate || f.sign < 0 && c.Kind == Minimum || f.sign > 0 && c.Kind == Maximum
}

// attracts reports whether the flow runs together where the Hessian is that of j.
func (f *flow) attracts(j expr.Jet) bool {
	lo, hi := eigenvalues(j.XX, j.XY, j.YY)
	if f.sign < 0 {
		lo, hi = -hi, -lo
	}
	// hi is the rate at which neighbours part; along a curve of minima it is zero.
	return lo < 0 && hi <= -1e-9*lo
}

// step goes one step of about the duration h from p, where the jet is j. It returns p if there is no step, however
// short, of which the error could be told, and the duration to try next.
func (f *flow) step(p Point, j expr.Jet, h float64) (Point, float64) {
	speed := f.length(j.X, j.Y)
	if lo, hi := eigenvalues(j.XX, j.XY, j.YY); f.sign > 0 && hi > 0 {
		h = math.Min(h, 0.5/hi) // neighbours part at that rate
	} else if f.sign < 0 && lo < 0 {
		h = math.Min(h, -0.5/lo)
	}
	h = math.Min(math.Min(h, longest/speed), math.MaxFloat64)
	for tries := 0; h*speed > 1e-13 && tries < 400; tries++ {
		q, e := f.rodas(p, j, h)
		size := f.length(e.X, e.Y) / tolerance
		if size <= 1 && f.distance(p, q) <= 2*longest {
			return q, h * math.Min(4, 0.9/math.Cbrt(math.Max(size, 1e-3)))
		}
		if !geom.Finite(size) {
			size = 1000
		}
		h *= math.Max(0.1, math.Min(0.5, 0.9/math.Cbrt(size)))
	}
	return p, h
}

// rodas is a step of the linearly implicit Runge-Kutta method Rodas3 (A. Sandu et al., Benchmarking stiff ODE solvers
// for atmospheric chemistry problems II: Rosenbrock solvers, Atmospheric Environment 31, 1997), of order 3 and
// L-stable. With the exact Hessian it takes ravines, where explicit methods would have to creep, at full stride. It returns
// the new point and the estimated error.
func (f *flow) rodas(p Point, j expr.Jet, h float64) (next, e Point) {
	k := f.sign * h
	a, b, c := 2-k*j.XX, -k*j.XY, 2-k*j.YY
	det := a*c - b*b
	solve := func(x, y float64) Point { return Point{X: (c*x - b*y) / det, Y: (a*y - b*x) / det} }
	slope := func(at Point) (x, y float64) {
		_, x, y = f.eval.Grad(at.X, at.Y)
		return k * x, k * y
	}
	x, y := k*j.X, k*j.Y
	u1 := solve(x, y)
	u2 := solve(x+4*u1.X, y+4*u1.Y)
	next = Point{X: p.X + 2*u1.X, Y: p.Y + 2*u1.Y}
	x, y = slope(next)
	u3 := solve(x+u1.X-u2.X, y+u1.Y-u2.Y)
	next = Point{X: next.X + u3.X, Y: next.Y + u3.Y}
	x, y = slope(next)
	u4 := solve(x+u1.X-u2.X-8./3*u3.X, y+u1.Y-u2.Y-8./3*u3.Y)
	return Point{X: next.X + u4.X, Y: next.Y + u4.Y}, u4
}
