package cli

import (
	"descentlab/app/words"
	"descentlab/surfaces"
)

// short is words.Short in a table, which other programs may read: with a hyphen for minus.
func short(v float64) string { return words.Plain(words.Short(v)) }

// digits is words.Digits, the same.
func digits(v float64, n int) string { return words.Plain(words.Digits(v, n)) }

// place is words.At, the same.
func place(p surfaces.Point) string { return words.Plain(words.At(p)) }
