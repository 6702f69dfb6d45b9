// Package interval computes with intervals of real numbers: the result of every operation contains the result for all
// numbers of its operands, rounding included. Bounds are moved outward by an ulp or more after each operation, by a few
// for functions of the standard library, whose last digits are not to be relied upon (Moore, Kearfott and Cloud,
// Introduction to Interval Analysis, SIAM 2009).
package interval

import "math"

// An Interval is the set of the real numbers from Lo to Hi; infinite bounds mean that there is no bound. Neither is NaN.
type Interval struct{ Lo, Hi float64 }

// Entire is the whole line.
var Entire = Interval{math.Inf(-1), math.Inf(1)}

// A Doubt says what may be amiss somewhere in the box that a function was enclosed over. Where nothing is in doubt the
// function has continuous second derivatives.
type Doubt uint8

// The doubts.
const (
	Kink  Doubt = 1 << iota // the gradient may jump; its enclosure holds those of both sides and all between
	Jump                    // the value may jump
	Edge                    // the value or a derivative may not be finite, or not exist; enclosures are of where they do
	Rough                   // there is no finite gradient anywhere in the box
	Void                    // there is no value anywhere in the box, not even an infinite one
)

const (
	unit = 0x1p-52   // an ulp of 1
	tiny = 0x1p-1022 // the least normal number
)

// Point is the interval of one number.
func Point(v float64) Interval { return Interval{v, v} }

// ordered makes an interval of bounds that may have become NaN where infinities met.
func ordered(lo, hi float64) Interval {
	if lo != lo {
		lo = math.Inf(-1)
	}
	if hi != hi {
		hi = math.Inf(1)
	}
	return Interval{lo, hi}
}

// sum makes an interval of two rounded sums. A sum of 0 is exact, and so are those below the normal numbers.
func sum(lo, hi float64) Interval {
	return ordered(lo-math.Abs(lo)*unit, hi+math.Abs(hi)*unit)
}

// product makes an interval of two rounded products.
func product(lo, hi float64) Interval {
	return ordered(lo-(math.Abs(lo)*unit+tiny), hi+(math.Abs(hi)*unit+tiny))
}

// about makes an interval of two values, each in error by so much of itself and so much in all at most.
func about(lo, hi, relative, absolute float64) Interval {
	return ordered(lo-(math.Abs(lo)*relative+absolute), hi+(math.Abs(hi)*relative+absolute))
}

// Width is how long the interval is, rounded.
func (a Interval) Width() float64 { return a.Hi - a.Lo }

// Mid is a number about the middle, finite for every interval.
func (a Interval) Mid() float64 {
	switch {
	case a.Lo == math.Inf(-1) && a.Hi == math.Inf(1):
		return 0
	case a.Lo == math.Inf(-1):
		return -math.MaxFloat64
	case a.Hi == math.Inf(1):
		return math.MaxFloat64
	}
	return a.Lo/2 + a.Hi/2
}

// Size is the greatest modulus of its numbers.
func (a Interval) Size() float64 { return max(math.Abs(a.Lo), math.Abs(a.Hi)) }

// Has reports whether v is in the interval.
func (a Interval) Has(v float64) bool { return a.Lo <= v && v <= a.Hi }

// Covers reports whether all of b is in a.
func (a Interval) Covers(b Interval) bool { return a.Lo <= b.Lo && b.Hi <= a.Hi }

// Bounded reports whether both bounds are finite.
func (a Interval) Bounded() bool { return a.Lo > math.Inf(-1) && a.Hi < math.Inf(1) }

// Hull is the least interval that covers both.
func (a Interval) Hull(b Interval) Interval { return Interval{min(a.Lo, b.Lo), max(a.Hi, b.Hi)} }

// Meet is what both have in common, if anything.
func (a Interval) Meet(b Interval) (Interval, bool) {
	m := Interval{max(a.Lo, b.Lo), min(a.Hi, b.Hi)}
	return m, m.Lo <= m.Hi
}

// clip is Meet where a is known to have numbers in b: rounding outward may have left them out of neither.
func (a Interval) clip(b Interval) Interval {
	return Interval{min(max(a.Lo, b.Lo), b.Hi), max(min(a.Hi, b.Hi), b.Lo)}
}

// Neg is -a.
func (a Interval) Neg() Interval { return Interval{-a.Hi, -a.Lo} }

// Add is a+b.
func (a Interval) Add(b Interval) Interval { return sum(a.Lo+b.Lo, a.Hi+b.Hi) }

// Sub is a-b.
func (a Interval) Sub(b Interval) Interval { return sum(a.Lo-b.Hi, a.Hi-b.Lo) }

// times is a product in which 0 times an infinite bound is 0: bounds stand for numbers without end, not for infinity.
func times(a, b float64) float64 {
	if p := a * b; p == p {
		return p
	}
	return 0
}

// Mul is a*b.
func (a Interval) Mul(b Interval) Interval {
	zero := Interval{}
	if a == zero || b == zero {
		return zero
	}
	p, q, r, s := times(a.Lo, b.Lo), times(a.Lo, b.Hi), times(a.Hi, b.Lo), times(a.Hi, b.Hi)
	m := product(min(p, q, r, s), max(p, q, r, s))
	switch {
	case a.Lo >= 0 && b.Lo >= 0 || a.Hi <= 0 && b.Hi <= 0:
		m.Lo = max(m.Lo, 0)
	case a.Lo >= 0 && b.Hi <= 0 || a.Hi <= 0 && b.Lo >= 0:
		m.Hi = min(m.Hi, 0)
	}
	return m
}

// Scale is k*a.
func (a Interval) Scale(k float64) Interval { return a.Mul(Point(k)) }

// Square is a*a of the same number.
func (a Interval) Square() Interval {
	lo, hi := math.Abs(a.Lo), math.Abs(a.Hi)
	if lo > hi {
		lo, hi = hi, lo
	}
	if a.Lo <= 0 && 0 <= a.Hi {
		lo = 0
	}
	if hi == 0 {
		return Interval{}
	}
	m := product(lo*lo, hi*hi)
	m.Lo = max(m.Lo, 0)
	return m
}

// Abs is |a|.
func (a Interval) Abs() Interval {
	switch {
	case a.Lo >= 0:
		return a
	case a.Hi <= 0:
		return a.Neg()
	}
	return Interval{0, a.Size()}
}

// Inverse is 1/a of the numbers of a that are not 0, with Edge if 0 is among them.
func (a Interval) Inverse() (Interval, Doubt) {
	switch {
	case a.Lo > 0:
		m := product(1/a.Hi, 1/a.Lo)
		return Interval{max(m.Lo, 0), m.Hi}, 0
	case a.Hi < 0:
		m := product(1/a.Hi, 1/a.Lo)
		return Interval{m.Lo, min(m.Hi, 0)}, 0
	case a.Lo == 0 && a.Hi == 0:
		return Entire, Edge
	case a.Lo == 0:
		return Interval{max(product(1/a.Hi, 0).Lo, 0), math.Inf(1)}, Edge
	case a.Hi == 0:
		return Interval{math.Inf(-1), min(product(0, 1/a.Lo).Hi, 0)}, Edge
	}
	return Entire, Edge
}

// Div is a/b, as Inverse.
func (a Interval) Div(b Interval) (Interval, Doubt) {
	inverse, doubt := b.Inverse()
	return a.Mul(inverse), doubt
}
