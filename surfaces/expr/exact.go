package expr

import (
	"math"

	"descentlab/surfaces/expr/elementary"
)

var undefined = Jet{math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}

// mend settles a result that has NaN in it, or infinities. A value that is NaN has no derivatives. Otherwise each
// derivative that is NaN is computed again with regard to shapes: the product of an infinity and a derivative that
// cannot differ from 0 is 0. Only what is NaN can change by that, because any such product is NaN without it, and
// sums and products hand NaN on; so the quick way is right wherever it gives a number, and formulas without
// infinities never pay for shapes.
func (j *Jet) mend(e *Eval, x, y float64) {
	if math.IsNaN(j.F) {
		*j = undefined
		return
	}
	e.jets[slotX].F, e.jets[slotY].F = x, y
	code, first := e.p.moving()
	execExact(e.jets, e.p.shapes, code, first)
	exact := &e.jets[e.p.result]
	for _, d := range [...]struct{ to, from *float64 }{
		{&j.X, &exact.X}, {&j.Y, &exact.Y}, {&j.XX, &exact.XX}, {&j.XY, &exact.XY}, {&j.YY, &exact.YY},
	} {
		if math.IsNaN(*d.to) {
			*d.to = *d.from
		}
	}
}

// execExact is execJets with regard to shapes.
func execExact(s []Jet, shapes []shape, code []instr, first int) {
	for i := range code {
		in := &code[i]
		a, b, d := &s[in.a], &s[in.b], &s[first+i]
		sa, sb := shapes[in.a], shapes[in.b]
		switch in.op {
		case opMul, opMulK:
			d.mulExact(a, b, sa, sb)
		case opSquare:
			d.mulExact(a, a, sa, sa)
		case opDiv, opDivK:
			var r Jet
			r1 := -1 / b.F / b.F
			r.chainExact(b, sb, 1/b.F, r1, -2*r1/b.F)
			d.mulExact(a, &r, sa, sb.bent())
		case opCall1, opPowK:
			f, f1, f2 := slope(in, a.F, b.F)
			d.chainExact(a, sa, f, f1, f2)
		case opKDiv, opKPow:
			f, f1, f2 := slope(in, a.F, b.F)
			d.chainExact(b, sb, f, f1, f2)
		case opPow, opCall2:
			f, p := slope2(in, a.F, b.F)
			d.chain2Exact(a, b, sa, sb, f, &p)
		default:
			execJets(s, code[i:i+1], first+i) // nothing is multiplied
		}
	}
}

// keep returns v, or 0 if it has a factor that cannot differ from 0: a derivative that s lacks.
func (s shape) keep(factors shape, v float64) float64 {
	if s&factors != factors {
		return 0
	}
	return v
}

func (d *Jet) mulExact(a, b *Jet, sa, sb shape) {
	*d = Jet{
		F:  a.F * b.F,
		X:  sb.keep(hasX, a.F*b.X) + sa.keep(hasX, a.X*b.F),
		Y:  sb.keep(hasY, a.F*b.Y) + sa.keep(hasY, a.Y*b.F),
		XX: sb.keep(hasXX, a.F*b.XX) + sa.keep(hasXX, a.XX*b.F) + 2*sa.keep(hasX, sb.keep(hasX, a.X*b.X)),
		XY: sb.keep(hasXY, a.F*b.XY) + sa.keep(hasXY, a.XY*b.F) +
			sa.keep(hasX, sb.keep(hasY, a.X*b.Y)) + sa.keep(hasY, sb.keep(hasX, a.Y*b.X)),
		YY: sb.keep(hasYY, a.F*b.YY) + sa.keep(hasYY, a.YY*b.F) + 2*sa.keep(hasY, sb.keep(hasY, a.Y*b.Y)),
	}
}

func (d *Jet) chainExact(a *Jet, s shape, f, f1, f2 float64) {
	*d = Jet{
		F:  f,
		X:  s.keep(hasX, f1*a.X),
		Y:  s.keep(hasY, f1*a.Y),
		XX: s.keep(hasXX, f1*a.XX) + s.keep(hasX, f2*(a.X*a.X)),
		XY: s.keep(hasXY, f1*a.XY) + s.keep(hasX|hasY, f2*(a.X*a.Y)),
		YY: s.keep(hasYY, f1*a.YY) + s.keep(hasY, f2*(a.Y*a.Y)),
	}
}

func (d *Jet) chain2Exact(a, b *Jet, sa, sb shape, f float64, p *elementary.Partials) {
	*d = Jet{
		F: f,
		X: sa.keep(hasX, p.A*a.X) + sb.keep(hasX, p.B*b.X),
		Y: sa.keep(hasY, p.A*a.Y) + sb.keep(hasY, p.B*b.Y),
		XX: sa.keep(hasXX, p.A*a.XX) + sb.keep(hasXX, p.B*b.XX) +
			sa.keep(hasX, p.AA*(a.X*a.X)) + 2*sa.keep(hasX, sb.keep(hasX, p.AB*(a.X*b.X))) + sb.keep(hasX, p.BB*(b.X*b.X)),
		XY: sa.keep(hasXY, p.A*a.XY) + sb.keep(hasXY, p.B*b.XY) +
			sa.keep(hasX|hasY, p.AA*(a.X*a.Y)) + sb.keep(hasX|hasY, p.BB*(b.X*b.Y)) +
			sa.keep(hasX, sb.keep(hasY, p.AB*(a.X*b.Y))) + sa.keep(hasY, sb.keep(hasX, p.AB*(a.Y*b.X))),
		YY: sa.keep(hasYY, p.A*a.YY) + sb.keep(hasYY, p.B*b.YY) +
			sa.keep(hasY, p.AA*(a.Y*a.Y)) + 2*sa.keep(hasY, sb.keep(hasY, p.AB*(a.Y*b.Y))) + sb.keep(hasY, p.BB*(b.Y*b.Y)),
	}
}
