package table

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// A sign is what a number says of the marks of its table: which one stands before decimals, and which one between thousands.
type sign int

const (
	plain        sign = iota // no mark
	decimalPoint             // 1.5
	decimalComma             // 1,5
	groupComma               // 1,234.5
	groupPoint               // 1.234,5
	unclearPoint             // 1.234
	unclearComma             // 1,234
	signs
)

// A reading is what a cell can mean.
type reading struct {
	value float64
	other float64 // of an unclear one: with the mark understood the other way
	sign  sign
}

// dashes are the signs that word processors and typographers put for those of a keyboard.
var dashes = strings.NewReplacer("−", "-", "–", "-", "﹣", "-", "－", "-", "＋", "+")

// thousands are the marks that can stand between groups of three digits and cannot stand before decimals.
const thousands = " '’\u00a0\u2009\u202f"

// read is what a cell means as a number; false if it is none. One that is too large is infinite.
func read(cell string) (reading, bool) {
	if cell == "" {
		return reading{}, false
	}
	points, commas, odd := 0, 0, false
	for i := range len(cell) {
		switch c := cell[i]; {
		case c == '.':
			points++
		case c == ',':
			commas++
		case c >= '0' && c <= '9', c == '-', c == '+', c == 'e', c == 'E':
		default:
			odd = true
		}
	}
	if odd {
		return readOdd(cell)
	}
	switch {
	case commas == 0 && points < 2:
		return readOne(cell, ".", unclearPoint, decimalPoint)
	case points == 0 && commas == 1:
		return readOne(cell, ",", unclearComma, decimalComma)
	case grouped(cell, ",", "."):
		return certain(strings.ReplaceAll(cell, ",", ""), groupComma)
	case grouped(cell, ".", ","):
		return certain(strings.Replace(strings.ReplaceAll(cell, ".", ""), ",", ".", 1), groupPoint)
	}
	return reading{}, false
}

// readOne reads a number with one mark at most.
func readOne(cell, mark string, unclear, decimal sign) (reading, bool) {
	whole, decimals, marked := strings.Cut(cell, mark)
	if !marked {
		return certain(cell, plain)
	}
	with, ok := certain(whole+"."+decimals, decimal)
	if !ok || !grouped(cell, mark, "") {
		return with, ok
	}
	without, ok := certain(whole+decimals, unclear)
	if mark == "." {
		return reading{with.value, without.value, unclear}, ok
	}
	return reading{without.value, with.value, unclear}, ok
}

// certain is the reading of a number in Go's own notation.
func certain(text string, s sign) (reading, bool) {
	v, err := strconv.ParseFloat(text, 64)
	return reading{v, v, s}, err == nil || math.IsInf(v, 0)
}

// grouped tells whether a number has a mark between groups of three digits, as in 1,234 or -12,345,678, and possibly decimals
// after another mark. 0,123 has none: no group begins with a zero.
func grouped(cell, between, before string) bool {
	cell = strings.TrimLeft(cell, "+-")
	if before != "" {
		whole, decimals, _ := strings.Cut(cell, before)
		if strings.Trim(decimals, "0123456789") != "" {
			return false
		}
		cell = whole
	}
	groups := strings.Split(cell, between)
	if n := len(groups[0]); n < 1 || n > 3 || groups[0][0] == '0' || len(groups) < 2 {
		return false
	}
	for i, g := range groups {
		if strings.Trim(g, "0123456789") != "" || i > 0 && len(g) != 3 {
			return false
		}
	}
	return true
}

// fortran is a number with the exponent of Fortran's double precision.
var fortran = regexp.MustCompile(`^([+-]?[0-9.]+)[dD]([+-]?[0-9]+)$`)

// narrow writes characters as wide as two letters as those of a keyboard, and leaves out those that are not seen.
func narrow(c rune) rune {
	switch {
	case c >= '！' && c <= '～':
		return c - '！' + '!'
	case unicode.Is(unicode.Cf, c):
		return -1
	}
	return c
}

// readOdd reads a number with characters that Go's own notation does not have.
func readOdd(cell string) (reading, bool) {
	if ascii := strings.Map(narrow, dashes.Replace(cell)); ascii != cell {
		return read(ascii)
	}
	if m := fortran.FindStringSubmatch(cell); m != nil {
		return read(m[1] + "e" + m[2])
	}
	for _, mark := range thousands {
		between := string(mark)
		if !strings.Contains(cell, between) {
			continue
		}
		joined := strings.ReplaceAll(cell, between, "")
		switch {
		case grouped(cell, between, ""):
			return certain(joined, plain)
		case grouped(cell, between, "."):
			return certain(joined, decimalPoint)
		case grouped(cell, between, ","):
			return certain(strings.Replace(joined, ",", ".", 1), decimalComma)
		}
	}
	return reading{}, false
}
