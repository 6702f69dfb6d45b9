package expr

import (
	"descentlab/internal/real"
	"descentlab/surfaces/expr/elementary"
)

// exec runs code over the slots, of which first is that of the first result. Like execJets it keeps calls out of
// the loop.
func exec(s []float64, code []instr, first int) {
	out := s[first:][:len(code)]
	for i := range code {
		in := &code[i]
		a, b := s[in.a], s[in.b]
		switch in.op {
		case opAdd, opAddK:
			out[i] = a + b
		case opSub, opSubK, opKSub:
			out[i] = a - b
		case opMul, opMulK:
			out[i] = a * b
		case opDiv, opDivK, opKDiv:
			out[i] = a / b
		case opNeg:
			out[i] = -a
		case opSquare:
			out[i] = a * a
		default:
			out[i] = apply(in, a, b, s[in.c])
		}
	}
}

// apply executes what exec leaves to it.
func apply(in *instr, a, b, c float64) float64 {
	switch in.op {
	case opPow, opPowK, opKPow:
		return real.Pow(a, b)
	case opCall1, opFlat:
		return elementary.Table[in.fn].Value(a)
	case opCall2:
		return elementary.Table[in.fn].Value2(a, b)
	}
	return pick(in.op, a, b, c)
}
