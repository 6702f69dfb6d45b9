package surfaces

import (
	"math"
	"slices"

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
			if p.Kind == Degenerate && !p.Curve || r.Doubt&interval.Kink != 0 && !p.Kink {
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
	kind, ok := m.kindAt(at)
	if !ok {
		return at, r.Doubt&interval.Edge != 0 && !m.finite(at)
	}
	if c, ok := m.singular(at, kind); ok {
		m.add(c)
		return c.At, true
	}
	return at, true
}

// restate says of a point where there is no Hessian what it is, and of a degenerate one where exactly it lies.
func (m *merging) restate(p *Critical, r proof.Rest) {
	at := m.view.Clamp(simplest(r.Box))
	if p.Kind == Degenerate && m.steepness(at) <= m.steepness(p.At) {
		*p = m.probe.critical(zero{at: at, flat: true})
	}
	if r.Doubt&interval.Kink == 0 {
		return
	}
	kind, ok := m.kindAt(at)
	switch {
	case !ok || kind == Slope:
	case m.jumps(at):
		*p = m.kink(at, kind)
	case p.Kind == Degenerate && kind != Degenerate && m.bent(at):
		p.Kind = kind
	}
}

// bent reports whether the curvature does not vanish towards a point at which it is not the same from all sides.
func (m *merging) bent(at Point) bool {
	return m.steepest(at, ringNarrow/1000) > 0.5e-3*m.steepest(at, ringNarrow)
}

// kindAt tells what a surface does at a point where the formula is in doubt: by proof if it is a minimum or a maximum, else by
// the values on rings around it.
func (m *merging) kindAt(at Point) (Kind, bool) {
	for _, r := range [...]float64{0.25, 0.02, 1e-3} {
		if kind, ok := m.extreme(at, r); ok {
			return kind, true
		}
	}
	return m.ring(at)
}

// extreme tells whether all values on the border of a square around a point are higher than at the point, or lower. Then there
// is a minimum or a maximum in the square, and if nothing else is open or listed there it is at the point.
func (m *merging) extreme(at Point, r float64) (Kind, bool) {
	for _, c := range m.points {
		if d := m.distance(c.At, at); d > 1e-4 && d < 2*r {
			return 0, false
		}
	}
	return m.extremeIn(at, m.square(at, r))
}

// extremeIn tells whether all values on the border of a square are higher than at a point of it, or lower.
func (m *merging) extremeIn(at Point, square Rect) (Kind, bool) {
	here := m.over.Over(Rect{X0: at.X, X1: at.X, Y0: at.Y, Y1: at.Y}).F
	sides := [4]Rect{square, square, square, square}
	sides[0].Y1, sides[1].Y0, sides[2].X1, sides[3].X0 = square.Y0, square.Y1, square.X0, square.X1
	allAround := func(is func(interval.Interval) bool) bool {
		m.tries = ringTry
		return !slices.ContainsFunc(sides[:], func(s Rect) bool { return !m.throughout(s, is, 40) })
	}
	if allAround(func(f interval.Interval) bool { return f.Lo > here.Hi }) {
		return Minimum, true
	}
	return Maximum, allAround(func(f interval.Interval) bool { return f.Hi < here.Lo })
}

// throughout tells whether a side of a square can be divided so that something holds of the values on every part.
func (m *merging) throughout(side Rect, is func(interval.Interval) bool, halvings int) bool {
	e := m.spend(side)
	switch {
	case e.Doubt&interval.Void != 0:
		return false
	case is(e.F):
		return true
	case halvings == 0 || m.tries <= 0:
		return false
	}
	a, b := halves(side)
	return m.throughout(a, is, halvings-1) && m.throughout(b, is, halvings-1)
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
func (s *search) steepest(at Point, r float64) (top float64) {
	for k := range ringSamples {
		sin, cos := math.Sincos((float64(k) + 0.3) * 2 * math.Pi / ringSamples)
		if g := s.steepness(s.shift(at, r*cos, r*sin)); g > top {
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
	c.V1, c.V2 = m.ways(at, ringNarrow)
	return c
}

// ways are the directions in which the value falls and rises the most on the way to a ring around a point.
func (m *merging) ways(at Point, r float64) (falls, rises Point) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for k := range ringSamples {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / ringSamples)
		q := m.shift(at, r*cos, r*sin)
		v, along := m.eval.Value(q.X, q.Y), signed(unit(cos*m.w, sin*m.h))
		if v < lo {
			lo, falls = v, along
		}
		if v > hi {
			hi, rises = v, along
		}
	}
	return falls, rises
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
