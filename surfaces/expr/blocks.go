package expr

import "math"

// execBlocks is exec over blocks of n values.
func execBlocks(views [][]float64, code []instr, first, n int) {
	for i := range code {
		in := &code[i]
		a, b, d := views[in.a][:n], views[in.b][:n], views[first+i][:n]
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
				d[i] = math.Pow(a[i], b[i])
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
			f := functions[in.fn].value
			for i := range d {
				d[i] = f(a[i])
			}
		case opCall2:
			f := functions[in.fn].value2
			for i := range d {
				d[i] = f(a[i], b[i])
			}
		default:
			c := views[in.c][:n]
			for i := range d {
				d[i] = pick(in.op, a[i], b[i], c[i])
			}
		}
	}
}
