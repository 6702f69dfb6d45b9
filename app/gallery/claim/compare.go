package claim

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/words"
)

// A comparison is two products or more, with a relation between each two.
type comparison struct {
	terms     []product
	relations []string
	percent   float64 // within which = holds; NaN if it is not said
}

// A product is what is compared: numbers and what was measured, multiplied and divided.
type product struct {
	factors []factor
	text    string
}

// A factor is a number, or what is measured.
type factor struct {
	divides bool
	number  float64
	measure measure
	text    string
}

// constant tells whether nothing of it is measured.
func (p product) constant() bool {
	return !slices.ContainsFunc(p.factors, func(f factor) bool { return f.measure.what != "" })
}

// equates tells whether something is said to be equal.
func (c comparison) equates() bool { return slices.Contains(c.relations, "=") }

func (c comparison) places() bool {
	for _, p := range c.terms {
		for _, f := range p.factors {
			switch f.measure.what {
			case "steps", "height", "limit":
				return true
			}
			if f.measure.place != nil && f.measure.place.name != "" {
				return true
			}
		}
	}
	return false
}

func (c comparison) check(t *trial) (ok bool, found string) {
	values := make([]float64, len(c.terms))
	var says []string
	for i, p := range c.terms {
		v, parts, why := p.value(t)
		if why != "" {
			return false, why
		}
		if values[i] = v; !p.constant() {
			says = append(says, words.T("%s is %s%s", p.said(t.names), figure(v), parts))
		}
	}
	ok = true
	for i, relation := range c.relations {
		ok = ok && c.holds(values[i], relation, values[i+1], c.terms[i], c.terms[i+1])
	}
	return ok, strings.Join(says, "; ")
}

// holds tells whether a relation does.
func (c comparison) holds(a float64, relation string, b float64, left, right product) bool {
	switch relation {
	case "<":
		return a < b
	case ">":
		return a > b
	case "<=":
		return a <= b
	case ">=":
		return a >= b
	}
	if !math.IsNaN(c.percent) {
		return math.Abs(a-b) <= c.percent/100*math.Abs(b)
	}
	return a == b || math.Abs(a-b) <= max(left.exactness(), right.exactness())*(1+1e-9)
}

// exactness is half of the last digit of a product that is one written number; else 0.
func (p product) exactness() float64 {
	if len(p.factors) != 1 || p.factors[0].measure.what != "" {
		return 0
	}
	mantissa, exponent, _ := strings.Cut(strings.ToLower(p.factors[0].text), "e")
	power, _ := strconv.Atoi(exponent)
	if _, decimals, ok := strings.Cut(mantissa, "."); ok {
		power -= len(decimals)
	}
	return 0.5 * math.Pow(10, float64(power))
}

// value is a product's, and what its parts are if there are several; or why there is none.
func (p product) value(t *trial) (v float64, parts, why string) {
	v = 1
	var measured []string
	for _, f := range p.factors {
		factor := f.number
		if f.measure.what != "" {
			if factor, why = f.measure.value(t); why != "" {
				return 0, "", why
			}
			measured = append(measured, figure(factor))
		}
		if f.divides {
			v /= factor
		} else {
			v *= factor
		}
	}
	if len(p.factors) > 1 {
		parts = " (" + strings.Join(measured, ", ") + ")"
	}
	return v, parts, ""
}

// figure is a number as it is told: a whole one with all its digits.
func figure(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e9 {
		return words.Digits(v, 10)
	}
	return words.Digits(v, 5)
}
