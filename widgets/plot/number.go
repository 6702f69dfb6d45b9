package plot

import (
	"math"
	"strconv"
	"strings"

	"descentlab/internal/geom"
)

// Number writes a number for people, shortly: four significant digits, exponents as in
// 1.2e-05, "NaN", "+Inf" and "−Inf" for what they are.
func Number(f float64) string {
	s := digits4(f)
	if strings.Contains(s, "e") {
		return geom.Minus(strconv.FormatFloat(f, 'g', 4, 64)) // 1e+300, not 1.000e+300
	}
	return trimZeros(s)
}

// digits4 is Number with all four digits, also where they are zeros: numbers
// that stand below one another have equal precision then.
func digits4(f float64) string {
	if f == 0 {
		return "0" // also for -0
	}
	if a := math.Abs(f); a >= 1e-4 && a < 1e6 {
		digits := 3 - int(math.Floor(math.Log10(a)))
		return geom.Minus(strconv.FormatFloat(f, 'f', max(digits, 0), 64))
	}
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return geom.Minus(strconv.FormatFloat(f, 'g', -1, 64))
	}
	return geom.Minus(strconv.FormatFloat(f, 'e', 3, 64))
}

// tickNumber writes the multiple k*step of a round step with no more digits
// than the step has.
func tickNumber(f, step float64) string {
	if math.Abs(f) < step/2 {
		return "0"
	}
	decimals := -int(math.Floor(math.Log10(step) + 1e-9))
	if a := math.Max(math.Abs(f), step); a >= 1e6 || step < 1e-6 {
		digits := int(math.Floor(math.Log10(a))) + decimals
		return geom.Minus(strconv.FormatFloat(f, 'e', max(0, min(digits, 12)), 64))
	}
	return geom.Minus(strconv.FormatFloat(f, 'f', max(0, decimals), 64))
}

// trimZeros takes the zeros off the end of a decimal fraction.
func trimZeros(s string) string {
	if !strings.ContainsAny(s, ".,") {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".,")
}
