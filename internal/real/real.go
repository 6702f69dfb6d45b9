// Package real has elementary functions for arguments at which those of package math are wrong: logarithms of denormal
// numbers and exponentials near overflow, which Go's assembly for amd64 gets wrong; powers of denormal numbers and with
// large exponents; decimal logarithms, of which not even those of the powers of ten are exact there; hyperbolic functions
// whose exponential overflows before they do. Everywhere else they are those of package math, bit for bit. Errors are below
// two units in the last place.
package real

import "math"

// normal is the least number that is not denormal.
const normal = 0x1p-1022

// Log is the natural logarithm.
func Log(x float64) float64 {
	if 0 < x && x < normal {
		return math.Log(x*0x1p54) - 54*math.Ln2
	}
	return math.Log(x)
}

// Log10 is the decimal logarithm, exact for powers of ten.
func Log10(x float64) float64 {
	if !(0 < x && x <= math.MaxFloat64) {
		return math.Log10(x)
	}
	return logarithm(x).times(double{0.4342944819032518, 1.098319650216765e-17}).hi // 1/log(10)
}

// Exp is e^x.
func Exp(x float64) float64 {
	if 709 < x && x < 710 {
		const exp709 = 8.218407461554972e307
		return exp709 * math.Exp(x-709)
	}
	return math.Exp(x)
}

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	if a := math.Abs(x); 709 < a && a < 711 {
		return math.Copysign(Cosh(x), x)
	}
	return math.Sinh(x)
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	if a := math.Abs(x); 709 < a && a < 711 {
		half := math.Exp(a / 2)
		return half / 2 * half
	}
	return math.Cosh(x)
}

// Pow is x^y.
func Pow(x, y float64) float64 {
	a := math.Abs(x)
	p := math.Pow(x, y) // knows what is to be done with zeros, infinities, and negative x
	switch {
	case !(0 < a && a <= math.MaxFloat64), y != y, y == 0, y == 1, a == 1, p != p, math.IsInf(y, 0):
		return p
	case a >= normal && math.Abs(y) <= 32:
		return p
	}
	exponent := logarithm(a).scaled(y)
	switch {
	case exponent.hi > 710:
		return math.Copysign(math.Inf(1), p)
	case exponent.hi < -746:
		return math.Copysign(0, p)
	}
	e := Exp(exponent.hi)
	return math.Copysign(e+e*exponent.lo, p)
}
