package page

import (
	"math"
	"strconv"
	"strings"

	"descentlab/app/words"
)

// A store collects columns of whole numbers, which the page reads in the same order.
type store struct{ bytes []byte }

// column adds whole numbers: each as its difference from the one before, signs last, so that small ones are small; and of all of
// them first the lowest bytes, then the next ones. So what changes little takes little room once it is deflated.
func (s *store) column(list []int32) {
	n := len(list)
	at := len(s.bytes)
	s.bytes = append(s.bytes, make([]byte, 4*n)...)
	before := int32(0)
	for i, v := range list {
		d := v - before
		before = v
		z := uint32(d)<<1 ^ uint32(d>>31)
		for plane := range 4 {
			s.bytes[at+plane*n+i] = byte(z >> (8 * plane))
		}
	}
}

// Exponents of what is no number.
const (
	notFinite = 1000
	nan       = 0 // with these digits
	infinite  = 1
)

// numbers adds numbers with the digits that words.Short gives them, as digits and exponents: the page has their texts, not
// roundings of roundings.
func (s *store) numbers(list []float64) {
	digits, exponents := make([]int32, len(list)), make([]int32, len(list))
	for i, v := range list {
		digits[i], exponents[i] = decimal(v)
	}
	s.column(digits)
	s.column(exponents)
}

// decimal are the digits of a number in four significant ones and the power of ten by which they are multiplied.
func decimal(v float64) (digits, exponent int32) {
	switch {
	case math.IsNaN(v):
		return nan, notFinite
	case math.IsInf(v, 0):
		return int32(math.Copysign(infinite, v)), notFinite
	}
	text, power, _ := strings.Cut(words.Plain(words.Short(v)), "e")
	if power != "" {
		e, _ := strconv.Atoi(power)
		exponent = int32(e)
	}
	whole, part, _ := strings.Cut(text, ".")
	m, _ := strconv.Atoi(whole + part)
	return int32(m), exponent - int32(len(part))
}

// A frame is a part of the plane in which places are whole numbers: four times as wide and high as what the map shows, about its
// middle, so that there are 16,384 of them across the map.
type frame struct{ X0, DX, Y0, DY float64 }

const (
	frameSize = 4       // maps
	frameUnit = 1 << 16 // places along a side
	farAway   = -1      // stands for what lies outside of the frame
)

// place is a place in the frame; ok tells whether it is one.
func (f frame) place(x, y float64) (i, j int32, ok bool) {
	u, v := math.Round((x-f.X0)/f.DX), math.Round((y-f.Y0)/f.DY)
	if !(u >= 0 && u < frameUnit && v >= 0 && v < frameUnit) {
		return farAway, farAway, false
	}
	return int32(u), int32(v), true
}

// A coordinate is one that is not in the frame: to seven digits, or null if it is no number.
type coordinate float64

// MarshalJSON writes it.
func (c coordinate) MarshalJSON() ([]byte, error) {
	v := float64(c)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, v, 'g', 7, 64), nil
}
