package plot

import (
	"math"
	"testing"
)

// TestLevelsStandEvenly: on the scale of a field its levels are even steps, but for what they are rounded by, and heights never
// fall as values rise.
func TestLevelsStandEvenly(t *testing.T) {
	bowl := func(x, y float64) float64 { return 100*(y-x*x)*(y-x*x) + (1-x)*(1-x) }
	g := sampled(bowl, Rect{X0: -2, X1: 2, Y0: -1, Y1: 3}, 96, 96)
	for _, s := range []Spacing{LogSpacing, LinearSpacing, QuantileSpacing} {
		f := NewField(g, 12, s)
		h := f.HeightScale()
		first, step := h.At(f.Levels[0]), h.At(f.Levels[1])-h.At(f.Levels[0])
		if s == LinearSpacing {
			step = (h.At(f.Levels[len(f.Levels)-1]) - first) / float64(len(f.Levels)-1)
		}
		for i, v := range f.Levels {
			if got, want := h.At(v), first+float64(i)*step; math.Abs(got-want) > 0.04 {
				t.Errorf("spacing %d: level %d is at %.3f, want about %.3f", s, i, got, want)
			}
			if got := f.Level(v); got != float64(i+1) {
				t.Errorf("spacing %d: level %d is told as %g", s, i, got)
			}
		}
		last := 0.0
		for i := range 1000 {
			at := h.At(f.lo + (f.hi-f.lo)*float64(i)/999)
			if !(at >= last && at <= 1) {
				t.Fatalf("spacing %d: after %g comes %g", s, last, at)
			}
			last = at
		}
		if h.At(f.lo) != 0 || h.At(f.hi) != 1 || h.At(2*f.hi) != 1 || !math.IsNaN(h.At(math.NaN())) || !math.IsNaN(h.At(math.Inf(1))) {
			t.Errorf("spacing %d: ends at %g and %g", s, h.At(f.lo), h.At(f.hi))
		}
	}
}

// TestPolesAreClipped: the walls of a pole stand at the end of the scale, and that is told.
func TestPolesAreClipped(t *testing.T) {
	pole := func(x, y float64) float64 { return 1 / (x*x + y*y) }
	f := NewField(sampled(pole, Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, 96, 96), 12, LogSpacing)
	h := f.HeightScale()
	_, hi := h.Ends()
	if below, above := f.Clipped(h); below || !above || !(hi < f.hi) || h.At(f.hi) != 1 {
		t.Errorf("clipped below: %t, above: %t, at %g of %g", below, above, hi, f.hi)
	}
}

// TestHugeHeights: differences of the largest numbers do not overflow.
func TestHugeHeights(t *testing.T) {
	for _, s := range []Spacing{LogSpacing, LinearSpacing, QuantileSpacing} {
		f := NewField(sampled(func(x, y float64) float64 { return 1.7e308 * x }, Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, 32, 32), 12, s)
		if at := f.HeightScale().At(0); !(at > 0.3 && at < 0.9) {
			t.Errorf("spacing %d: the middle is at %g", s, at)
		}
	}
	level := NewField(sampled(func(x, y float64) float64 { return 3 }, Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, 8, 8), 12, LogSpacing)
	if at := level.HeightScale().At(3); at != 0.5 {
		t.Errorf("level ground is at %g", at)
	}
}
