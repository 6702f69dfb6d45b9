package words

import (
	"math"
	"testing"
)

func TestShortNumbers(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1.000", -3.0498: "−3.050", 0.012345: "0.01235", 9999.6: "10000", 123456: "1.23e+05", 1.2e-5: "1.20e-05",
		math.Inf(1): "∞", math.Inf(-1): "−∞", 99999: "99999",
	} {
		if got := Short(v); got != want {
			t.Errorf("short(%v) = %q, want %q", v, got, want)
		}
	}
	if Short(math.NaN()) != "NaN" {
		t.Error("NaN is not said")
	}
}
