package plot

import (
	"math"
	"slices"
)

// A Spacing says how the levels of isolines are spread over a range of values.
type Spacing int

const (
	LogSpacing      Spacing = iota // evenly in log(1 + (f - f_min)/s): fine in the depths
	LinearSpacing                  // evenly in f, at round numbers
	QuantileSpacing                // so that the bands between levels have equal areas
)

// Levels gives about n ascending levels strictly between the least and the
// greatest finite value, rounded to as few digits as their spacing allows. There
// are none for a constant grid or one without a finite value. Where the surface
// has poles, linear and logarithmic levels are spread over the values away from
// them.
func (g *Grid) Levels(n int, s Spacing) []float64 {
	lo, hi := g.Range()
	if n < 1 || !(lo < hi) {
		return nil
	}
	if !isFinite(8 * (hi - lo)) {
		return g.scaledLevels(n, s)
	}
	var levels []float64
	sorted := g.sorted()
	if s != QuantileSpacing {
		lo, hi = g.levelRange(sorted, lo, hi)
	}
	switch s {
	case LinearSpacing:
		levels = roundSteps(lo, hi, n)
	case QuantileSpacing:
		levels = roundToGaps(quantiles(sorted, n))
	default:
		offset := logOffset(quantile(sorted, 0.1)-lo, hi-lo)
		for i := range n {
			t := float64(i+1) / float64(n+1)
			levels = append(levels, lo+offset*math.Expm1(t*math.Log1p((hi-lo)/offset)))
		}
		levels = roundToGaps(levels)
	}
	levels = slices.DeleteFunc(slices.Compact(levels), func(v float64) bool { return !(v > lo && v < hi) })
	return levels
}

// scaledLevels finds levels where differences would overflow.
func (g *Grid) scaledLevels(n int, s Spacing) []float64 {
	const scale = 1.0 / 64
	small := &Grid{W: g.W, H: g.H, View: g.View, V: slices.Clone(g.V)}
	for k := range small.V {
		small.V[k] *= scale
	}
	levels := small.Levels(n, s)
	for i := range levels {
		levels[i] /= scale
	}
	return levels
}

// logOffset gives the s of log(1 + d/s) for depths d up to span. It puts the
// depth that a tenth of the map stays under at a quarter of the scale. So a
// valley narrow against its walls (Rosenbrock's) gets levels of its own, and a
// surface without one (Peaks) is spaced nearly linearly, but never quite.
func logOffset(tenth, span float64) float64 {
	least, most := math.Max(tenth*1e-3, span*1e-12), 2*span
	if !(tenth > 0) {
		return least
	}
	for range 60 {
		s := math.Sqrt(least) * math.Sqrt(most)
		if math.Log1p(tenth/s) > 0.25*math.Log1p(span/s) {
			least = s
		} else {
			most = s
		}
	}
	return most
}

// sorted gives some thousands of the finite values, evenly taken, in order.
func (g *Grid) sorted() []float64 {
	const enough = 20000
	// Not a divisor of a usual width: a regular pattern must not fall on columns.
	step := max(1, len(g.V)/enough) | 1
	some := make([]float64, 0, len(g.V)/step+1)
	for k := 0; k < len(g.V); k += step {
		if isFinite(g.V[k]) {
			some = append(some, g.V[k])
		}
	}
	slices.Sort(some)
	return some
}

// quantiles gives the n values that part sorted ones into n+1 equal heaps. Where
// many are the same, as on a plateau, it parts the different ones instead.
func quantiles(sorted []float64, n int) []float64 {
	for range 2 {
		var levels []float64
		for i := range n {
			levels = append(levels, quantile(sorted, float64(i+1)/float64(n+1)))
		}
		if levels = slices.Compact(levels); 2*len(levels) > n {
			return levels
		}
		sorted = slices.Compact(sorted)
	}
	return slices.Compact(sorted)
}

// quantile interpolates between sorted values; 0 if there is none.
func quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	at := q * float64(len(sorted)-1)
	i := min(int(at), len(sorted)-1)
	j := min(i+1, len(sorted)-1)
	t := at - float64(i)
	return sorted[i]*(1-t) + sorted[j]*t
}

// roundSteps gives the multiples of a round step within (lo, hi), about n.
func roundSteps(lo, hi float64, n int) []float64 {
	step := roundStep((hi - lo) / float64(n+1))
	var steps []float64
	if step == 0 {
		return nil
	}
	for k := math.Floor(lo/step) + 1; k*step < hi && len(steps) < 4*n; k++ {
		steps = append(steps, roundTo(k*step, step))
	}
	return steps
}

// roundStep is the number 1, 2 or 5 times a power of ten nearest to a positive
// number by ratio.
func roundStep(f float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(f)))
	switch f /= power; {
	case f < math.Sqrt2:
		return power
	case f < math.Sqrt(10):
		return 2 * power
	case f < math.Sqrt(50):
		return 5 * power
	default:
		return 10 * power
	}
}

// roundToGaps rounds ascending levels to a power of ten below a quarter of the
// distance to the nearest neighbour: a label stays short, and a level moves by
// an eighth of that distance at most.
func roundToGaps(levels []float64) []float64 {
	rounded := slices.Clone(levels)
	for i, v := range levels {
		unit := math.Pow(10, math.Floor(math.Log10(gap(levels, i)/4)))
		if unit > 0 && isFinite(unit) && isFinite(v/unit) {
			rounded[i] = roundTo(v, unit)
		}
	}
	return rounded
}

// roundTo gives the multiple of a round step nearest to v. Below one it divides
// by the inverse, which is whole, so that 0.3 comes out as 0.3.
func roundTo(v, unit float64) float64 {
	if unit < 1 && unit > 1e-15 {
		inverse := math.Round(1 / unit)
		return math.Round(v*inverse) / inverse
	}
	return math.Round(v/unit) * unit
}

// gap is the least distance from ascending levels' number i to a neighbour.
func gap(levels []float64, i int) float64 {
	d := math.Inf(1)
	if i > 0 {
		d = levels[i] - levels[i-1]
	}
	if i+1 < len(levels) {
		d = math.Min(d, levels[i+1]-levels[i])
	}
	return d
}

// firstHeavy is the index of the first isoline to be drawn heavier; every fifth
// from there on is. At even steps it is the first multiple of five steps, which
// is a round number.
func firstHeavy(levels []float64) int {
	if len(levels) < 2 {
		return 0
	}
	step := levels[1] - levels[0]
	for i := range levels {
		if math.Abs(levels[i]-levels[0]-float64(i)*step) > 1e-6*step {
			return min(2, len(levels)-1)
		}
	}
	first := math.Round(levels[0] / step)
	if math.Abs(levels[0]-first*step) > 1e-6*step {
		return min(2, len(levels)-1)
	}
	return int(math.Mod(5-math.Mod(first, 5), 5))
}
