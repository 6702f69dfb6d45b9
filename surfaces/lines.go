package surfaces

import (
	"math"
	"slices"

	"descentlab/surfaces/proof"
)

// A course is what has been looked at of a rest that may lie along a curve.
type course struct {
	on, tried int     // of its boxes, so many lie along a curve of so many looked at
	off       float64 // how far the farthest corner of a box on it is from a point of the curve
	stands    *Critical
}

// line tells whether a rest lies along a curve of critical points or of kinks, and sees to it that one of the points that
// are listed, and no other of the same curve, stands for it.
func (m *merging) line(r proof.Rest) bool {
	const looks = 24
	c := m.course(r, looks)
	if c.stands == nil || 4*c.on < 3*c.tried {
		return false
	}
	if !m.join(r) {
		m.add(*c.stands)
	}
	return true
}

// outlined tells whether all of a rest lies along a curve, and how far the curve may be from what lies in it: then nothing else
// is left open.
func (m *merging) outlined(r proof.Rest) (off float64, ok bool) {
	const looks = 300
	c := m.course(r, looks)
	return c.off, c.tried > 0 && c.on == c.tried
}

// level tells whether a rest is a level part of the window and its border, and nothing else is left open in it.
func (m *merging) level(r proof.Rest) bool {
	const looks = 300
	off, tried := 0.0, 0
	for k := 0; k < len(r.Boxes); k += max(len(r.Boxes)/looks, 1) {
		b := r.Boxes[k]
		switch c := b.Centre(); {
		case !m.view.Contains(c):
		case m.steepness(c) <= underflow:
			tried++
		default:
			at, ok := m.dip(c, b)
			if !ok {
				return false
			}
			tried++
			off = math.Max(off, reachOf(b, at))
		}
	}
	if tried == 0 {
		return false
	}
	m.points = slices.DeleteFunc(m.points, func(c Critical) bool { return c.Kind == Degenerate && m.touches(r, c.At) })
	lo, hi := m.view.Clamp(Point{X: r.Box.X0, Y: r.Box.Y0}), m.view.Clamp(Point{X: r.Box.X1, Y: r.Box.Y1})
	m.proof.Levels = append(m.proof.Levels, m.spread(Rect{X0: lo.X, X1: hi.X, Y0: lo.Y, Y1: hi.Y}))
	m.proof.Off = math.Max(m.proof.Off, off)
	return true
}

// spread is a box around a level part with what is level next to it: where the gradient is lost in rounding, though intervals
// tell it from zero.
func (m *merging) spread(level Rect) Rect {
	const turns, samples, part, least = 60, 16, 0.1, 0.01
	for range turns {
		wide := level
		dx, dy := math.Max(part*(level.X1-level.X0), least*m.w), math.Max(part*(level.Y1-level.Y0), least*m.h)
		for k := range samples + 1 {
			t := float64(k) / samples
			x, y := level.X0+t*(level.X1-level.X0), level.Y0+t*(level.Y1-level.Y0)
			around := [...]Point{{X: level.X0 - dx, Y: y}, {X: level.X1 + dx, Y: y}, {X: x, Y: level.Y0 - dy}, {X: x, Y: level.Y1 + dy}}
			for _, p := range around {
				if m.view.Contains(p) && m.steepness(p) <= underflow {
					wide = wide.Union(Rect{X0: p.X, X1: p.X, Y0: p.Y, Y1: p.Y})
				}
			}
		}
		if wide == level {
			break
		}
		level = wide
	}
	return level
}

// course looks at so many boxes of a rest, or a few more.
func (m *merging) course(r proof.Rest, looks int) (c course) {
	for k := 0; k < len(r.Boxes); k += max(len(r.Boxes)/looks, 1) {
		at := r.Boxes[k].Centre()
		if !m.view.Contains(at) {
			continue
		}
		c.tried++
		if found := m.onLine(at, r.Boxes[k]); found != nil {
			c.on++
			c.stands = found
			c.off = math.Max(c.off, reachOf(r.Boxes[k], found.At))
		}
	}
	return c
}

// onLine is a point of a line that leads through a box, or next to it.
func (m *merging) onLine(c Point, b Rect) *Critical {
	var found Critical
	if at, ok := m.dip(c, b); ok && m.regular(at, b) {
		return nil
	} else if ok {
		found = m.probe.critical(zero{at: at, flat: true, curve: true})
	} else if at, ok := m.crease(c, b); ok {
		found = m.kink(at, Degenerate)
		found.Curve = true
	} else {
		return nil
	}
	return &found
}

// regular tells whether a zero of the gradient stands alone: by its Hessian, if that tells how the gradient changes over a box.
func (m *merging) regular(at Point, b Rect) bool {
	const straight = 10
	r := 4 * math.Max((b.X1-b.X0)/m.w, (b.Y1-b.Y0)/m.h)
	l1, l2, _, _ := Eigen(m.jet(at))
	small, large := math.Min(math.Abs(l1), math.Abs(l2)), math.Max(math.Abs(l1), math.Abs(l2))
	return small > 1e-6*large && m.steepest(at, r) < straight*large*r
}

// join lets the first degenerate point in a rest stand for all of them. It tells whether there is one.
func (m *merging) join(r proof.Rest) bool {
	var kept []Critical
	joined := false
	for _, p := range m.points {
		if p.Kind == Degenerate && m.touches(r, p.At) {
			if joined {
				continue
			}
			joined, p.Curve = true, true
		}
		kept = append(kept, p)
	}
	m.points = kept
	return joined
}

// dip looks across a box for where the gradient vanishes.
func (m *merging) dip(c Point, b Rect) (Point, bool) {
	const samples, dipped = 32, 1e-5
	r := 4 * math.Max((b.X1-b.X0)/m.w, (b.Y1-b.Y0)/m.h)
	for k := range 4 {
		sin, cos := math.Sincos((float64(k) + 0.1) * math.Pi / 4)
		at := func(t float64) Point { return m.shift(c, t*r*cos, t*r*sin) }
		steep := func(t float64) float64 { return m.steepness(at(t)) }
		best, low, high := 0.0, math.Inf(1), 0.0
		for i := range samples + 1 {
			t := 2*float64(i)/samples - 1
			switch v := steep(t); {
			case v < low:
				best, low = t, v
			case v > high:
				high = v
			}
		}
		t := lowestAt(steep, best-2.0/samples, best+2.0/samples)
		if p := at(t); steep(t) <= dipped*high && m.view.Contains(p) {
			return p, true
		}
	}
	return c, false
}

// touches reports whether p lies in a rest, or within a tenth of a cell.
func (m *merging) touches(r proof.Rest, p Point) bool {
	for _, b := range r.Boxes {
		if m.distance(b.Clamp(p), p) <= 0.1 {
			return true
		}
	}
	return false
}

// compass are eight directions.
var compass = [...]Point{
	{X: 1}, {X: 0.7, Y: 0.7}, {Y: 1}, {X: -0.7, Y: 0.7}, {X: -1}, {X: -0.7, Y: -0.7}, {Y: -1}, {X: 0.7, Y: -0.7},
}

// crease goes from the middle p of a box straight to the nearest place that is lowest, or highest, in all directions but along a
// line on which the value stays the same.
func (m *merging) crease(p Point, b Rect) (Point, bool) {
	const moves = 3 // of a length: it is not to run along the crease
	long := 4 * math.Max((b.X1-b.X0)/m.w, (b.Y1-b.Y0)/m.h)
	for _, sign := range [...]float64{1, -1} {
		at, f := p, sign*m.eval.Value(p.X, p.Y)
		for step := math.Min(0.25, long); step > 1e-15; step /= 2 {
			for range moves {
				before := at
				for _, d := range compass {
					q := m.shift(before, step*d.X, step*d.Y)
					if v := sign * m.eval.Value(q.X, q.Y); v < f {
						at, f = q, v
					}
				}
				if at == before {
					break
				}
			}
		}
		if kind, ok := m.ring(at); ok && kind == Degenerate && m.view.Contains(at) && m.distance(at, p) <= 1 {
			return at, true
		}
	}
	return p, false
}
