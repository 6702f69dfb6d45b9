package interval

import "math"

// Sign is -1, 0 or 1.
func Sign(a Interval) Curve { return steps(a, sign) }

func sign(v float64) float64 {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// Floor is the greatest whole number that is not above a.
func Floor(a Interval) Curve {
	c := steps(a, math.Floor)
	if a.Lo == math.Floor(a.Lo) {
		c.Doubt = Jump // at the very edge of a step
	}
	return c
}

// steps is a rising function that is constant piece by piece.
func steps(a Interval, f func(float64) float64) Curve {
	c := Curve{F: Interval{f(a.Lo), f(a.Hi)}}
	if c.F.Lo != c.F.Hi {
		c.Doubt = Jump
	}
	return c
}

// Ceil is the least whole number that is not below a.
func Ceil(a Interval) Curve {
	c := steps(a, math.Ceil)
	if a.Hi == math.Ceil(a.Hi) {
		c.Doubt = Jump
	}
	return c
}

// Round is the nearest whole number.
func Round(a Interval) Curve {
	c := steps(a, math.RoundToEven)
	if c.F.Hi-a.Hi == 0.5 || a.Hi-c.F.Hi == 0.5 || c.F.Lo-a.Lo == 0.5 || a.Lo-c.F.Lo == 0.5 {
		c.Doubt = Jump
	}
	return c
}

// Trunc is the whole number next to a on the side of 0.
func Trunc(a Interval) Curve {
	c := steps(a, math.Trunc)
	if a.Lo == c.F.Lo && a.Lo > 0 || a.Hi == c.F.Hi && a.Hi < 0 {
		c.Doubt = Jump
	}
	return c
}

// Mod is a less b as often as it goes into a, rounded down: what is left has the sign of b.
func Mod(a, b Interval) Sheet {
	q, doubt := a.Div(b)
	s := Sheet{A: Point(1), Doubt: doubt}
	times := Floor(q)
	s.Doubt |= times.Doubt
	s.B = times.F.Neg()
	if s.Doubt == 0 {
		s.F = a.Sub(b.Mul(times.F))
		return s
	}
	s.F = Interval{min(b.Lo, 0), max(b.Hi, 0)}
	return s
}
