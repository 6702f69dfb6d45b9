package geom

import (
	"math"
	"strconv"
)

// Finite tells whether v is neither NaN nor infinite. It inlines, so that inner loops may ask.
func Finite(v float64) bool { return v-v == 0 }

// Unsigned is v with the sign taken off a zero: people read "-0" as a mistake.
func Unsigned(v float64) float64 {
	if v == 0 {
		return 0
	}
	return v
}

// Clamp is the number in [lo, hi] that is nearest to v; NaN stays NaN.
func Clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, v)) }

// Digits is v rounded to n >= 1 significant digits: exactly as printing it with so many rounds it. What is not finite stays as
// it is, and so does a number that would become infinite.
func Digits(v float64, n int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', n, 64), 64)
	if err != nil {
		return v
	}
	return r
}
