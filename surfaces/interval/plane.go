package interval

import "math"

// A Sheet is a function of two variables over a box: its values and derivatives, and what is in doubt.
type Sheet struct {
	F, A, B, AA, AB, BB Interval
	Doubt               Doubt
}

// Hypot is sqrt(a^2+b^2).
func Hypot(a, b Interval) Sheet {
	f := sqrtOf(a.Square().Add(b.Square()))
	if f.Lo > 0 {
		inverse, _ := f.Inverse()
		within := Interval{-1, 1}
		p, q := a.Mul(inverse).clip(within), b.Mul(inverse).clip(within)
		return Sheet{F: f, A: p, B: q, AA: q.Square().Mul(inverse), AB: p.Mul(q).Mul(inverse).Neg(), BB: p.Square().Mul(inverse)}
	}
	up := Interval{0, math.Inf(1)}
	return Sheet{f, signs(a), signs(b), up, Entire, up, Kink}
}

// signs are the numbers from -1 to 1 that have the sign of some number in a.
func signs(a Interval) Interval { return Interval{sign(min(a.Lo, 0)), sign(max(a.Hi, 0))} }

// Atan2 is the angle of the point (b, a), from -pi to pi.
func Atan2(a, b Interval) Sheet {
	r := a.Square().Add(b.Square())
	inverse, doubt := r.Inverse()
	if doubt != 0 || r.Lo <= 0 {
		return Sheet{Interval{-4, 4}, Entire, Entire, Entire, Entire, Entire, Edge | Jump}
	}
	twice := inverse.Square()
	bb := a.Mul(b).Scale(2).Mul(twice)
	s := Sheet{A: b.Mul(inverse), B: a.Mul(inverse).Neg(), AA: bb.Neg(), BB: bb,
		AB: a.Square().Sub(b.Square()).Mul(twice)}
	if b.Lo < 0 && a.Has(0) {
		s.F, s.Doubt = Interval{-4, 4}, Jump
		return s
	}
	p, q, u, v := math.Atan2(a.Lo, b.Lo), math.Atan2(a.Lo, b.Hi), math.Atan2(a.Hi, b.Lo), math.Atan2(a.Hi, b.Hi)
	s.F = about(min(p, q, u, v), max(p, q, u, v), loose, tiny)
	return s
}
