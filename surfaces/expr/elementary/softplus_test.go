package elementary

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestLog1p compares with the library's at random places, at the borders of the table's cells, and near 0.
func TestLog1p(t *testing.T) {
	check := func(e float64) {
		want := math.Log1p(e)
		if got := log1pOfUnit(e); !(math.Abs(got-want) <= 4e-16*want) {
			t.Errorf("log1p(%v) is %v, want %v", e, got, want)
		}
	}
	rng := rand.New(rand.NewPCG(17, 18))
	for range 200_000 {
		check(rng.Float64())
		check(math.Exp(-40 * rng.Float64()))
	}
	for k := range 33 {
		v := float64(k) / 32
		check(v)
		check(math.Nextafter(v, 0))
		check(min(math.Nextafter(v, 1), 1))
	}
	check(math.SmallestNonzeroFloat64)
	if !math.IsNaN(log1pOfUnit(math.NaN())) {
		t.Error("NaN is lost")
	}
}
