package expr

import (
	"descentlab/internal/lanes"
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
		lanes.Add(d, a, b)
	case opSub, opSubK, opKSub:
		lanes.Sub(d, a, b)
	case opMul, opMulK:
		lanes.Mul(d, a, b)
	case opDiv, opDivK, opKDiv:
		lanes.Div(d, a, b)
	case opPow, opPowK, opKPow:
		for i := range d {
			d[i] = real.Pow(a[i], b[i])
		}
	case opNeg:
		for i := range d {
			d[i] = -a[i]
		}
	case opSquare:
		lanes.Mul(d, a, a)
	case opCall1, opFlat:
		elementary.Table[in.fn].Values(d, a)
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
		lanes.Slope(d, a, b)
	case opMulAdd:
		lanes.MulAdd(d, a, b, c)
	case opSlopeAdd:
		lanes.SlopeAdd(d, a, b, c)
	}
}
