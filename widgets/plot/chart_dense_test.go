package plot

import (
	"image"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestMedianIsInTheMiddle(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		ys := make([]float64, 1+r.IntN(500))
		for i := range ys {
			ys[i] = r.NormFloat64()
		}
		median := medianOf(ys)
		sorted := slices.Sorted(slices.Values(ys))
		rank, found := slices.BinarySearch(sorted, median)
		if off := math.Abs((float64(rank)+0.5)/float64(len(ys)) - 0.5); !found || off > 0.35 || len(ys) <= 31 && rank != len(ys)/2 {
			t.Errorf("the median of %d values, %v, is number %d", len(ys), median, rank)
		}
		if e := extentOf(ys); e.lo != sorted[0] || e.hi != sorted[len(sorted)-1] {
			t.Errorf("%d values reach from %v to %v, not %v to %v", len(ys), e.lo, e.hi, sorted[0], sorted[len(sorted)-1])
		}
	}
}

// A noisy series over many steps lets another one, below it, be seen, and keeps
// a line at full strength.
func TestDenseSeriesDoNotBuryOthers(t *testing.T) {
	p := DarkPalette()
	r := rand.New(rand.NewPCG(11, 12))
	const steps = 50_000
	calm, noisy := make([]float64, steps+1), make([]float64, steps+1)
	for i := range noisy {
		calm[i], noisy[i] = 0.8, r.Float64()
	}
	c := Chart{Steps: steps, Style: chartStyle(t, p, 1),
		Series: []Series{{Y: calm, Color: p.Racer(0)}, {Y: noisy, Color: p.Racer(1)}}}
	var painter ChartPainter
	pic := image.NewRGBA(image.Rect(0, 0, 400, 190))
	painter.Draw(pic, c, -1, -1)
	area := painter.PlotArea()
	near := func(x, y int) (least float64) {
		return math.Abs(toOKLab(pic.RGBAAt(x, y)).distance(toOKLab(p.Racer(0))))
	}
	full, clear := 0, 0
	for x := area.Min.X + 5; x < area.Max.X-5; x++ {
		best, strong := math.Inf(1), false
		for y := area.Min.Y; y < area.Max.Y; y++ {
			best = min(best, near(x, y))
			strong = strong || pic.RGBAAt(x, y) == p.Racer(1)
		}
		if best < 0.15 {
			clear++
		}
		if strong {
			full++
		}
	}
	width := area.Dx() - 10
	if clear < width*9/10 {
		t.Errorf("the calm series is seen in %d of %d columns", clear, width)
	}
	if full < width/2 {
		t.Errorf("the noisy series has its full colour in %d of %d columns", full, width)
	}
}

// A series with room for all of its points is the plain line that it always was.
func TestSparseSeriesHaveNoBand(t *testing.T) {
	for _, test := range []struct {
		points, columns int
		want            bool
	}{{141, 340, false}, {1360, 340, false}, {1361, 340, true}, {500, 1, false}, {100_001, 340, true}} {
		if got := dense(test.points, test.columns); got != test.want {
			t.Errorf("%d points on %d columns are dense: %t", test.points, test.columns, got)
		}
	}
}
