package expr

import (
	"descentlab/internal/real"
	"descentlab/surfaces/expr/elementary"
)

// slope returns the value and the two derivatives of an instruction that is a smooth function of one varying operand.
func slope(in *instr, a, b float64) (f, f1, f2 float64) {
	switch in.op {
	case opKDiv:
		f = a / b
		f1 = -f / b
		return f, f1, -2 * f1 / b
	case opPowK:
		f = real.Pow(a, b)
		f1, f2 = elementary.DerivePowK(a, b, f)
		return f, f1, f2
	case opKPow:
		f = real.Pow(a, b)
		f1, f2 = elementary.DeriveKPow(a, b, f)
		return f, f1, f2
	}
	fn := &elementary.Table[in.fn]
	if fn.All != nil {
		return fn.All(a)
	}
	f = fn.Value(a)
	f1, f2 = fn.Derive(a, f)
	return f, f1, f2
}

// slope2 returns the value and the derivatives of an instruction that is a smooth function of two varying operands.
func slope2(in *instr, a, b float64) (f float64, p elementary.Partials) {
	if in.op == opPow {
		f = real.Pow(a, b)
		return f, elementary.DerivePow(a, b, f)
	}
	fn := &elementary.Table[in.fn]
	f = fn.Value2(a, b)
	return f, fn.Derive2(a, b, f)
}
