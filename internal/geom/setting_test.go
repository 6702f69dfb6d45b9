package geom

import (
	"math"
	"testing"
)

// TestSettings: what is set is told shortly, with its minus sign, and never as another number than it is in the digits shown.
func TestSettings(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", 0.9: "0.9", 0.00046: "0.00046", 0.0005: "0.0005", 0.00123: "0.00123", 0.012345: "0.01235",
		0.000123: "1.23e-4", 0.00001234: "1.23e-5", 1e-8: "1e-8", 12345.6: "12346", 1.5e20: "1.5e20", 6.6: "6.6", -0.00046: "−4.6e-4",
		-3.0498: "−3.05", 0.99995: "0.99995", 0.999951: "0.999951", 0.9951: "0.9951", -1.234e-100: "−1e-100", 1: "1",
	} {
		if got := Setting(v); got != want {
			t.Errorf("%v is set as %q, want %q", v, got, want)
		}
	}
}
