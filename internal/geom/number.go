package geom

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"descentlab/internal/say"
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

// Minus is a written number as people read it: with a minus sign, which is as wide as a plus, and not with the hyphen that
// programs write. The exponent in 2e-05 stays as it is typed.
func Minus(number string) string {
	if rest, negative := strings.CutPrefix(number, "-"); negative {
		number = "−" + rest
	}
	return say.Decimal(number)
}

// Hyphen is a text that a program reads: the other way round, for all numbers in it.
func Hyphen(text string) string { return say.Plain(strings.ReplaceAll(text, "−", "-")) }

// settingLength is how many characters a setting has at most, if one digit of it fits into them.
const settingLength = 7

// Setting is a number that somebody sets, as it stands in its field and in sentences about it: in four significant digits, or
// in fewer where it would be long, with an exponent where that keeps more of them, but with all that are before the
// point. Close below 1 it has as many digits as tell it from 1.
func Setting(v float64) string {
	if v > 0.99 && v < 1 {
		if rest := 1 - Digits(1-v, 2); rest < 1 {
			return say.Decimal(strconv.FormatFloat(Digits(rest, 15), 'g', -1, 64))
		}
	}
	if a := math.Abs(v); a >= 1e3 && a < 1e6 {
		return Minus(strconv.FormatFloat(v, 'f', 0, 64))
	}
	short := ""
	for digits := 4; digits > 0; digits-- {
		r := Unsigned(Digits(v, digits))
		short = shortExponent(strconv.FormatFloat(r, 'e', -1, 64))
		if plain := Minus(strconv.FormatFloat(r, 'f', -1, 64)); utf8.RuneCountInString(plain) <= settingLength {
			return plain
		}
		if utf8.RuneCountInString(short) <= settingLength {
			break
		}
	}
	return short
}

// shortExponent takes the plus and the zeros off an exponent: 4.6e-05 becomes 4.6e-5.
func shortExponent(number string) string {
	mantissa, exponent, scientific := strings.Cut(number, "e")
	n, err := strconv.Atoi(exponent)
	if !scientific || err != nil {
		return Minus(number)
	}
	return Minus(mantissa) + "e" + strconv.Itoa(n)
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
