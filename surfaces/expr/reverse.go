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

// A pull is an instruction seen from its result.
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
	f = e.Value(x, y)
	clear(e.adjoints)
	e.adjoints[e.p.result] = 1
	sweep(e.adjoints, e.slots, e.p.back)
	return f, e.adjoints[slotX], e.adjoints[slotY]
}

// sweep hands the adjoints d of the slots s on. Operands that are constant over the plane may get something too.
func sweep(d, s []float64, back []pull) {
	for i := range back {
		in := &back[i]
		g := d[in.out]
		switch in.op {
		case opAdd:
			d[in.a] += g
			d[in.b] += g
		case opAddK, opSubK:
			d[in.a] += g
		case opSub:
			d[in.a] += g
			d[in.b] -= g
		case opKSub:
			d[in.b] -= g
		case opMul:
			d[in.a] += prod(g, s[in.b])
			d[in.b] += prod(g, s[in.a])
		case opMulK:
			d[in.a] += prod(g, s[in.b])
		case opDivK:
			d[in.a] += g / s[in.b]
		case opNeg:
			d[in.a] -= g
		case opSquare:
			d[in.a] += prod(g, 2*s[in.a])
		case opPower:
			d[in.a] += prod(g, powerRule(s[in.a], in.fn))
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
