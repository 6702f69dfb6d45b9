package surfaces

import (
	"cmp"
	"math"
	"slices"

	"descentlab/surfaces/interval"
	"descentlab/surfaces/proof"
)

const (
	creaseLooks  = 400 // boxes of a crease from which its lowest places are looked for
	creaseMinima = 64  // of a crease
)

// creased looks for minima along a crease on which the slopes leave the proof no hold, as where they are infinite. It tells
// whether the rest is of that kind. Nothing is proven by it.
func (m *merging) creased(r proof.Rest) bool {
	if r.Doubt&interval.Kink == 0 {
		return false
	}
	bottoms := m.bottoms(r)
	slices.SortStableFunc(bottoms, func(a, b bottom) int { return cmp.Compare(a.value, b.value) })
	found := 0
	for i, b := range bottoms {
		lowest := !slices.ContainsFunc(bottoms[:i], func(o bottom) bool { return m.distance(o.at, b.at) <= b.apart })
		if !lowest {
			continue
		}
		if found++; found > creaseMinima {
			break
		}
		at := m.lowestAlong(b)
		kind, ok := m.ring(at)
		if !ok || kind != Minimum || !m.jumps(at) || !m.view.Contains(at) || m.knows(at) {
			continue
		}
		m.add(m.kink(at, Minimum))
	}
	return true
}

// knows tells whether a point is listed, as exactly as points on creases are found.
func (m *merging) knows(at Point) bool {
	return slices.ContainsFunc(m.points, func(c Critical) bool { return m.distance(c.At, at) <= 1e-2 })
}

// A bottom is the lowest place across a crease, in one of the boxes along it.
type bottom struct {
	at    Point
	value float64
	long  float64 // the longer side of the box, in cells
	apart float64 // how far the next ones are away that were looked at, at most, in cells
}

// bottoms looks across the crease in some of its boxes.
func (m *merging) bottoms(r proof.Rest) (all []bottom) {
	every := max(len(r.Boxes)/creaseLooks, 1)
	for k := 0; k < len(r.Boxes); k += every {
		b := r.Boxes[k]
		long := math.Max((b.X1-b.X0)/m.w, (b.Y1-b.Y0)/m.h)
		lowest := bottom{value: math.Inf(1), long: long, apart: 3 * long * float64(every)}
		for _, d := range compass[:4] {
			at := m.across(b.Centre(), d, 2*long)
			if v := m.eval.Value(at.X, at.Y); v < lowest.value {
				lowest.at, lowest.value = at, v
			}
		}
		if m.view.Contains(lowest.at) {
			all = append(all, lowest)
		}
	}
	return all
}

// across is the lowest place on a line through p, no farther than r cells.
func (m *merging) across(p, d Point, r float64) Point {
	at := func(t float64) Point { return m.shift(p, t*d.X, t*d.Y) }
	return at(lowestAt(func(t float64) float64 { q := at(t); return m.eval.Value(q.X, q.Y) }, -r, r))
}

// lowestAlong follows a crease down from a place on it: it steps aside and falls back onto the crease, in steps of half the
// length when none leads lower. Of places that are as low, to rounding, it prefers the one with the shortest coordinates.
func (m *merging) lowestAlong(b bottom) Point {
	at, f := b.at, b.value
	for step, moves := b.long, 0; step > 1e-11 && moves < 500; moves++ {
		better := false
		for _, d := range compass {
			q := m.across(m.shift(at, step*d.X, step*d.Y), Point{X: -d.Y, Y: d.X}, step)
			if v := m.eval.Value(q.X, q.Y); v < f {
				at, f, better = q, v, true
			}
		}
		if !better {
			step /= 2
		}
	}
	for near := 1e-2; near > 1e-12; near /= 4 {
		low, high := m.shift(at, -near, -near), m.shift(at, near, near)
		q := simplest(Rect{X0: low.X, X1: high.X, Y0: low.Y, Y1: high.Y})
		if m.eval.Value(q.X, q.Y) <= f {
			return q
		}
	}
	return at
}
