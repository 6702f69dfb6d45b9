package geom

import (
	"math"
	"testing"
)

// same tells whether two numbers have the same bits, or are both NaN.
func same(a, b float64) bool {
	return math.Float64bits(a) == math.Float64bits(b) || math.IsNaN(a) && math.IsNaN(b)
}

var inf, nan = math.Inf(1), math.NaN()

func TestFinite(t *testing.T) {
	for v, want := range map[float64]bool{
		0: true, 1: true, math.MaxFloat64: true, -math.MaxFloat64: true, math.SmallestNonzeroFloat64: true,
		inf: false, -inf: false, nan: false,
	} {
		if got := Finite(v); got != want {
			t.Errorf("Finite(%v) = %t", v, got)
		}
	}
}

func TestUnsigned(t *testing.T) {
	for v, want := range map[float64]float64{math.Copysign(0, -1): 0, -1: -1, 5e-324: 5e-324, -inf: -inf} {
		if got := Unsigned(v); !same(got, want) {
			t.Errorf("Unsigned(%v) = %v", v, got)
		}
	}
}

func TestClamp(t *testing.T) {
	for _, c := range []struct{ v, lo, hi, want float64 }{
		{0.5, 0, 1, 0.5}, {-1, 0, 1, 0}, {2, 0, 1, 1}, {0, 0, 1, 0}, {1, 0, 1, 1},
		{inf, 0, 1, 1}, {-inf, 0, 1, 0}, {5, 0, inf, 5}, {nan, 0, 1, nan},
	} {
		if got := Clamp(c.v, c.lo, c.hi); !same(got, c.want) {
			t.Errorf("Clamp(%v, %v, %v) = %v, want %v", c.v, c.lo, c.hi, got, c.want)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		v    float64
		n    int
		want float64
	}{
		{0.123456, 3, 0.123}, {-98765, 2, -99000}, {999.6, 3, 1000}, {1.0 / 3, 12, 0.333333333333}, {7, 1, 7},
		{0.15, 1, 0.1},   // which is a little less than it is written
		{0.125, 2, 0.12}, // a true half: to the even digit
		{6.02214076e23, 4, 6.022e23}, {1.6e-310, 1, 2e-310},
		{0, 3, 0}, {math.Copysign(0, -1), 3, math.Copysign(0, -1)}, {inf, 3, inf}, {-inf, 3, -inf}, {nan, 3, nan},
		{math.MaxFloat64, 2, math.MaxFloat64}, // 1.8e308 is infinite
	} {
		if got := Digits(c.v, c.n); !same(got, c.want) {
			t.Errorf("Digits(%v, %d) = %v, want %v", c.v, c.n, got, c.want)
		}
	}
}
