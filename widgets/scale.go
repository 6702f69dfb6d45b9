package widgets

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"descentlab/internal/geom"
	"descentlab/internal/say"
)

// A Scale says how a knob's values are spread over its track.
type Scale int

const (
	// Linear gives equal differences equal lengths.
	Linear Scale = iota
	// Log gives every decade the same length. If Min is 0 the left end of the track means 0, "off".
	Log
	// Nines gives 0, 0.9, 0.99, 0.999 equal distances: for decay rates.
	Nines
)

const (
	offZone    = 0.04 // share of a logarithmic track that means 0
	offDecades = 6    // decades below Max that such a track spans
	nearestOne = 1e-7 // a track of nines ends here at the latest
)

// logFloor is the smallest positive value on a logarithmic track, and start where it stands.
func (s KnobSpec) logFloor() (floor, start float64) {
	if s.Min > 0 {
		return s.Min, 0
	}
	return s.Max * math.Pow(10, -offDecades), offZone
}

// scale is Scale, or Linear where the range has no logarithm.
func (s KnobSpec) scale() Scale {
	switch {
	case s.Scale == Log && (s.Min < 0 || s.Max <= 0), s.Scale == Nines && s.Min >= 1:
		return Linear
	}
	return s.Scale
}

// position returns where a value stands on the track: 0 at Min, 1 at Max, values beyond at the ends.
func (s KnobSpec) position(v float64) float64 {
	p := 0.0
	switch s.scale() {
	case Log:
		floor, start := s.logFloor()
		if v >= floor {
			p = start + (1-start)*math.Log(v/floor)/math.Log(s.Max/floor)
		} else if v > 0 {
			p = start
		}
	case Nines:
		lo, hi := nines(s.Min), nines(s.Max)
		p = (nines(v) - lo) / (hi - lo)
	default:
		p = (v - s.Min) / (s.Max - s.Min)
	}
	if math.IsNaN(p) {
		return 0
	}
	return math.Min(math.Max(p, 0), 1)
}

// nines counts the nines behind the point: 0.99 has two.
func nines(v float64) float64 { return -math.Log10(math.Max(1-v, nearestOne)) }

// value returns what stands at a position, rounded to digits significant digits (of 1-v for nines), so that a dragged
// value is short. The ends are exactly Min and Max.
func (s KnobSpec) value(position float64, digits int) float64 {
	if position <= 0 && s.allowed(s.Min) {
		return s.Min
	}
	if position >= 1 && s.allowed(s.Max) {
		return s.Max
	}
	var v float64
	switch s.scale() {
	case Log:
		floor, start := s.logFloor()
		if position < start && s.allowed(0) {
			return 0
		}
		t := math.Max(position-start, 0) / (1 - start)
		v = round(floor*math.Pow(s.Max/floor, t), digits)
	case Nines:
		lo, hi := nines(s.Min), nines(s.Max)
		rest := math.Pow(10, -(lo + position*(hi-lo)))
		if rest < 0.1 {
			digits-- // behind the nines
		}
		v = 1 - round(rest, digits)
		v = round(v, 15)
	default:
		step := math.Pow(10, math.Floor(math.Log10(s.Max-s.Min))-float64(digits))
		if s.Integer {
			step = 1
		}
		v = round(math.Round((s.Min+position*(s.Max-s.Min))/step)*step, 15)
		if v <= s.Min && !s.allowed(s.Min) {
			v = round(s.Min+step, 15) // the end itself is out of bounds
		} else if v >= s.Max && !s.allowed(s.Max) {
			v = round(s.Max-step, 15)
		}
	}
	if s.Integer {
		v = math.Round(v)
	}
	return math.Min(math.Max(v, s.Min), s.Max)
}

// dragDigits is how many significant digits a dragged value has.
const dragDigits = 3

// step returns the value a share d of the track away from v, always another one unless v rests at or beyond that end.
func (s KnobSpec) step(v, d float64) float64 {
	if d > 0 && v >= s.Max || d < 0 && v <= s.Min {
		return v
	}
	position := s.position(v) + d
	if _, start := s.logFloor(); s.scale() == Log && d > 0 {
		position = math.Max(position, start) // out of the zone of 0 in one step
	}
	for digits := dragDigits; digits < 9; digits++ {
		if next := s.value(position, digits); (next-v)*d > 0 {
			return next
		}
	}
	if s.Integer {
		return math.Min(math.Max(v+math.Copysign(1, d), s.Min), s.Max)
	}
	return v
}

// round returns v with that many significant digits.
func round(v float64, digits int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', digits-1, 64), 64)
	if err != nil {
		return v
	}
	return r
}

// allowed tells whether a value lies in the knob's domain.
func (s KnobSpec) allowed(v float64) bool { return s.check(v) == nil }

// check says what is wrong with a value, in one line, or nothing.
func (s KnobSpec) check(v float64) error {
	low, high := s.domain()
	switch {
	case !geom.Finite(v):
		return wrong("%s must be a finite number; got %v", s.Label, v)
	case s.Integer && v != math.Trunc(v):
		return wrong("%s must be a whole number; got %s", s.Label, exact(v))
	case s.OpenLow && v <= low:
		return wrong("%s must be above %s; got %s", s.Label, exact(low), exact(v))
	case v < low:
		return wrong("%s must be at least %s; got %s", s.Label, exact(low), exact(v))
	case s.OpenHigh && v >= high:
		return wrong("%s must be below %s; got %s", s.Label, exact(high), exact(v))
	case v > high:
		return wrong("%s must be at most %s; got %s", s.Label, exact(high), exact(v))
	}
	return nil
}

// wrong is an error for the user.
func wrong(english string, args ...any) error { return errors.New(say.T(english, args...)) }

// domain returns Low and High, or the whole line if neither is set.
func (s KnobSpec) domain() (low, high float64) {
	if s.Low == 0 && s.High == 0 {
		return math.Inf(-1), math.Inf(1)
	}
	return s.Low, s.High
}

// parse reads what was typed into the knob's field.
func (s KnobSpec) parse(text string) (float64, error) {
	text = strings.TrimSpace(text)
	if s.ZeroText != "" && strings.EqualFold(text, s.ZeroText) {
		return 0, s.check(0)
	}
	if s.FullText != "" && strings.EqualFold(text, s.FullText) {
		return s.High, nil
	}
	v, err := strconv.ParseFloat(geom.Hyphen(text), 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, wrong("%s must be a number such as %s%s; got %q", s.Label, exact(s.Default), s.orWord(), text)
	}
	return v, s.check(v)
}

// orWord names the texts for 0 and High as other things to type.
func (s KnobSpec) orWord() (or string) {
	for _, word := range []string{s.ZeroText, s.FullText} {
		if word != "" {
			or += say.T(", or %s", word)
		}
	}
	return or
}

// short writes a value as people read it.
func (s KnobSpec) short(v float64) string {
	if v == 0 && s.ZeroText != "" {
		return s.ZeroText
	}
	if v == s.High && s.FullText != "" {
		return s.FullText
	}
	if s.Integer && math.Abs(v) < 1e9 {
		return geom.Minus(strconv.FormatFloat(v, 'f', -1, 64))
	}
	return geom.Setting(v)
}

// exact writes a value so that it reads back as itself.
func exact(v float64) string { return strconv.FormatFloat(geom.Unsigned(v), 'g', -1, 64) }
