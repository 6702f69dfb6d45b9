package expr

import "descentlab/surfaces/expr/elementary"

// A Jet is a value F with its first and second derivatives by x and y.
type Jet struct{ F, X, Y, XX, XY, YY float64 }

// Jet returns the value of the formula at (x, y) with its gradient and Hessian.
func (e *Eval) Jet(x, y float64) Jet {
	e.jets[slotX].F, e.jets[slotY].F = x, y
	code, first := e.p.moving()
	execJets(e.jets, code, first)
	j := e.jets[e.p.result]
	if check := j.F + j.X + j.Y + j.XX + j.XY + j.YY; check != check {
		j.mend(e, x, y)
	}
	return j
}

// execJets runs code over jets. Where an infinity meets a derivative that is 0 because of the shape of the formula
// it makes NaN out of 0*Inf; Jet.mend tells. The loop holds what is short and frequent. Whatever calls a function
// is left to Jet.apply, because around a call the compiler keeps everything in memory, which doubled the time of
// all operations.
func execJets(s []Jet, code []instr, first int) {
	out := s[first:][:len(code)]
	for i := range code {
		in := &code[i]
		a, b, d := &s[in.a], &s[in.b], &out[i]
		switch in.op {
		case opAdd:
			d.F, d.X, d.Y = a.F+b.F, a.X+b.X, a.Y+b.Y
			d.XX, d.XY, d.YY = a.XX+b.XX, a.XY+b.XY, a.YY+b.YY
		case opAddK:
			d.F, d.X, d.Y = a.F+b.F, a.X, a.Y
			d.XX, d.XY, d.YY = a.XX, a.XY, a.YY
		case opSub:
			d.F, d.X, d.Y = a.F-b.F, a.X-b.X, a.Y-b.Y
			d.XX, d.XY, d.YY = a.XX-b.XX, a.XY-b.XY, a.YY-b.YY
		case opSubK:
			d.F, d.X, d.Y = a.F-b.F, a.X, a.Y
			d.XX, d.XY, d.YY = a.XX, a.XY, a.YY
		case opKSub:
			d.F, d.X, d.Y = a.F-b.F, -b.X, -b.Y
			d.XX, d.XY, d.YY = -b.XX, -b.XY, -b.YY
		case opMul: // the product rule
			f, x, y, g, u, v := a.F, a.X, a.Y, b.F, b.X, b.Y
			xx := prod(f, b.XX) + prod(a.XX, g) + 2*prod(x, u)
			xy := prod(f, b.XY) + prod(a.XY, g) + (prod(x, v) + prod(y, u))
			yy := prod(f, b.YY) + prod(a.YY, g) + 2*prod(y, v)
			d.F, d.X, d.Y = f*g, prod(f, u)+prod(x, g), prod(f, v)+prod(y, g)
			d.XX, d.XY, d.YY = xx, xy, yy
		case opMulK:
			k := b.F
			d.F, d.X, d.Y = a.F*k, a.X*k, a.Y*k
			d.XX, d.XY, d.YY = a.XX*k, a.XY*k, a.YY*k
		case opNeg:
			d.F, d.X, d.Y = -a.F, -a.X, -a.Y
			d.XX, d.XY, d.YY = -a.XX, -a.XY, -a.YY
		case opSquare:
			f, x, y := a.F, a.X, a.Y
			xx, xy, yy := prod(f, a.XX)+prod(x, x), prod(f, a.XY)+prod(x, y), prod(f, a.YY)+prod(y, y)
			d.F, d.X, d.Y = f*f, 2*prod(f, x), 2*prod(f, y)
			d.XX, d.XY, d.YY = 2*xx, 2*xy, 2*yy
		default:
			d.apply(in, a, b, &s[in.c])
		}
	}
}

// apply executes what execJets leaves to it.
func (d *Jet) apply(in *instr, a, b, c *Jet) {
	switch in.op {
	case opDiv:
		d.div(a, b)
	case opDivK:
		k := b.F
		*d = Jet{a.F / k, a.X / k, a.Y / k, a.XX / k, a.XY / k, a.YY / k}
	case opPow, opCall2:
		f, p := slope2(in, a.F, b.F)
		d.chain2(a, b, f, &p)
	case opCall1, opPowK:
		f, f1, f2 := slope(in, a.F, b.F)
		d.chain(a, f, f1, f2)
	case opKDiv, opKPow:
		f, f1, f2 := slope(in, a.F, b.F)
		d.chain(b, f, f1, f2)
	case opFlat:
		*d = Jet{F: elementary.Table[in.fn].Value(a.F)}
	default:
		d.choose(in.op, a, b, c)
	}
}

// div solves the product rule of a = q*b for q, which needs no square of b and so overflows later than a*(1/b).
func (d *Jet) div(a, b *Jet) {
	q, k, u, v := a.F/b.F, b.F, b.X, b.Y
	x, y := (a.X-prod(q, u))/k, (a.Y-prod(q, v))/k
	xx := (a.XX - prod(q, b.XX) - 2*prod(x, u)) / k
	xy := (a.XY - prod(q, b.XY) - (prod(x, v) + prod(y, u))) / k
	yy := (a.YY - prod(q, b.YY) - 2*prod(y, v)) / k
	*d = Jet{q, x, y, xx, xy, yy}
}

// chain is the chain rule for a function of one argument whose value and derivatives at a are f, f1 and f2.
func (d *Jet) chain(a *Jet, f, f1, f2 float64) {
	x, y := a.X, a.Y
	xx := prod(f1, a.XX) + f2*prod(x, x)
	xy := prod(f1, a.XY) + f2*prod(x, y)
	yy := prod(f1, a.YY) + f2*prod(y, y)
	*d = Jet{f, f1 * x, f1 * y, xx, xy, yy}
}

// chain2 is the chain rule for a function of two arguments.
func (d *Jet) chain2(a, b *Jet, f float64, p *elementary.Partials) {
	*d = Jet{
		F:  f,
		X:  prod(p.A, a.X) + prod(p.B, b.X),
		Y:  prod(p.A, a.Y) + prod(p.B, b.Y),
		XX: prod(p.A, a.XX) + prod(p.B, b.XX) + bend(p, a.X, b.X, a.X, b.X),
		XY: prod(p.A, a.XY) + prod(p.B, b.XY) + bend(p, a.X, b.X, a.Y, b.Y),
		YY: prod(p.A, a.YY) + prod(p.B, b.YY) + bend(p, a.Y, b.Y, a.Y, b.Y),
	}
}

// bend is the second derivative along (a1, b1) and (a2, b2).
func bend(p *elementary.Partials, a1, b1, a2, b2 float64) float64 {
	return p.AA*prod(a1, a2) + p.AB*(prod(a1, b2)+prod(a2, b1)) + p.BB*prod(b1, b2)
}

// prod is a product that is rounded before it is added to anything. Without the conversion a compiler may fuse product
// and sum, and the same formula would give different bits in different places and on different machines.
func prod(a, b float64) float64 { return float64(a * b) }
