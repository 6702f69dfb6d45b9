package proof

import (
	"math"

	"descentlab/surfaces/expr"
	"descentlab/surfaces/interval"
)

// apart reports whether all gradients that the pieces of the formula have over a box lie on one side of some line through
// zero, so that zero is not between them, either: then there is neither a zero nor a kink with zero in its subgradient.
// Pieces may be multiplied by positive numbers without a change.
func (s *search) apart(b box) bool {
	var slopes [][2]interval.Interval
	s.spend()
	if !s.f.Pieces(b.rect(), func(e expr.Enclosure) bool {
		s.spend()
		slopes = append(slopes, [2]interval.Interval{e.SlopeX, e.SlopeY})
		return true
	}) {
		return false
	}
	const directions = 24
	for k := range directions {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / directions)
		if ahead(slopes, cos, sin) {
			return true
		}
	}
	// Along a crease the gradients of both sides agree: look that way.
	for i, p := range slopes {
		for _, q := range slopes[:i] {
			u, v := q[1].Mid()-p[1].Mid(), p[0].Mid()-q[0].Mid()
			if length := math.Hypot(u, v); length > 0 && !math.IsInf(length, 1) &&
				(ahead(slopes, u/length, v/length) || ahead(slopes, -u/length, -v/length)) {
				return true
			}
		}
	}
	return false
}

// ahead reports whether all slopes have a positive component along (u, v).
func ahead(slopes [][2]interval.Interval, u, v float64) bool {
	for _, g := range slopes {
		if !(g[0].Scale(u).Add(g[1].Scale(v)).Lo > 0) {
			return false
		}
	}
	return true
}
