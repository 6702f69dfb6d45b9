package expr

// A shape says which derivatives of a slot can differ from 0 at all. The derivative of y by x, say, is 0 whatever
// happens, and 0 times an infinity must be 0 there.
type shape uint8

const (
	hasX shape = 1 << iota
	hasY
	hasXX
	hasXY
	hasYY
)

// bent is the shape of a smooth function of something of this shape.
func (s shape) bent() shape { return s | s.times(s) }

// times is the shape that a product of first derivatives adds to the second derivatives.
func (s shape) times(t shape) (product shape) {
	if s&t&hasX != 0 {
		product |= hasXX
	}
	if s&t&hasY != 0 {
		product |= hasYY
	}
	if s&hasX != 0 && t&hasY != 0 || s&hasY != 0 && t&hasX != 0 {
		product |= hasXY
	}
	return product
}

// shapeOf returns the shape of an instruction's result.
func (p *Program) shapeOf(in *instr) shape {
	a, b, c := p.shapes[in.a], p.shapes[in.b], p.shapes[in.c]
	switch in.op {
	case opAddK, opSubK, opMulK, opDivK, opNeg, opAbs, opRelu:
		return a
	case opKSub:
		return b
	case opAdd, opSub, opMin, opMax:
		return a | b
	case opSelect:
		return b | c
	case opSquare, opPowK, opCall1:
		return a.bent()
	case opKDiv, opKPow:
		return b.bent()
	case opMul:
		return a | b | a.times(b)
	case opDiv:
		return a | b.bent() | a.times(b)
	case opPow, opCall2:
		return (a | b).bent()
	}
	return 0 // flat functions and conditions
}
