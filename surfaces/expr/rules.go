package expr

import "descentlab/internal/real"

// slope returns the value and the two derivatives of an instruction that is a smooth function of one varying operand.
func slope(in *instr, a, b float64) (f, f1, f2 float64) {
	switch in.op {
	case opKDiv:
		f = a / b
		f1 = -f / b
		return f, f1, -2 * f1 / b
	case opPowK:
		f = real.Pow(a, b)
		f1, f2 = derivePowK(a, b, f)
		return f, f1, f2
	case opKPow:
		f = real.Pow(a, b)
		f1, f2 = deriveKPow(a, b, f)
		return f, f1, f2
	}
	fn := &functions[in.fn]
	if fn.all != nil {
		return fn.all(a)
	}
	f = fn.value(a)
	f1, f2 = fn.derive(a, f)
	return f, f1, f2
}

// slope2 returns the value and the derivatives of an instruction that is a smooth function of two varying operands.
func slope2(in *instr, a, b float64) (f float64, p partialsOfTwo) {
	if in.op == opPow {
		f = real.Pow(a, b)
		return f, derivePow(a, b, f)
	}
	fn := &functions[in.fn]
	f = fn.value2(a, b)
	return f, fn.derive2(a, b, f)
}
