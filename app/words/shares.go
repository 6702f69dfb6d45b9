package words

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"descentlab/internal/say"
)

// Shares writes the parts of a whole such that what is written adds up to 100 %: each is rounded down, and what is lacking goes
// to those that lose the most by that (the method of largest remainders). All have a digit after the point if one of them is
// below 10 %. Of the parts, which are counts, none is negative.
func Shares(parts []float64) []string {
	whole := 0.0
	fine := false
	for _, p := range parts {
		whole += p
	}
	for _, p := range parts {
		fine = fine || p > 0 && p < 0.0995*whole
	}
	units, write := 100, func(n int) string { return fmt.Sprintf("%d %%", n) }
	if fine {
		units, write = 1000, func(n int) string { return say.Decimal(fmt.Sprintf("%d.%d %%", n/10, n%10)) }
	}
	count, left := make([]int, len(parts)), units
	order := make([]int, len(parts))
	rest := make([]float64, len(parts))
	for i, p := range parts {
		exact := 0.0
		if whole > 0 {
			exact = p / whole * float64(units)
		}
		count[i] = int(math.Floor(exact * (1 + 1e-12)))
		order[i], rest[i] = i, math.Round(1e9*(exact-float64(count[i]))) // what rounding parts is equal
		left -= count[i]
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rest[j], rest[i]) })
	for k := 0; k < left && whole > 0; k++ {
		count[order[k%len(order)]]++
	}
	said := make([]string, len(parts))
	for i, p := range parts {
		switch {
		case p > 0 && count[i] == 0:
			said[i] = say.Decimal("< 0.1 %")
		case p < whole && count[i] == units:
			said[i] = say.Decimal("> 99.9 %")
		case p == 0:
			said[i] = "0 %"
		case p == whole:
			said[i] = "100 %"
		default:
			said[i] = write(count[i])
		}
	}
	return said
}
