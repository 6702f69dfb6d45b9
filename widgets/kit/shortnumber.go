package kit

import (
	"math"
	"strconv"
	"strings"

	"descentlab/internal/geom"
	"descentlab/internal/say"
)

// ShortNumber returns a number with as many digits as fit: it loses digits of its mantissa, rounded, never its exponent or
// a digit before the point. ok is false for what is no finite number or does not fit even with one digit.
func ShortNumber(text string, fits func(string) bool) (short string, ok bool) {
	v, ok := Number(text)
	if !ok || !geom.Finite(v) {
		return "", false
	}
	if fits(text) {
		return text, true
	}
	format := func(form byte, digits int) bool {
		short = strconv.FormatFloat(v, form, digits, 64)
		if strings.Contains(text, "−") {
			short = strings.Replace(short, "-", "−", 1) // that of the number, not that of the exponent
		}
		short = say.Decimal(short)
		return fits(short)
	}
	mantissa, _, scientific := strings.Cut(strings.ToLower(say.Plain(text)), "e")
	_, decimals, _ := strings.Cut(mantissa, ".")
	if !scientific {
		for n := len(decimals) - 1; n >= 0 && (v == 0 || math.Abs(v) >= math.Pow10(-n)); n-- {
			if format('f', n) {
				return short, true
			}
		}
		decimals = strings.TrimLeft(strings.ReplaceAll(mantissa, ".", ""), "+-−0")
	}
	for n := len(decimals) - 1; n >= 0; n-- {
		if format('e', n) {
			return short, true
		}
	}
	return "", false
}

// Number reads a number, also one with a true minus sign.
func Number(text string) (v float64, ok bool) {
	v, err := strconv.ParseFloat(geom.Hyphen(text), 64)
	return v, err == nil
}
