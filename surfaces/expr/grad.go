package expr

import "descentlab/surfaces/expr/elementary"

// A dual is a value with its first derivatives.
type dual struct{ F, X, Y float64 }

// Grad returns the value of the formula at (x, y) with its gradient: the same bits that Jet gives, save that the gradient
// of a polynomial is rounded as PyTorch's autograd rounds it, where that is finite.
func (e *Eval) Grad(x, y float64) (f, fx, fy float64) {
	if e.p.back != nil {
		f, fx, fy = e.gradBack(x, y)
		if check := f + fx + fy; check-check == 0 { // neither NaN nor infinite
			return f, fx, fy
		}
	}
	e.duals[slotX].F, e.duals[slotY].F = x, y
	code, first := e.p.moving()
	execDuals(e.duals, code, first)
	d := &e.duals[e.p.result]
	if check := d.F + d.X + d.Y; check != check {
		j := Jet{F: d.F, X: d.X, Y: d.Y}
		j.mend(e, x, y)
		return j.F, j.X, j.Y
	}
	return d.F, d.X, d.Y
}

// execDuals is execJets up to first order.
func execDuals(s []dual, code []instr, first int) {
	out := s[first:][:len(code)]
	for i := range code {
		in := &code[i]
		a, b, d := &s[in.a], &s[in.b], &out[i]
		switch in.op {
		case opAdd:
			d.F, d.X, d.Y = a.F+b.F, a.X+b.X, a.Y+b.Y
		case opAddK:
			d.F, d.X, d.Y = a.F+b.F, a.X, a.Y
		case opSub:
			d.F, d.X, d.Y = a.F-b.F, a.X-b.X, a.Y-b.Y
		case opSubK:
			d.F, d.X, d.Y = a.F-b.F, a.X, a.Y
		case opKSub:
			d.F, d.X, d.Y = a.F-b.F, -b.X, -b.Y
		case opMul:
			f, g := a.F, b.F
			d.F, d.X, d.Y = f*g, prod(f, b.X)+prod(a.X, g), prod(f, b.Y)+prod(a.Y, g)
		case opMulK:
			k := b.F
			d.F, d.X, d.Y = a.F*k, a.X*k, a.Y*k
		case opNeg:
			d.F, d.X, d.Y = -a.F, -a.X, -a.Y
		case opSquare:
			f := a.F
			d.F, d.X, d.Y = f*f, 2*prod(f, a.X), 2*prod(f, a.Y)
		default:
			d.apply(in, a, b, &s[in.c])
		}
	}
}

// apply executes what execDuals leaves to it.
func (d *dual) apply(in *instr, a, b, c *dual) {
	switch in.op {
	case opDiv:
		q, k := a.F/b.F, b.F
		*d = dual{q, (a.X - prod(q, b.X)) / k, (a.Y - prod(q, b.Y)) / k}
	case opDivK:
		k := b.F
		*d = dual{a.F / k, a.X / k, a.Y / k}
	case opPow, opCall2:
		f, p := slope2(in, a.F, b.F)
		*d = dual{f, prod(p.A, a.X) + prod(p.B, b.X), prod(p.A, a.Y) + prod(p.B, b.Y)}
	case opCall1, opPowK:
		f, f1, _ := slope(in, a.F, b.F)
		*d = dual{f, f1 * a.X, f1 * a.Y}
	case opKDiv, opKPow:
		f, f1, _ := slope(in, a.F, b.F)
		*d = dual{f, f1 * b.X, f1 * b.Y}
	case opFlat:
		*d = dual{F: elementary.Table[in.fn].Value(a.F)}
	default:
		d.choose(in.op, a, b, c)
	}
}
