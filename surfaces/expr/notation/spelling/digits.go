package spelling

import (
	"slices"
	"strings"
)

// IsDigits tells a text of digits alone, or none.
func IsDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// GroupOfThree tells 000, and 000.5.
func GroupOfThree(s string) bool {
	whole, fraction, _ := strings.Cut(s, ".")
	return len(whole) == 3 && IsDigits(whole) && IsDigits(fraction)
}

// Grouped is the number that groups of digits with commas between are, if the commas part thousands, and if one stands before the
// decimals; "" where that cannot be.
func Grouped(groups []string) (thousands, decimal string) {
	last := groups[len(groups)-1]
	whole, fraction, point := strings.Cut(last, ".")
	uneven := slices.ContainsFunc(groups[1:len(groups)-1], func(g string) bool { return len(g) != 3 })
	if len(whole) == 3 && len(groups[0]) <= 3 && groups[0][0] != '0' && !uneven && !strings.Contains(groups[0], ".") {
		thousands = strings.Join(groups[:len(groups)-1], "") + whole
		if point {
			thousands += "." + fraction
		}
	}
	left := strings.Split(groups[0], ".") // 1.000,5
	if len(groups) > 2 || point || slices.ContainsFunc(left[1:], func(g string) bool { return len(g) != 3 }) {
		return thousands, ""
	}
	return thousands, strings.Join(left, "") + "." + last
}
