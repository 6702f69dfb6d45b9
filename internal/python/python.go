// Package python writes pieces of Python source: numbers, names, and terms with as few parentheses as Python needs.
package python

import (
	"math"
	"strconv"
	"strings"
)

// Float writes a number that Python reads as the very same float.
func Float(v float64) string {
	text := strconv.FormatFloat(v, 'g', -1, 64)
	switch {
	case math.IsInf(v, 0) || math.IsNaN(v):
		return `float("` + strings.ToLower(text) + `")`
	case !strings.ContainsAny(text, ".e"):
		return text + ".0"
	}
	return text
}

// Number writes a number as a person would: whole ones stay whole, and pi and e are named.
func Number(v float64) string {
	switch {
	case v == math.Pi:
		return "math.pi"
	case v == math.E:
		return "math.e"
	case v == math.Trunc(v) && math.Abs(v) < 1e15:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return Float(v)
}

// List writes a list of floats.
func List(vs []float64) string {
	items := make([]string, len(vs))
	for i, v := range vs {
		items[i] = Float(v)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// words are the names that a variable cannot have in Python, or that programs written here need themselves.
const words = " False None True and as assert async await break class continue def del elif else except finally for from " +
	"global if import in is lambda nonlocal not or pass raise return try while with yield torch math float "

// Name is the name of a variable, with a _ behind it if it is taken.
func Name(name string) string {
	if strings.Contains(words, " "+name+" ") {
		return name + "_"
	}
	return name
}

// A Bind says how tightly an operator binds.
type Bind int

// The operators of Python, from the loosest on; Atom is what needs no parentheses anywhere.
const (
	If Bind = iota
	Or
	And
	Not
	Compare
	Sum
	Product
	Sign
	Power
	Atom
)

// In writes a term, whose outermost operator binds so, as an operand of one that wants its operands to bind at least so tightly.
func (b Bind) In(least Bind, term string) string {
	if b < least {
		return "(" + term + ")"
	}
	return term
}
