package elementary

import (
	"math"

	"descentlab/internal/real"
)

// DerivePowK returns the first and the second derivative of x^k by x, k being constant over the plane and f = x^k.
func DerivePowK(x, k, f float64) (f1, f2 float64) {
	const normal = 0x1p-1022
	if x == 0 || math.IsInf(x, 0) || !(math.Abs(f) >= normal) || math.IsInf(k*f, 0) {
		return scaledPow(k, x, k-1), scaledPow(k*(k-1), x, k-2) // f has too few digits, or none
	}
	f1 = k * f / x
	return f1, (k - 1) * f1 / x
}

// scaledPow is c*x^k, which is 0 if c is: the derivative of a constant stays 0 where x^k is infinite.
func scaledPow(c, x, k float64) float64 {
	if c == 0 {
		return 0
	}
	return c * real.Pow(x, k)
}

// DeriveKPow returns the first and the second derivative of k^x by x, k being constant over the plane and f = k^x.
// Those of 0^x are 0 from x = 0 on, as in PyTorch, although 0^0 is 1.
func DeriveKPow(k, x, f float64) (f1, f2 float64) {
	if k == 0 && x >= 0 {
		return 0, 0
	}
	l := real.Log(k)
	f1 = f * l
	return f1, f1 * l
}

// DerivePow returns the derivatives of f = a^b. They follow from exp(b*log(a)), so those by b are NaN for negative a,
// where a^b is defined for integer b only.
func DerivePow(a, b, f float64) (p Partials) {
	p.A, p.AA = DerivePowK(a, b, f)
	p.B, p.BB = DeriveKPow(a, b, f)
	switch {
	case a == 0 && b > 1:
		p.AB = 0
	default:
		l := real.Log(a)
		p.AB = real.Pow(a, b-1) * (1 + b*l)
	}
	return p
}
