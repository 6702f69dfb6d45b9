package elementary

import "math"

// log2 is the logarithm to base 2. Near 1 math.Log2 loses digits: it adds the exponent to the logarithm of a half.
func log2(x float64) float64 {
	if 0.5 < x && x < 2 {
		return math.Log(x) / math.Ln2
	}
	return math.Log2(x)
}

// mod is a - b*floor(a/b), without the rounding of the quotient: the remainder that has the sign of b, as Python's % and
// torch.remainder have it.
func mod(a, b float64) float64 {
	m := math.Mod(a, b)
	if m != 0 && (m < 0) != (b < 0) {
		m += b
	}
	return m
}

// deriveMod has the slopes between two jumps; the quotient is a whole number there.
func deriveMod(a, b, f float64) (p Partials) {
	p.A = 1
	p.B = -math.Round((a - f) / b)
	return p
}

// deriveErf keeps the second derivative 0 where the first is, far out.
func deriveErf(x, _ float64) (f1, f2 float64) {
	if f1 = 2 / math.SqrtPi * math.Exp(-x*x); f1 == 0 {
		return 0, 0
	}
	return f1, -2 * x * f1
}

func deriveAsinh(x, _ float64) (f1, f2 float64) {
	f1 = 1 / math.Hypot(1, x)
	return f1, -x * f1 * f1 * f1
}

func deriveAcosh(x, _ float64) (f1, f2 float64) {
	f1 = 1 / (math.Sqrt(x-1) * math.Sqrt(x+1))
	return f1, -x * f1 * f1 * f1
}

func deriveSec(x, f float64) (f1, f2 float64) {
	t := math.Tan(x)
	return f * t, f * (1 + 2*t*t)
}

func deriveCsc(x, f float64) (f1, f2 float64) {
	c := 1 / math.Tan(x)
	return -f * c, f * (1 + 2*c*c)
}
