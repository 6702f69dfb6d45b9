package census

import (
	"fmt"
	"math"
	"strconv"

	"descentlab/app/words"
)

// Sentence says what was found in one number of dimensions, and what was to be expected: "of 2,000 random critical points in 5
// dimensions 3 are minima: 0.15 %, expected 0.014 %".
func (r Row) Sentence() string {
	all, in := Grouped(r.Count()), words.N(r.Dim, "%d dimension", "%d dimensions", r.Dim)
	if r.Minima() == 0 {
		return words.T("of %s random critical points in %s none is a minimum: fewer than 1 in %s, expected %s",
			all, in, Grouped(int(1/AtMost(r.Count()))), Rarity(r.Expected()))
	}
	return words.N(r.Minima(), "of %s random critical points in %s %s is a minimum: %s, expected %s",
		"of %s random critical points in %s %s are minima: %s, expected %s",
		all, in, Grouped(r.Minima()), Rarity(r.Share()), Rarity(r.Expected()))
}

// Sentence says what the whole census shows; "" before there is anything.
func (c Census) Sentence() string {
	if len(c.Rows) == 0 {
		return ""
	}
	last := c.Rows[len(c.Rows)-1]
	if last.Dim == 1 {
		return words.T("in one dimension every other critical point is a minimum, as on a curve")
	}
	downhill := 0
	for k, n := range last.Index {
		downhill += k * n
	}
	return words.T("in %d dimensions %s of %s critical points are saddles, with %s downhill directions on the average: "+
		"not minima but saddles are in the way", last.Dim, Grouped(last.Saddles()), Grouped(last.Count()),
		words.ShortTo(float64(downhill)/float64(last.Count()), 2))
}

// Agreement says how many of the exact shares lie where the counts say that they are; "" before there is anything. Of twelve
// intervals of 95 % one misses its share nearly every other time.
func (c Census) Agreement() string {
	if len(c.Rows) == 0 {
		return ""
	}
	fit := 0
	for _, r := range c.Rows {
		if r.Fits() {
			fit++
		}
	}
	return words.N(len(c.Rows), "the exact share lies in %d of %d interval", "the exact shares lie in %d of %d intervals",
		fit, len(c.Rows))
}

// Rarity is a share: in per cent with two digits, or as 1 in so many where it is below a hundredth of one.
func Rarity(share float64) string {
	switch {
	case share == 0:
		return "0 %"
	case share >= 1e-4:
		return words.Decimal(strconv.FormatFloat(rounded(100*share), 'f', -1, 64)) + " %"
	case share > 1e-7:
		return words.T("1 in %s", Grouped(int(rounded(1/share))))
	}
	return words.T("1 in %s", words.ShortTo(1/share, 3))
}

// rounded is a number to two digits, or to whole ones if it has more.
func rounded(v float64) float64 {
	digits := 2
	if v >= 10 && v <= 100 {
		digits = 3
	}
	out, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	if err != nil {
		return math.NaN()
	}
	return out
}

// Grouped is a count with marks between the thousands: 2,000, or 2 000 with a narrow blank where a comma stands before decimals.
func Grouped(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	mark := ","
	if words.Decimal(".") == mark {
		mark = "\u202f"
	}
	return Grouped(n/1000) + mark + fmt.Sprintf("%03d", n%1000)
}
