package words

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"descentlab/internal/geom"
	"descentlab/internal/say"
)

// Short prints a number for people: four significant digits, an exponent where that is shorter.
func Short(v float64) string { return ShortTo(v, 4) }

// ShortTo writes fewer digits, where there is less room.
func ShortTo(v float64, digits int) string { return geom.Minus(shortTo(v, digits)) }

func shortTo(v float64, digits int) string {
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 1):
		return "∞"
	case math.IsInf(v, -1):
		return "-∞"
	case v == 0:
		return "0"
	}
	if a := math.Abs(v); a < 1e-3 || a >= 1e5 {
		return strconv.FormatFloat(v, 'e', max(digits-2, 0), 64)
	}
	decimals := digits - 1 - int(math.Floor(math.Log10(math.Abs(v))))
	return strconv.FormatFloat(v, 'f', max(decimals, 0), 64)
}

// Digits prints a number for people with so many significant digits, without zeros at its end, and never as -0.
func Digits(v float64, digits int) string {
	return geom.Minus(fmt.Sprintf("%.*g", digits, geom.Unsigned(v)))
}

// Setting is a number that somebody sets, as the slider shows it.
func Setting(v float64) string { return geom.Setting(v) }

// Plain is what other programs read of a number, or of a text, that these functions have made: 17 digits read back exactly.
func Plain(text string) string { return geom.Hyphen(text) }

// Percent is a part of a whole, with a digit after the point below 10 %.
func Percent(part float64) string {
	switch v := 100 * part; {
	case v > 0 && v < 0.05:
		return say.Decimal("< 0.1 %")
	case v > 0 && v < 9.95:
		return say.Decimal(fmt.Sprintf("%.1f %%", v))
	}
	return geom.Minus(fmt.Sprintf("%.0f %%", geom.Unsigned(100*part)))
}

// Count prints a number of evaluations, or a dash where there is none.
func Count(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return geom.Minus(fmt.Sprintf("%.0f", geom.Unsigned(v)))
}

// Arrival prints a number of steps, or a dash where there is none.
func Arrival(step int) string {
	if step < 0 {
		return "–"
	}
	return strconv.Itoa(step)
}

// Duration is a time to wait, as exactly as one cares to know it.
func Duration(d time.Duration) string {
	switch seconds := d.Seconds(); {
	case seconds < 1:
		return T("less than 1 s")
	case seconds < 90:
		return T("about %.0f s", seconds)
	case seconds < 90*60:
		return T("about %.0f min", seconds/60)
	default:
		return T("about %.0f h", seconds/3600)
	}
}

// Large is a count in at most five characters; the hint has all digits.
func Large(n int) string {
	switch {
	case n < 100_000:
		return strconv.Itoa(n)
	case n < 1_000_000:
		return strconv.Itoa(n/1000) + "k"
	}
	return say.Decimal(strconv.FormatFloat(float64(n)/1e6, 'g', 3, 64)) + "M"
}

// Runs counts runs: "1 run", "12 runs".
func Runs(n int) string { return N(n, "%d run", "%d runs", n) }

// Steps counts steps: "1 step", "12 steps".
func Steps(n int) string { return N(n, "%d step", "%d steps", n) }

// Brief is a power of ten in three digits at most.
func Brief(exponent float64) string {
	return say.Decimal(strconv.FormatFloat(math.Pow(10, exponent), 'g', 3, 64))
}
