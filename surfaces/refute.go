package surfaces

import (
	"math"

	"descentlab/surfaces/proof"
)

// mostTouched bounds how often it is asked whether a point lies in a box that a proof has left.
const mostTouched = 20_000_000

// joined are the rests, with those of a point's size that lie side by side made one: a zero on the border between boxes is left
// on both sides of it.
func (m *merging) joined(rests []proof.Rest) []proof.Rest {
	var out []proof.Rest
next:
	for _, r := range rests {
		if m.wide(r.Box) <= pointlike {
			for i := range out {
				if both := out[i].Box.Union(r.Box); m.wide(both) <= pointlike {
					out[i].Box, out[i].Boxes = both, append(out[i].Boxes, r.Boxes...)
					out[i].Doubt |= r.Doubt
					out[i].Level = out[i].Level || r.Level
					continue next
				}
			}
		}
		out = append(out, r)
	}
	return out
}

// wide is the longer side of a box, as a part of the window's.
func (m *merging) wide(b Rect) float64 {
	return math.Max((b.X1-b.X0)/(m.view.X1-m.view.X0), (b.Y1-b.Y0)/(m.view.Y1-m.view.Y0))
}

// refute takes points off the list of which the proof shows that there is none: they are neither among its zeros, nor do they
// lie in a part of the window that it has left open. It tells whether there were such.
func (m *merging) refute(rests []proof.Rest) bool {
	boxes := 0
	for _, r := range rests {
		boxes += len(r.Boxes)
	}
	if boxes*len(m.points) > mostTouched {
		return false
	}
	kept := m.points[:0]
	for i, c := range m.points {
		if m.backed[i] || m.within(rests, c) {
			kept = append(kept, c)
		}
	}
	some := len(kept) < len(m.points)
	m.points, m.backed = kept, make([]bool, len(kept))
	return some
}

// within reports whether a point lies in one of the rests, as exactly as it is known.
func (m *merging) within(rests []proof.Rest, c Critical) bool {
	near := 1e-4 // cells
	if c.Kind == Degenerate || c.Flat {
		near = degenerateNear
	}
	for _, r := range rests {
		if m.distance(r.Box.Clamp(c.At), c.At) > near {
			continue
		}
		for _, b := range r.Boxes {
			if m.distance(b.Clamp(c.At), c.At) <= near {
				return true
			}
		}
	}
	return false
}

// recheck compares the points that are left with the turns of the gradient along the border.
func (m *merging) recheck(old Check) Check {
	a := &audit{search: m.search}
	for _, c := range m.points {
		a.zeros = append(a.zeros, zero{at: c.At, flat: c.Kind == Degenerate || c.Flat, curve: c.Curve})
	}
	m.added = nil
	c := a.compare()
	c.View = old.View
	return c
}
