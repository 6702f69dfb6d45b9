package plot

import (
	"math"
	"slices"
)

// A HeightScale puts the values of a field on a scale from 0 to 1 along which its levels lie evenly, but for their rounding: how
// far up a relief of it they stand.
type HeightScale struct {
	spacing Spacing
	lo, hi  float64   // between which levels are spread, times shrink
	offset  float64   // of LogSpacing
	parts   []float64 // of QuantileSpacing: values that part the map evenly
}

const (
	shrink        = 1.0 / 64 // keeps differences of the largest numbers finite
	quantileParts = 128
)

// HeightScale is the scale of a field. What of its values no level is spread over, the walls of poles, is beyond its ends.
func (f *Field) HeightScale() HeightScale {
	g := f.Grid
	h := HeightScale{spacing: f.Spacing, lo: f.lo * shrink, hi: f.hi * shrink}
	if !(f.lo < f.hi) {
		return h
	}
	sorted := g.sorted()
	if f.Spacing == QuantileSpacing {
		h.parts = slices.Compact(quantiles(sorted, quantileParts-1))
		h.parts = append(append([]float64{f.lo}, h.parts...), f.hi)
		return h
	}
	lo, hi := f.lo, f.hi
	if isFinite(8 * (hi - lo)) {
		lo, hi = g.levelRange(sorted, lo, hi)
	}
	h.lo, h.hi = lo*shrink, hi*shrink
	if f.Spacing == LogSpacing {
		h.offset = logOffset(quantile(sorted, 0.1)*shrink-h.lo, h.hi-h.lo)
	}
	return h
}

// At is how far up a value stands, from 0 to 1: at an end, if it is beyond that. It is NaN for what is not finite. On a field
// that is level everywhere all is half way up.
func (h HeightScale) At(v float64) float64 {
	v *= shrink
	switch {
	case !isFinite(v):
		return math.NaN()
	case !(h.lo < h.hi):
		return 0.5
	case h.spacing == QuantileSpacing:
		return h.part(v / shrink)
	}
	v = clamp(v, h.lo, h.hi)
	if h.spacing == LogSpacing {
		return math.Log1p((v-h.lo)/h.offset) / math.Log1p((h.hi-h.lo)/h.offset)
	}
	return (v - h.lo) / (h.hi - h.lo)
}

// part is the part of the map that lies below a value.
func (h HeightScale) part(v float64) float64 {
	last := len(h.parts) - 1
	i, _ := slices.BinarySearch(h.parts, v)
	if i == 0 {
		return 0
	}
	if i > last {
		return 1
	}
	lo, hi := h.parts[i-1]*shrink, h.parts[i]*shrink
	return (float64(i-1) + (v*shrink-lo)/(hi-lo)) / float64(last)
}

// Ends are the values at 0 and at 1.
func (h HeightScale) Ends() (lo, hi float64) { return h.lo / shrink, h.hi / shrink }

// Clipped tells whether a field has values below the lower end of its scale, and above the upper one.
func (f *Field) Clipped(h HeightScale) (below, above bool) {
	lo, hi := h.Ends()
	return f.lo < lo, f.hi > hi
}

// Level is which band of the ground a value lies in, counted from 0, and how far up in it: level i of the field is at i+1.
func (f *Field) Level(v float64) float64 {
	if !isFinite(v) {
		return math.NaN()
	}
	return f.keyPart(v) * float64(len(f.Levels)+1)
}

// Heavy tells whether the isoline of a level, counted from 0, is drawn heavier.
func (f *Field) Heavy(level int) bool { return (level-firstHeavy(f.Levels))%5 == 0 }
