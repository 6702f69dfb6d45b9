package interval

import "math"

// under is 1 over another function, of which the derivatives follow.
func under(c Curve) Curve {
	f, doubt := c.F.Inverse()
	square := f.Square()
	f2 := c.F1.Square().Scale(2).Mul(square.Mul(f)).Sub(c.F2.Mul(square))
	return Curve{f, c.F1.Mul(square).Neg(), f2, c.Doubt | doubt}
}

// Sec is 1 over the cosine.
func Sec(a Interval) Curve { return under(Cos(a)) }

// Csc is 1 over the sine.
func Csc(a Interval) Curve { return under(Sin(a)) }

// Cot is 1 over the tangent; 0 where that has a pole.
func Cot(a Interval) Curve {
	if a.Size() > 1e8 || extreme(a, 0, math.Pi) {
		return Curve{Entire, Interval{math.Inf(-1), -1}, Entire, Edge}
	}
	at := func(v float64) float64 { return 1 / math.Tan(v) }
	f := about(at(a.Hi), at(a.Lo), loose, slack)
	f1 := f.Square().Add(Point(1)).Neg()
	return Curve{F: f, F1: f1, F2: f.Mul(f1).Scale(-2)}
}

// Asinh is the inverse hyperbolic sine.
func Asinh(a Interval) Curve {
	r, _ := a.Square().Add(Point(1)).Inverse()
	f1 := sqrtOf(r)
	return Curve{F: rising(a, math.Asinh, tiny), F1: f1, F2: a.Mul(f1).Mul(r).Neg()}
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(a Interval) Curve {
	in, ok := a.Meet(Interval{1, math.Inf(1)})
	if !ok {
		return void
	}
	r, doubt := in.Sub(Point(1)).clip(Interval{0, math.Inf(1)}).Mul(in.Add(Point(1))).Inverse()
	if a.Lo <= 1 {
		doubt = Edge
	}
	f1 := sqrtOf(r)
	f := rising(in, math.Acosh, slack)
	return Curve{Interval{max(f.Lo, 0), f.Hi}, f1, in.Mul(f1).Mul(r).Neg(), doubt}
}

// Atanh is the inverse hyperbolic tangent.
func Atanh(a Interval) Curve {
	in, doubt := unitDomain(a)
	if doubt == Void {
		return void
	}
	f1, _ := Point(1).Sub(in).Mul(Point(1).Add(in)).clip(Interval{0, 1}).Inverse()
	return Curve{rising(in, math.Atanh, tiny), f1, in.Mul(f1.Square()).Scale(2), doubt}
}

// Log2 is the logarithm to the base 2.
func Log2(a Interval) Curve {
	c, k := Log(a), about(1/math.Ln2, 1/math.Ln2, loose, 0)
	if c.Doubt&Void != 0 {
		return c
	}
	return Curve{c.F.Mul(k), c.F1.Mul(k), c.F2.Mul(k), c.Doubt}
}

// Log1p is log(1+a), exact for small a.
func Log1p(a Interval) Curve {
	in, doubt := positive(a.Add(Point(1)))
	if doubt == Void {
		return void
	}
	f1, _ := in.Inverse()
	at := Interval{max(a.Lo, -1), a.Hi}
	return Curve{rising(at, math.Log1p, tiny), f1, f1.Square().Neg(), doubt}
}

// Expm1 is exp(a)-1, exact for small a.
func Expm1(a Interval) Curve {
	f1 := expOf(a)
	f := rising(a, math.Expm1, tiny)
	return Curve{F: Interval{max(f.Lo, -1), f.Hi}, F1: f1, F2: f1}
}

// gauss is the derivative of the error function.
func gauss(a Interval) (f1, f2 Interval) {
	k := about(2/math.SqrtPi, 2/math.SqrtPi, loose, 0)
	f1 = expOf(a.Square().Neg()).Mul(k)
	return f1, a.Mul(f1).Scale(-2)
}

// Erf is the error function.
func Erf(a Interval) Curve {
	f1, f2 := gauss(a)
	return Curve{F: rising(a, math.Erf, tiny).clip(Interval{-1, 1}), F1: f1, F2: f2}
}

// Erfc is 1 less the error function, exact where that is near 1.
func Erfc(a Interval) Curve {
	f1, f2 := gauss(a)
	f := about(math.Erfc(a.Hi), math.Erfc(a.Lo), loose, tiny)
	return Curve{F: f.clip(Interval{0, 2}), F1: f1.Neg(), F2: f2.Neg()}
}
