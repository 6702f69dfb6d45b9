package plot

import "math"

// levelRange gives the part of the range [lo, hi] of the finite values that
// levels are spread over. It is nearly always all of it. But near a pole the
// greatest value sampled says more about how close a cell's middle came to the
// pole than about the surface, and levels spread up to there would leave the
// map in one colour. So an end far from the other values, which the surface
// gets to by leaps, gives way to the quantile that a twentieth of the map lies
// beyond; what is beyond shares the colour of the end. Hills in a wide plain are
// as far out, but the surface climbs them.
func (g *Grid) levelRange(sorted []float64, lo, hi float64) (from, to float64) {
	const (
		margin = 0.02 // of the map, on either side of its middle
		far    = 0.5  // spreads of the middle between it and the end
		beyond = 0.05 // of the map beyond an end that gave way
	)
	low, high := quantile(sorted, margin), quantile(sorted, 1-margin)
	least := far * (high - low)
	below, above := low-lo > least, hi-high > least
	if !(below || above) || !g.leaps((hi-lo)/4) {
		return lo, hi
	}
	from, to = lo, hi
	if below {
		from = quantile(sorted, beyond)
	}
	if above {
		to = quantile(sorted, 1-beyond)
	}
	if !(from < to) {
		return lo, hi
	}
	return from, to
}

// leaps reports whether two neighbouring cells differ by more than d: there the
// grid is too coarse to follow the surface.
func (g *Grid) leaps(d float64) bool {
	for k, v := range g.V {
		if i := k % g.W; i > 0 && isFinite(v) && isFinite(g.V[k-1]) && math.Abs(v-g.V[k-1]) > d {
			return true
		}
		if k >= g.W && isFinite(v) && isFinite(g.V[k-g.W]) && math.Abs(v-g.V[k-g.W]) > d {
			return true
		}
	}
	return false
}
