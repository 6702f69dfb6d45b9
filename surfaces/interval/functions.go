package interval

import "math"

// How far the functions of the standard library may be off: relative to the value, and in all where small values are the
// difference of greater ones.
const (
	loose = 0x1p-48
	slack = 0x1p-50
)

// A Curve is a function of one variable over an interval: its values and first two derivatives, and what is in doubt.
type Curve struct {
	F, F1, F2 Interval
	Doubt     Doubt
}

// void is a function without values.
var void = Curve{Entire, Entire, Entire, Void}

// rising makes an interval of the values of a rising function at both ends.
func rising(a Interval, f func(float64) float64, absolute float64) Interval {
	return about(f(a.Lo), f(a.Hi), loose, absolute)
}

// extreme reports whether a number phase+n*period lies in a, or might.
func extreme(a Interval, phase, period float64) bool {
	n := math.Ceil((a.Lo-phase)/period - 1e-9)
	at := phase + n*period
	return at <= a.Hi+1e-9*period+1e-15*a.Size()
}

// wave are the values of the sine or cosine, whose maxima are at peak+n*2*pi.
func wave(a Interval, f func(float64) float64, peak float64) Interval {
	if a.Size() > 1e8 || a.Width() >= 2*math.Pi {
		return Interval{-1, 1}
	}
	p, q := f(a.Lo), f(a.Hi)
	v := about(min(p, q), max(p, q), 0, slack)
	if extreme(a, peak, 2*math.Pi) {
		v.Hi = 1
	}
	if extreme(a, peak+math.Pi, 2*math.Pi) {
		v.Lo = -1
	}
	return v.clip(Interval{-1, 1})
}

// Sin is the sine.
func Sin(a Interval) Curve {
	s := wave(a, math.Sin, math.Pi/2)
	return Curve{F: s, F1: wave(a, math.Cos, 0), F2: s.Neg()}
}

// Cos is the cosine.
func Cos(a Interval) Curve {
	c := wave(a, math.Cos, 0)
	return Curve{F: c, F1: wave(a, math.Sin, math.Pi/2).Neg(), F2: c.Neg()}
}

// Tan is the tangent.
func Tan(a Interval) Curve {
	if a.Size() > 1e8 || extreme(a, math.Pi/2, math.Pi) {
		return Curve{Entire, Interval{1, math.Inf(1)}, Entire, Edge}
	}
	f := about(math.Tan(a.Lo), math.Tan(a.Hi), loose, slack)
	// Near a pole the rounding of the argument counts most.
	f1 := f.Square().Add(Point(1))
	return Curve{F: f, F1: f1, F2: f.Mul(f1).Scale(2)}
}

// unitDomain are the numbers of a from -1 to 1, beyond which neither asin nor acos has a value.
func unitDomain(a Interval) (Interval, Doubt) {
	in, ok := a.Meet(Interval{-1, 1})
	switch {
	case !ok:
		return in, Void
	case a.Lo <= -1 || a.Hi >= 1:
		return in, Edge
	}
	return in, 0
}

// Asin is the inverse sine.
func Asin(a Interval) Curve {
	in, doubt := unitDomain(a)
	if doubt == Void {
		return void
	}
	d := Point(1).Sub(in).Mul(Point(1).Add(in)).clip(Interval{0, 1})
	f1, _ := sqrtOf(d).Inverse()
	inverse, _ := d.Inverse()
	return Curve{rising(in, math.Asin, slack), f1, in.Mul(f1).Mul(inverse), doubt}
}

// Acos is the inverse cosine.
func Acos(a Interval) Curve {
	c := Asin(a)
	if c.Doubt&Void != 0 {
		return c
	}
	in, _ := unitDomain(a)
	return Curve{about(math.Acos(in.Hi), math.Acos(in.Lo), loose, slack), c.F1.Neg(), c.F2.Neg(), c.Doubt}
}

// Atan is the inverse tangent.
func Atan(a Interval) Curve {
	f1, _ := a.Square().Add(Point(1)).Inverse()
	return Curve{F: rising(a, math.Atan, tiny), F1: f1, F2: a.Mul(f1.Square()).Scale(-2)}
}

func cosh(a Interval) Interval {
	m := a.Abs()
	v := rising(m, math.Cosh, tiny)
	return Interval{max(v.Lo, 1), v.Hi}
}

// Sinh is the hyperbolic sine.
func Sinh(a Interval) Curve {
	f := rising(a, math.Sinh, tiny)
	return Curve{F: f, F1: cosh(a), F2: f}
}

// Cosh is the hyperbolic cosine.
func Cosh(a Interval) Curve {
	f := cosh(a)
	return Curve{F: f, F1: rising(a, math.Sinh, tiny), F2: f}
}

// Tanh is the hyperbolic tangent.
func Tanh(a Interval) Curve {
	f := rising(a, math.Tanh, tiny).clip(Interval{-1, 1})
	s, _ := cosh(a).Inverse()
	f1 := s.Square().clip(Interval{0, 1})
	return Curve{F: f, F1: f1, F2: f.Mul(f1).Scale(-2)}
}

// Exp is the exponential function.
func Exp(a Interval) Curve {
	f := expOf(a)
	return Curve{F: f, F1: f, F2: f}
}

func expOf(a Interval) Interval {
	v := rising(a, math.Exp, tiny)
	return Interval{max(v.Lo, 0), v.Hi}
}

// positive are the numbers of a above 0, the bound itself included.
func positive(a Interval) (Interval, Doubt) {
	switch {
	case a.Hi < 0:
		return a, Void
	case a.Lo <= 0:
		return Interval{0, a.Hi}, Edge
	}
	return a, 0
}

// logAt does without math.Log below the normal numbers, where it is not right everywhere.
func logAt(v float64) float64 {
	switch {
	case v == 0:
		return math.Inf(-1)
	case v < tiny:
		return math.Log(v*0x1p60) - 60*math.Ln2
	}
	return math.Log(v)
}

// Log is the natural logarithm.
func Log(a Interval) Curve {
	in, doubt := positive(a)
	if doubt == Void {
		return void
	}
	f1, _ := in.Inverse()
	return Curve{rising(in, logAt, slack), f1, f1.Square().Neg(), doubt}
}

// Log10 is the logarithm to the base 10.
func Log10(a Interval) Curve {
	c, k := Log(a), about(1/math.Ln10, 1/math.Ln10, loose, 0)
	if c.Doubt&Void != 0 {
		return c
	}
	return Curve{c.F.Mul(k), c.F1.Mul(k), c.F2.Mul(k), c.Doubt}
}

// sqrtOf is the root of what is not negative.
func sqrtOf(a Interval) Interval {
	v := product(math.Sqrt(max(a.Lo, 0)), math.Sqrt(max(a.Hi, 0)))
	if a.Hi <= 0 {
		return Interval{}
	}
	return Interval{max(v.Lo, 0), v.Hi}
}

// Sqrt is the square root.
func Sqrt(a Interval) Curve {
	switch {
	case a.Hi == 0:
		return Curve{Interval{}, Entire, Entire, Edge}
	}
	in, doubt := positive(a)
	if doubt == Void {
		return void
	}
	f := sqrtOf(in)
	inverse, _ := f.Inverse()
	f1 := inverse.Scale(0.5)
	slower, _ := in.Inverse()
	return Curve{f, f1, f1.Mul(slower).Scale(-0.5), doubt}
}

// Cbrt is the cube root.
func Cbrt(a Interval) Curve {
	f := rising(a, math.Cbrt, tiny)
	inverse, doubt := a.Inverse()
	square, _ := f.Square().Inverse()
	f1 := square.Mul(about(1./3, 1./3, loose, 0))
	return Curve{f, f1, f1.Mul(inverse).Mul(about(-2./3, -2./3, loose, 0)), doubt}
}

// logistic is 1/(1+exp(-v)).
func logistic(v float64) float64 {
	if v >= 0 {
		return 1 / (1 + math.Exp(-v))
	}
	e := math.Exp(v)
	return e / (1 + e)
}

// bell is the derivative of the logistic function.
func bell(a Interval) Interval {
	at := func(v float64) float64 { return logistic(v) * logistic(-v) }
	m := a.Abs()
	v := about(at(m.Hi), at(m.Lo), loose, tiny)
	return v.clip(Interval{0, 0.25})
}

// Sigmoid is 1/(1+exp(-a)).
func Sigmoid(a Interval) Curve {
	f, f1 := rising(a, logistic, tiny).clip(Interval{0, 1}), bell(a)
	return Curve{F: f, F1: f1, F2: f1.Mul(Point(1).Sub(f.Scale(2)))}
}

// Softplus is log(1+exp(a)).
func Softplus(a Interval) Curve {
	at := func(v float64) float64 { return max(v, 0) + math.Log1p(math.Exp(-math.Abs(v))) }
	f := rising(a, at, tiny)
	return Curve{F: Interval{max(f.Lo, 0), f.Hi}, F1: rising(a, logistic, tiny).clip(Interval{0, 1}), F2: bell(a)}
}
