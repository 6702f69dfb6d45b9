package lesson

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"descentlab/app/lesson/measure"
	"descentlab/app/words"
)

// numberLike is a number in a label.
var numberLike = regexp.MustCompile(`[-−]?\d+(\.\d+)?(e[-+−]?\d+)?`)

// Shown is a scrub or a pill with the present value in place of the one in the file, in as many digits.
func (r *Run) Shown(v measure.Value) string {
	at := numberLike.FindStringIndex(r.Text)
	switch {
	case r.Kind == Scrub && at != nil:
		return r.Text[:at[0]] + measure.Signed(words.Digits(v.Num, 6)) + r.Text[at[1]:]
	case at == nil || v.Text != "" || math.IsInf(v.Num, 0) || math.IsNaN(v.Num):
		return v.String() // without the unit: there is none of them
	case r.agrees(v):
		return r.Written()
	}
	return r.Text[:at[0]] + v.Digits(significant(r.Text[at[0]:at[1]])) + r.Text[at[1]:]
}

// Written is what the file says, its number as people read it.
func (r *Run) Written() string {
	at := numberLike.FindStringIndex(r.Text)
	if at == nil {
		return r.Text
	}
	return r.Text[:at[0]] + words.Decimal(r.Text[at[0]:at[1]]) + r.Text[at[1]:]
}

// agrees tells whether the file says the value, as exactly as it says it.
func (r *Run) agrees(v measure.Value) bool {
	at := numberLike.FindString(r.Text)
	if v.Text != "" || at == "" {
		return r.Text == v.String()
	}
	text := strings.ReplaceAll(at, "−", "-")
	said, err := strconv.ParseFloat(text, 64)
	mantissa, exponent, _ := strings.Cut(text, "e")
	power, _ := strconv.Atoi(exponent)
	if _, decimals, is := strings.Cut(mantissa, "."); is {
		power -= len(decimals)
	}
	return err == nil && math.Abs(said-v.Num) <= 0.5*math.Pow(10, float64(power))*(1+1e-9)
}

// significant is how many digits of a number count, at least two.
func significant(number string) int {
	mantissa, _, _ := strings.Cut(number, "e")
	digits := strings.TrimLeft(strings.NewReplacer(".", "", "-", "", "−", "").Replace(mantissa), "0")
	return max(len(digits), 2)
}
