package surfaces

import (
	"math"

	"descentlab/surfaces/interval"
	"descentlab/surfaces/proof"
)

// degenerateNear is within how many cells the place of a degenerate point is uncertain.
const degenerateNear = 2e-2

// reachOf is how far the farthest corner of r is from p.
func reachOf(r Rect, p Point) float64 {
	return math.Hypot(math.Max(math.Abs(r.X0-p.X), math.Abs(r.X1-p.X)), math.Max(math.Abs(r.Y0-p.Y), math.Abs(r.Y1-p.Y)))
}

// pointlike tells which listed point a small rest surrounds. One that the search has not found is listed now, if it is more
// than a bend in a slope.
func (m *merging) pointlike(r proof.Rest) (Point, bool) {
	for i := range m.points {
		p := &m.points[i]
		if d := m.distance(p.At, r.Box.Centre()); d <= 1e-4 || d <= degenerateNear && p.Kind == Degenerate {
			if p.Kind == Degenerate && !p.Curve {
				m.restate(p, r)
			}
			return p.At, true
		}
	}
	at := m.view.Clamp(simplest(r.Box))
	if r.Doubt == 0 { // so flat that the search creeps
		found := m.vanishes(at)
		if found {
			m.add(m.probe.critical(zero{at: at, flat: true}))
		}
		return at, found
	}
	kind, ok := m.ring(at)
	if !ok {
		return at, r.Doubt&interval.Edge != 0 && !m.finite(at)
	}
	if c, ok := m.singular(at, kind); ok {
		m.add(c)
		return c.At, true
	}
	return at, true
}

// restate says of a degenerate point what it is if the gradient jumps there, and where exactly it lies.
func (m *merging) restate(p *Critical, r proof.Rest) {
	at := m.view.Clamp(simplest(r.Box))
	if kind, ok := m.ring(at); ok && r.Doubt&interval.Kink != 0 && m.jumps(at) && kind != Slope {
		*p = m.kink(at, kind)
		return
	}
	if m.steepness(at) <= m.steepness(p.At) {
		*p = m.probe.critical(zero{at: at, flat: true})
	}
}

// singular describes a point of a kind where there is no Hessian: a kink, or where the gradient vanishes nevertheless. A slope
// with a crease in it is none.
func (m *merging) singular(at Point, kind Kind) (Critical, bool) {
	if m.jumps(at) {
		return m.kink(at, kind), kind != Slope
	}
	c := m.probe.critical(zero{at: at, flat: true})
	if kind != Slope {
		c.Kind = kind
	}
	return c, true
}

// jumps reports whether the gradient does not vanish towards a point, from wherever it is looked at.
func (m *merging) jumps(at Point) bool {
	return m.steepest(at, ringNarrow/1000) > 0.5*m.steepest(at, ringNarrow)
}

// steepest is the greatest gradient, per cell, on a ring around a point.
func (m *merging) steepest(at Point, r float64) (top float64) {
	for k := range ringSamples {
		sin, cos := math.Sincos((float64(k) + 0.3) * 2 * math.Pi / ringSamples)
		if g := m.steepness(m.shift(at, r*cos, r*sin)); g > top {
			top = g
		}
	}
	return top
}

// kink is a critical point at a kink. For want of eigenvectors a saddle's are where the value falls and rises the most.
func (m *merging) kink(at Point, kind Kind) Critical {
	if kind == Minimum {
		at = m.sink(at)
	}
	c := Critical{Kind: kind, At: at, Value: m.eval.Value(at.X, at.Y), Kink: true, L1: math.NaN(), L2: math.NaN()}
	lo, hi := math.Inf(1), math.Inf(-1)
	for k := range ringSamples {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / ringSamples)
		q := m.shift(at, ringNarrow*cos, ringNarrow*sin)
		v, along := m.eval.Value(q.X, q.Y), signed(unit(cos*m.w, sin*m.h))
		if v < lo {
			lo, c.V1 = v, along
		}
		if v > hi {
			hi, c.V2 = v, along
		}
	}
	return c
}

// sink goes from a minimum that is known to a millionth of the window to where the value is the least to the last digit.
func (m *merging) sink(at Point) Point {
	f := m.eval.Value(at.X, at.Y)
	for step := 1e-7; step > 1e-16; {
		better := false
		for _, d := range compass {
			q := m.shift(at, step*d.X, step*d.Y)
			if v := m.eval.Value(q.X, q.Y); v < f && m.view.Contains(q) {
				at, f, better = q, v, true
			}
		}
		if !better {
			step /= 4
		}
	}
	return at
}

// tidy puts a point whose coordinate is a rounding error onto the axis, if the value there is the same.
func (m *merging) tidy(c *Critical) {
	r := m.resolution(c.At)
	for _, at := range [...]Point{{X: 0, Y: c.At.Y}, {X: c.At.X, Y: 0}} {
		near := math.Abs(at.X-c.At.X) <= r.X && math.Abs(at.Y-c.At.Y) <= r.Y
		if near && m.view.Contains(at) && math.Abs(m.eval.Value(at.X, at.Y)-c.Value) <= 1e-15*math.Abs(c.Value) {
			c.At = at
		}
	}
}
