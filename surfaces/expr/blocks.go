package expr

import (
	"descentlab/internal/real"
	"descentlab/surfaces/expr/elementary"
)

// execBlocks is exec over blocks of n values.
func execBlocks(views [][]float64, code []instr, first, n int) {
	for i := range code {
		execBlock(views, &code[i], views[first+i][:n])
	}
}

// execBlock stores what an instruction gives for each value of its operands' views in d.
func execBlock(views [][]float64, in *instr, d []float64) {
	a, b := views[in.a][:len(d)], views[in.b][:len(d)]
	switch in.op {
	case opAdd, opAddK:
		for i := range d {
			d[i] = a[i] + b[i]
		}
	case opSub, opSubK, opKSub:
		for i := range d {
			d[i] = a[i] - b[i]
		}
	case opMul, opMulK:
		for i := range d {
			d[i] = a[i] * b[i]
		}
	case opDiv, opDivK, opKDiv:
		for i := range d {
			d[i] = a[i] / b[i]
		}
	case opPow, opPowK, opKPow:
		for i := range d {
			d[i] = real.Pow(a[i], b[i])
		}
	case opNeg:
		for i := range d {
			d[i] = -a[i]
		}
	case opSquare:
		for i := range d {
			d[i] = a[i] * a[i]
		}
	case opCall1, opFlat:
		f := elementary.Table[in.fn].Value
		for i := range d {
			d[i] = f(a[i])
		}
	case opCall2:
		f := elementary.Table[in.fn].Value2
		for i := range d {
			d[i] = f(a[i], b[i])
		}
	default:
		c := views[in.c][:len(d)]
		if in.op < opPower {
			for i := range d {
				d[i] = pick(in.op, a[i], b[i], c[i])
			}
			return
		}
		execProducts(in, d, a, b, c)
	}
}

// execProducts executes the instructions that stand in gradCodes only. Products are rounded before they are added.
func execProducts(in *instr, d, a, b, c []float64) {
	a, b, c = a[:len(d)], b[:len(d)], c[:len(d)]
	switch in.op {
	case opPower:
		for i := range d {
			d[i] = a[i] * powerRule(b[i], in.fn)
		}
	case opSlope:
		for i := range d {
			d[i] = a[i] * (2 * b[i])
		}
	case opMulAdd:
		for i := range d {
			d[i] = prod(a[i], b[i]) + c[i]
		}
	case opSlopeAdd:
		for i := range d {
			d[i] = prod(a[i], 2*b[i]) + c[i]
		}
	}
}
