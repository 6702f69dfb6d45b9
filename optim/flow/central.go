package flow

import (
	"context"
	"math"
)

// Substeps is how many steps the integrator of the central flow takes for a step of descent. At the edge of stability the flow
// turns in about one, so that they are short.
const Substeps = 64

// settling is how fast, per step of descent, a sharpness above the edge is brought back to it: it is the drift of the numbers, or
// a start beyond the edge, from where descent, too, is thrown back within a few steps if it is not lost.
const settling = 10.0

// Central follows the central flow of gradient descent from a point, and returns where it is before the first step and after each
// of the steps, whose learning rates are given. It is the path of descent's average over its oscillations (J. Cohen, A. Damian,
// A. Talwalkar, J. Z. Kolter and J. D. Lee, Understanding optimization in deep learning with central flows, ICLR 2025,
// arXiv:2410.24206):
//
//	dw/dt = -lr (grad L + 1/2 grad <H, Sigma>)
//
// where Sigma, the covariance of the oscillation, is positive semidefinite, lives on the eigenvectors of the Hessian H whose
// eigenvalue is at 2/lr, and is such that none of these rises beyond. In the plane that is a problem of at most three numbers; it
// is solved by projection. Below the edge Sigma is zero, and the flow is the gradient flow at the times that the rates add up to.
//
// The third derivatives are central differences of the Hessian, good to about eight digits. The flow ends early, with fewer
// points, where it leaves the domain or the finite numbers, and where the sharpness is above the edge and no oscillation can
// bring it down, as on a quadratic: there descent diverges and has no average path.
func Central(ctx context.Context, g Ground, start Point, rates []float64) ([]Point, error) {
	path := append(make([]Point, 0, len(rates)+1), start)
	w := start
	for t, rate := range rates {
		if t%16 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		const h = 1.0 / Substeps
		for range Substeps {
			k1, ok1 := drift(g, w, rate)
			k2, ok2 := drift(g, along(w, k1, h/2), rate)
			k3, ok3 := drift(g, along(w, k2, h/2), rate)
			k4, ok4 := drift(g, along(w, k3, h), rate)
			if !ok1 || !ok2 || !ok3 || !ok4 {
				return path, nil
			}
			w = Point{w.X + h/6*(k1.X+2*k2.X+2*k3.X+k4.X), w.Y + h/6*(k1.Y+2*k2.Y+2*k3.Y+k4.Y)}
		}
		if !near(w) || !sound(g(w.X, w.Y)) {
			return path, nil
		}
		path = append(path, w)
	}
	return path, ctx.Err()
}

func along(p, v Point, by float64) Point { return Point{p.X + by*v.X, p.Y + by*v.Y} }

// A sym is a symmetric matrix.
type sym struct{ xx, xy, yy float64 }

func (a sym) dot(b sym) float64 { return a.xx*b.xx + 2*a.xy*b.xy + a.yy*b.yy }

func (a sym) plus(b sym, by float64) sym { return sym{a.xx + by*b.xx, a.xy + by*b.xy, a.yy + by*b.yy} }

// eigen are the eigenvalues, the greater first, and the unit eigenvector of the first one.
func (a sym) eigen() (l1, l2, x, y float64) {
	mean, half := (a.xx+a.yy)/2, (a.xx-a.yy)/2
	r := math.Hypot(half, a.xy)
	if r == 0 {
		return mean, mean, 1, 0
	}
	turn := math.Atan2(a.xy, half) / 2
	return mean + r, mean - r, math.Cos(turn), math.Sin(turn)
}

// positive is the nearest positive semidefinite matrix.
func (a sym) positive() sym {
	l1, l2, x, y := a.eigen()
	l1, l2 = max(l1, 0), max(l2, 0)
	return sym{l1*x*x + l2*y*y, (l1 - l2) * x * y, l1*y*y + l2*x*x}
}

// drift is the velocity of the central flow, per step of descent; false where there is none.
func drift(g Ground, w Point, rate float64) (Point, bool) {
	j := g(w.X, w.Y)
	if !sound(j) || !(rate >= 0) {
		return Point{}, false
	}
	plain := Point{-rate * j.X, -rate * j.Y}
	edge := 2 / rate
	h := sym{j.XX, j.XY, j.YY}
	l1, l2, ux, uy := h.eigen()
	if rate == 0 || l1 < edge {
		return plain, true
	}
	dx, dy, ok := third(g, w)
	if !ok {
		return Point{}, false
	}
	// Only what lies on the eigenvectors at the edge counts.
	on := func(m sym) sym { return m }
	if l2 < edge {
		p := sym{ux * ux, ux * uy, uy * uy}
		on = func(m sym) sym { d := m.dot(p); return sym{d * p.xx, d * p.xy, d * p.yy} }
	}
	dx, dy = on(dx), on(dy)
	excess := on(h.plus(sym{1, 0, 1}, -edge))
	size := dx.dot(dx) + dy.dot(dy)
	if !(size > 1e-16*(1+l1*l1)) {
		return Point{}, false
	}
	// Sigma is to be positive semidefinite, and so is what the eigenvalues fall beyond what is asked: -(dH(v) + settling excess),
	// where v = plain - rate/2 grad <H, Sigma>; and the two are to be orthogonal. Both say that Sigma is the least point of a convex
	// quadratic, found by projected descent.
	velocity := func(s sym) Point { return Point{plain.X - rate/2*dx.dot(s), plain.Y - rate/2*dy.dot(s)} }
	var sigma sym
	pace := 1 / (rate / 2 * size)
	for range 200 {
		v := velocity(sigma)
		rise := sym{}.plus(dx, v.X).plus(dy, v.Y).plus(excess, settling)
		next := sigma.plus(on(rise), pace).positive()
		change := next.plus(sigma, -1)
		if sigma = next; change.dot(change) <= 1e-24*(1e-300+sigma.dot(sigma)) {
			break
		}
	}
	return velocity(sigma), true
}

// third are the derivatives of the Hessian along x and along y.
func third(g Ground, w Point) (dx, dy sym, ok bool) {
	const part = 1e-5
	ex, ey := part*max(1, math.Abs(w.X)), part*max(1, math.Abs(w.Y))
	a, b := g(w.X+ex, w.Y), g(w.X-ex, w.Y)
	c, d := g(w.X, w.Y+ey), g(w.X, w.Y-ey)
	if !sound(a) || !sound(b) || !sound(c) || !sound(d) {
		return dx, dy, false
	}
	dx = sym{a.XX - b.XX, a.XY - b.XY, a.YY - b.YY}
	dy = sym{c.XX - d.XX, c.XY - d.XY, c.YY - d.YY}
	return sym{}.plus(dx, 1/(2*ex)), sym{}.plus(dy, 1/(2*ey)), true
}
