package surfaces

import (
	"math"

	"descentlab/surfaces/proof"
)

// line tells whether a rest lies along a curve of critical points or of kinks, and sees to it that one of the points that
// are listed, and no other of the same curve, stands for it.
func (m *merging) line(r proof.Rest) bool {
	const looks = 24
	on, tried := 0, 0
	var stands *Critical
	for k := 0; k < len(r.Boxes); k += max(len(r.Boxes)/looks, 1) {
		if c := r.Boxes[k].Centre(); m.view.Contains(c) {
			tried++
			if found := m.onLine(c, r.Boxes[k]); found != nil {
				on++
				stands = found
			}
		}
	}
	if stands == nil || 4*on < 3*tried {
		return false
	}
	if !m.join(r) {
		m.add(*stands)
	}
	return true
}

// onLine is a point of a line that leads through a box, or next to it.
func (m *merging) onLine(c Point, b Rect) *Critical {
	var found Critical
	if at, ok := m.dip(c, b); ok {
		found = m.probe.critical(zero{at: at, flat: true, curve: true})
	} else if at, ok := m.crease(c); ok {
		found = m.kink(at, Degenerate)
		found.Curve = true
	} else {
		return nil
	}
	return &found
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

// crease goes from p straight to the nearest place that is lowest, or highest, in all directions but along a line on which
// the value stays the same.
func (m *merging) crease(p Point) (Point, bool) {
	for _, sign := range [...]float64{1, -1} {
		at, f := p, sign*m.eval.Value(p.X, p.Y)
		for step := 0.25; step > 1e-15; {
			better := false
			for _, d := range compass {
				q := m.shift(at, step*d.X, step*d.Y)
				if v := sign * m.eval.Value(q.X, q.Y); v < f {
					at, f, better = q, v, true
				}
			}
			if !better {
				step /= 4
			}
			if m.distance(at, p) > 1 {
				break
			}
		}
		if kind, ok := m.ring(at); ok && kind == Degenerate && m.view.Contains(at) && m.distance(at, p) <= 1 {
			return at, true
		}
	}
	return p, false
}
