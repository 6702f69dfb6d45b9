package say

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
)

// comma tells whether people read 1,5 for one and a half.
var comma atomic.Bool

// DecimalComma chooses how people read a number that is no whole one: 1,5 or 1.5, which is usual. Files, formulas and what other
// programs read have a point always.
func DecimalComma(on bool) { comma.Store(on) }

// Decimal is a written number with the decimal sign that people read.
func Decimal(number string) string {
	if !comma.Load() {
		return number
	}
	return strings.ReplaceAll(number, ".", ",")
}

// Between is what parts two numbers: where they have commas themselves, a semicolon.
func Between() string {
	if comma.Load() {
		return "; "
	}
	return ", "
}

var (
	point = regexp.MustCompile(`(\d)\.(\d)`)
	pair  = regexp.MustCompile(`\(([-−]?\d[\d.]*(?:e[-−+]?\d+)?), ([-−]?\d[\d.]*(?:e[-−+]?\d+)?)\)`) // the two numbers of a place
)

// Prose is a text in which numbers stand as in files, with a point, as people read it.
func Prose(text string) string {
	if !comma.Load() {
		return text
	}
	return point.ReplaceAllString(pair.ReplaceAllString(text, "($1; $2)"), "$1,$2")
}

// within is a comma within a number: after one that parts two of them stands a blank.
var within = regexp.MustCompile(`(\d),(\d)`)

// Plain is a text with numbers as other programs read them: the other way round than Decimal.
func Plain(text string) string {
	if !comma.Load() {
		return text
	}
	return within.ReplaceAllString(text, "$1.$2")
}

// A decimal is a number among the arguments of a text, written as people read it.
type decimal struct{ number any }

// Format writes it as package fmt would, with the comma.
func (d decimal) Format(f fmt.State, verb rune) {
	_, _ = io.WriteString(f, Decimal(fmt.Sprintf(fmt.FormatString(f, verb), d.number))) // into memory
}

// decimals are the arguments of a text.
func decimals(args []any) []any {
	if !comma.Load() {
		return args
	}
	args = slices.Clone(args)
	for i, arg := range args {
		switch arg.(type) {
		case float64, float32:
			args[i] = decimal{arg}
		}
	}
	return args
}
