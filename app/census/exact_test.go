package census

import (
	"math"
	"testing"
)

// TestExactShares: the shares of minima agree with those that were published, and fall as they should.
func TestExactShares(t *testing.T) {
	for n, want := range map[int]float64{
		1: 0.5,
		2: (2 - math.Sqrt2) / 4,
		3: (math.Pi - 2*math.Sqrt2) / (4 * math.Pi),
	} {
		if got := Exact(n)[0]; math.Abs(got-want) > 1e-15 {
			t.Errorf("n = %d: %v, want %v", n, got, want)
		}
	}
	// The second difference of -n*n*ln(3)/4.
	log := func(n int) float64 { return math.Log(Exact(n)[0]) }
	if got, want := log(MaxDim)-2*log(MaxDim-1)+log(MaxDim-2), -math.Log(3)/2; math.Abs(got-want) > 1e-3 {
		t.Errorf("the share falls by %v, want %v", got, want)
	}
}

// TestExactIndex: a distribution, the same up and down, with half of the directions downhill on the average.
func TestExactIndex(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 7, 12, MaxDim} {
		list := Exact(n)
		sum, mean := 0.0, 0.0
		for k, p := range list {
			if p <= 0 || math.Abs(p/list[n-k]-1) > 1e-12 {
				t.Errorf("n = %d: %d have %v, %d have %v", n, k, p, n-k, list[n-k])
			}
			sum, mean = sum+p, mean+float64(k)*p
		}
		if math.Abs(sum-1) > 1e-12 || math.Abs(mean-float64(n)/2) > 1e-10 {
			t.Errorf("n = %d: sum %v, mean %v", n, sum, mean)
		}
	}
	// Two dimensions: what is neither a minimum nor a maximum is a saddle.
	if got := Exact(2)[1]; math.Abs(got-1/math.Sqrt2) > 1e-15 {
		t.Errorf("saddles in the plane: %v", got)
	}
}

func BenchmarkExact(b *testing.B) {
	for b.Loop() {
		clear(known.of)
		Exact(UsualDim)
	}
}
