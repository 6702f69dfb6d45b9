package interval

import "math"

// Power is a^k for a constant k.
func Power(a Interval, k float64) Curve {
	f, doubt := power(a, k)
	if doubt&Void != 0 {
		return void
	}
	f1, d1 := power(a, k-1)
	f2, d2 := power(a, k-2)
	// Factors of 0 take what is not finite away: the derivative of x is 1, also where 1/x has a pole.
	c := Curve{F: f, F1: f1.Scale(k), F2: f2.Mul(Point(k).Mul(Point(k - 1))), Doubt: doubt}
	if k != 0 {
		c.Doubt |= d1
	}
	if k != 0 && k != 1 {
		c.Doubt |= d2
	}
	return c
}

// power are the values of a^k.
func power(a Interval, k float64) (Interval, Doubt) {
	whole := k == math.Trunc(k)
	switch {
	case k == 0:
		return Point(1), 0
	case k < 0:
		f, doubt := power(a, -k)
		inverse, pole := f.Inverse()
		return inverse, doubt | pole
	case whole && math.Mod(k, 2) == 0:
		m := a.Abs()
		return raised(m, k), 0
	case whole:
		lo, hi := raised(Point(math.Abs(a.Lo)), k), raised(Point(math.Abs(a.Hi)), k)
		if a.Lo < 0 {
			lo = lo.Neg()
		}
		if a.Hi < 0 {
			hi = hi.Neg()
		}
		return Interval{lo.Lo, hi.Hi}, 0
	case a.Hi < 0:
		return Entire, Void
	case a.Lo < 0:
		return raised(Interval{0, a.Hi}, k), Edge
	}
	return raised(a, k), 0
}

// raised is a^k of what is not negative, for positive k.
func raised(a Interval, k float64) Interval {
	if a.Hi == 0 {
		return Interval{}
	}
	v := about(math.Pow(a.Lo, k), math.Pow(a.Hi, k), loose*(1+k/8), tiny)
	v.Lo = max(v.Lo, 0)
	if a.Lo == 0 {
		v.Lo = 0
	}
	return v
}

// Exponential is k^a for a constant k.
func Exponential(k float64, a Interval) Curve {
	if !(k > 0) || math.IsInf(k, 1) {
		return Curve{Entire, Entire, Entire, Edge}
	}
	lo, hi := math.Pow(k, a.Lo), math.Pow(k, a.Hi)
	f := about(min(lo, hi), max(lo, hi), loose*(1+a.Size()/8), tiny)
	f.Lo = max(f.Lo, 0)
	l := about(logAt(k), logAt(k), loose, 0)
	if k == 1 {
		l = Interval{}
	}
	f1 := f.Mul(l)
	return Curve{F: f, F1: f1, F2: f1.Mul(l)}
}
