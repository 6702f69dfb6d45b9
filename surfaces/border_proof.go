package surfaces

import (
	"descentlab/surfaces/expr"
	"descentlab/surfaces/interval"
)

// borderTries is how many pieces of the sides a proof may look at.
const borderTries = 20000

// A stretch is a piece of a side.
type stretch struct{ from, to float64 }

// proveBorder tries to show that a box has no other minima on its sides than those that are listed. Along a piece of a side on
// which the slope is never zero there is none; nor where it goes up outward; and where the slope only grows there is one at most.
// At the corners the slopes themselves decide, if they are not zero.
func (p *Probe) proveBorder(sides []side, listed []Critical) bool {
	f, tries := p.enclosing(), min(borderTries, maxProof/p.cost())
	for _, s := range sides {
		for _, end := range [...]float64{s.from, s.to} {
			if !s.clear(f.Over(s.box(end, end)), end == s.from) && s.count(stretch{end, end}, listed, 0) == 0 {
				return false
			}
		}
		open := []stretch{{s.from, s.to}}
		for len(open) > 0 {
			if tries--; tries < 0 {
				return false
			}
			piece := open[len(open)-1]
			open = open[:len(open)-1]
			if s.settled(f.Over(s.box(piece.from, piece.to)), piece, listed) {
				continue
			}
			mid := piece.from + (piece.to-piece.from)/2
			if piece.to-piece.from <= 1e-9*(s.to-s.from) || !(piece.from < mid && mid < piece.to) {
				if s.count(piece, listed, 1e-8*(s.to-s.from)) == 0 {
					return false
				}
				continue // as near to a minimum as the proof of the rest of the window comes to a kink
			}
			open = append(open, stretch{piece.from, mid}, stretch{mid, piece.to})
		}
	}
	return true
}

// directed are the slopes along a side and outward, and the second derivative along it.
func (s side) directed(e expr.Enclosure) (along, out, bend interval.Interval) {
	along, out, bend = e.X, e.Y, e.XX
	if s.upright {
		along, out, bend = e.Y, e.X, e.YY
	}
	if s.outward < 0 {
		out = out.Neg()
	}
	return along, out, bend
}

// clear tells whether it is certain at an end of a side that there is no minimum, for it goes up outward, or that there is one.
func (s side) clear(e expr.Enclosure, first bool) bool {
	along, out, _ := s.directed(e)
	if first {
		along = along.Neg()
	}
	return e.Doubt == 0 && (along.Lo > 0 || out.Lo > 0 || along.Hi < 0 && out.Hi < 0)
}

// settled tells whether an enclosure shows that a piece of a side holds no minimum but those that are listed.
func (s side) settled(e expr.Enclosure, piece stretch, listed []Critical) bool {
	along, out, bend := s.directed(e)
	switch {
	case e.Doubt&(interval.Jump|interval.Edge) != 0:
		return e.Doubt&interval.Void != 0
	case !along.Has(0):
		return true
	case out.Lo > 0:
		return true
	case e.Doubt&interval.Kink != 0:
		return false
	}
	return bend.Hi < 0 || bend.Lo > 0 && s.count(piece, listed, 0) == 1
}

// count is how many of the points lie on a piece of the side, or so far beyond its ends.
func (s side) count(piece stretch, listed []Critical, beyond float64) (n int) {
	for _, m := range listed {
		if t := s.along(m.At); m.At == s.point(t) && piece.from-beyond <= t && t <= piece.to+beyond {
			n++
		}
	}
	return n
}
