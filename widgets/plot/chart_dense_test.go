package plot

import (
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
