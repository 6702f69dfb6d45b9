package expr

import "math"

// derivePowK returns the derivatives of x^k by x, k being constant over the plane and f = x^k.
func derivePowK(x, k, f float64) (f1, f2 float64) {
	if x == 0 || f == 0 || math.IsInf(x, 0) || math.IsInf(f, 0) {
		return scaledPow(k, x, k-1), scaledPow(k*(k-1), x, k-2)
	}
	f1 = k * f / x
	return f1, (k - 1) * f1 / x
}

// scaledPow is c*x^k, which is 0 if c is: the derivative of a constant stays 0 where x^k is infinite.
func scaledPow(c, x, k float64) float64 {
	if c == 0 {
		return 0
	}
	return c * math.Pow(x, k)
}

// deriveKPow returns the derivatives of k^x by x, k being constant over the plane and f = k^x.
func deriveKPow(k, x, f float64) (f1, f2 float64) {
	if k == 0 && x > 0 {
		return 0, 0 // 0^x is 0 for all positive x
	}
	l := math.Log(k)
	f1 = f * l
	return f1, f1 * l
}

// derivePow returns the derivatives of f = a^b. They follow from exp(b*log(a)), so those by b are NaN for negative a,
// where a^b is defined for integer b only.
func derivePow(a, b, f float64) (p partialsOfTwo) {
	p.a, p.aa = derivePowK(a, b, f)
	p.b, p.bb = deriveKPow(a, b, f)
	switch {
	case a == 0 && b > 1:
		p.ab = 0
	default:
		l := math.Log(a)
		p.ab = math.Pow(a, b-1) * (1 + b*l)
	}
	return p
}
