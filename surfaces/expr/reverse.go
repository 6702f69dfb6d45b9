package expr

import "slices"

// Gradients of polynomials are taken backward (Griewank and Walther, chapter 3.2), with the roundings of PyTorch's
// autograd: the derivative of the value by each slot, its adjoint, is handed on from results to operands, the latest
// operation of the formula first, and a power is differentiated by the power rule. So they equal autograd's to the last
// bit, and descents that amplify rounding go the same way; only where a formula says something twice, which is computed
// once here, or has powers above 4 may the last bits differ. Going forward takes the same products in another order.
//
// Other formulas go forward, which is faster. They could not equal autograd's, because libraries differ in how they
// round exp and the like.

// A pull is an instruction that says where its result is.
type pull struct {
	instr
	out uint16
}

// wayBack returns the pulls of what depends on x or y, or nil if that is no polynomial.
func (p *Program) wayBack(g *graph, root int32, slot []uint16) (back []pull) {
	needed := make([]bool, len(g.nodes))
	needed[root] = true
	for id := root; id >= 0; id-- {
		n, out := g.nodes[id], slot[id]
		if !needed[id] || arity[n.op] == 0 || p.shapes[out]&(hasX|hasY) == 0 {
			continue
		}
		if power, ok := g.powers[id]; ok {
			needed[power.base] = true
			back = append(back, pull{instr{op: opPower, fn: uint8(power.n), a: slot[power.base]}, out})
			continue
		}
		in := p.instruction(n, slot)
		switch in.op {
		case opAdd, opAddK, opSub, opSubK, opKSub, opMul, opMulK, opDivK, opNeg, opSquare:
		default:
			return nil
		}
		for _, operand := range n.operands() {
			needed[operand] = true
		}
		back = append(back, pull{in, out})
	}
	return slices.Clip(back)
}

// gradBack is Grad by the way back.
func (e *Eval) gradBack(x, y float64) (f, fx, fy float64) {
	code, s := &e.p.grad, e.places
	s[slotX], s[slotY] = x, y
	execGrad(s, code.code)
	return s[code.results[0]], s[code.results[1]] + 0, s[code.results[2]] + 0
}

// execGrad executes a gradCode at one point.
func execGrad(s []float64, code []pull) {
	for i := range code {
		in := &code[i]
		a, b, d := s[in.a], s[in.b], &s[in.out]
		switch in.op {
		case opAdd, opAddK:
			*d = a + b
		case opSub, opSubK, opKSub:
			*d = a - b
		case opMul, opMulK:
			*d = a * b
		case opNeg:
			*d = -a
		case opSquare:
			*d = a * a
		case opSlope:
			*d = a * (2 * b)
		case opMulAdd:
			*d = prod(a, b) + s[in.c]
		case opSlopeAdd:
			*d = prod(a, 2*b) + s[in.c]
		case opDivK:
			*d = a / b
		case opPower:
			*d = a * powerRule(b, in.fn)
		default:
			*d = apply(&in.instr, a, b, s[in.c])
		}
	}
}

// powerRule is n*a^(n-1), by repeated squaring.
func powerRule(a float64, n uint8) float64 {
	p := 1.0
	for k := n - 1; k > 0; k >>= 1 {
		if k&1 != 0 {
			p *= a
		}
		a *= a
	}
	return float64(n) * p
}
