package expr

import (
	"math"

	"descentlab/internal/geom"
	"descentlab/surfaces/interval"
)

// An Enclosure bounds a formula over a box: intervals in which the value and its derivatives lie at every point of the box
// where they exist. At a kink the derivatives are those of both sides and all between.
type Enclosure struct {
	F, X, Y, XX, XY, YY interval.Interval

	// SlopeX and SlopeY enclose the gradient divided by a positive function, which has the same zeros: factors that are
	// powers of e leave the formula, or everything would look level where they are small. Bend is the Jacobian of that:
	// of SlopeX by x and y, then of SlopeY.
	SlopeX, SlopeY interval.Interval
	Bend           [2][2]interval.Interval

	Doubt interval.Doubt // of all this but F
	Faint bool           // what the gradient was divided by is nothing to working precision
}

// faint is below which a factor common to value and derivatives makes them nothing.
const faint = 1e-290

// A span is an instruction's result over a box. If it is scaled everything in it but the doubt is to be multiplied by a
// common positive factor, which is e to something whose gradient is GX, GY.
type span struct {
	F, X, Y, XX, XY, YY interval.Interval
	doubt               interval.Doubt
	scaled              bool
	factor, GX, GY      interval.Interval
}

// A piece says which of its operands an instruction that selects is taken to be.
type piece uint8

const (
	whole  piece = iota // as the box says
	first               // a, and not -a, 0 or b; of a condition, the part where it holds
	second              // the other
)

// An Encloser encloses a program over boxes. It holds scratch space, so each goroutine needs its own.
type Encloser struct {
	p      *Program
	bound  *Eval // for what follows from the parameters alone
	spans  []span
	pieces []piece // of each instruction of the moving code
	open   []int   // the instructions that the last box left open
	core   int     // the slot of the result without what is added to it that does not depend on the point
}

// Encloser returns an Encloser of the program with these parameters. It panics if they are not as many as the program has.
func (p *Program) Encloser(params ...float64) *Encloser {
	e := &Encloser{p: p, bound: p.Bind(params...), spans: make([]span, len(p.start))}
	e.Set(params...)
	code, _ := p.moving()
	e.pieces = make([]piece, len(code))
	e.core = p.coreSlot()
	return e
}

// Set replaces the parameters. What follows from them alone is a number, as for Eval.
func (e *Encloser) Set(params ...float64) {
	e.bound.Set(params...)
	for i, v := range e.bound.slots {
		if e.p.on[i] != 0 {
			continue
		}
		e.spans[i] = span{F: interval.Point(v)}
		if !geom.Finite(v) {
			e.spans[i] = span{F: interval.Entire, doubt: interval.Edge}
		}
	}
}

// coreSlot goes back from the result as long as only constants are added.
func (p *Program) coreSlot() int {
	code, first := p.moving()
	slot := int(p.result)
	for slot >= first {
		switch in := &code[slot-first]; in.op {
		case opAddK, opSubK:
			slot = int(in.a)
		case opKSub:
			slot = int(in.b)
		default:
			return slot
		}
	}
	return slot
}

// Over encloses the formula over a box.
func (e *Encloser) Over(box geom.Rect) Enclosure {
	clear(e.pieces)
	return e.over(box)
}

func (e *Encloser) over(box geom.Rect) Enclosure {
	e.open = e.open[:0]
	e.spans[slotX] = span{F: interval.Interval{Lo: box.X0, Hi: box.X1}, X: interval.Point(1)}
	e.spans[slotY] = span{F: interval.Interval{Lo: box.Y0, Hi: box.Y1}, Y: interval.Point(1)}
	code, first := e.p.moving()
	for i := range code {
		e.exec(&e.spans[first+i], &code[i], i)
	}
	s, core := e.spans[e.p.result], &e.spans[e.core]
	c := Enclosure{SlopeX: core.X, SlopeY: core.Y, Doubt: s.doubt | core.doubt}
	c.Bend = [2][2]interval.Interval{{core.XX, core.XY}, {core.XY, core.YY}}
	if core.scaled {
		c.Faint = core.factor.Hi < faint
		c.Bend[0][0] = core.XX.Sub(core.X.Mul(core.GX))
		c.Bend[0][1] = core.XY.Sub(core.X.Mul(core.GY))
		c.Bend[1][0] = core.XY.Sub(core.Y.Mul(core.GX))
		c.Bend[1][1] = core.YY.Sub(core.Y.Mul(core.GY))
	}
	s.unscale()
	c.F, c.X, c.Y, c.XX, c.XY, c.YY = s.F, s.X, s.Y, s.XX, s.XY, s.YY
	return c
}

// mostPieces is of how many open choices Pieces looks at all combinations.
const mostPieces = 5

// Pieces encloses the formula over a box once for every combination of the choices that the box leaves open: of abs, relu,
// min, max and ?:. Each piece is the formula with these choices made throughout the box, so that it goes on smoothly beyond
// where it counts. Pieces stops when take returns false. It tells whether there were few enough choices to look at.
func (e *Encloser) Pieces(box geom.Rect, take func(Enclosure) bool) bool {
	clear(e.pieces)
	e.over(box)
	open := append([]int(nil), e.open...)
	if len(open) > mostPieces {
		return false
	}
	for k := range 1 << len(open) {
		for i, at := range open {
			e.pieces[at] = first + piece(k>>i&1)
		}
		c := e.over(box)
		if len(e.open) > 0 { // a choice that only shows when others are made
			return false
		}
		if c.Doubt&interval.Void == 0 && !take(c) {
			break
		}
	}
	return true
}

// unscale multiplies the common factor out.
func (s *span) unscale() {
	if !s.scaled {
		return
	}
	f := s.factor
	*s = span{F: s.F.Mul(f), X: s.X.Mul(f), Y: s.Y.Mul(f), XX: s.XX.Mul(f), XY: s.XY.Mul(f), YY: s.YY.Mul(f), doubt: s.doubt}
}

// plain is the span without a common factor.
func plain(s *span) span {
	c := *s
	c.unscale()
	return c
}

// exec computes instruction i.
func (e *Encloser) exec(d *span, in *instr, i int) {
	a, b := &e.spans[in.a], &e.spans[in.b]
	switch in.op {
	case opAdd, opAddK:
		p, q := plain(a), plain(b)
		d.add(&p, &q)
	case opSub, opSubK, opKSub:
		p, q := plain(a), plain(b)
		q.negate()
		d.add(&p, &q)
	case opMul, opMulK:
		d.mul(a, b)
	case opDiv, opDivK, opKDiv:
		d.div(a, b)
	case opNeg:
		*d = *a
		d.negate()
	case opSquare:
		d.square(a)
	case opPowK:
		p := plain(a)
		d.chain(&p, interval.Power(p.F, b.F.Lo), b.doubt)
	case opKPow:
		p := plain(b)
		d.chain(&p, interval.Exponential(a.F.Lo, p.F), a.doubt)
	case opPow:
		p, q := plain(a), plain(b)
		d.pow(&p, &q)
		if p.F.Hi < 0 && e.p.shapes[in.b]&(hasX|hasY) != 0 {
			d.doubt |= interval.Rough // there is a value where the exponent is whole, but no slope by it
		}
	case opCall1, opFlat:
		d.call(in.fn, a)
	case opCall2:
		p, q := plain(a), plain(b)
		d.call2(in.fn, &p, &q)
	default:
		e.choose(d, in, i)
	}
}

func (s *span) negate() {
	s.F, s.X, s.Y, s.XX, s.XY, s.YY = s.F.Neg(), s.X.Neg(), s.Y.Neg(), s.XX.Neg(), s.XY.Neg(), s.YY.Neg()
}

func (s *span) add(a, b *span) {
	*s = span{F: a.F.Add(b.F), X: a.X.Add(b.X), Y: a.Y.Add(b.Y),
		XX: a.XX.Add(b.XX), XY: a.XY.Add(b.XY), YY: a.YY.Add(b.YY), doubt: a.doubt | b.doubt}
}

// rescale sets the common factor of a product, or with sign -1 of a quotient.
func (s *span) rescale(a, b *span, sign float64) {
	if !a.scaled && !b.scaled {
		return
	}
	one := interval.Point(1)
	fa, fb := one, one
	if a.scaled {
		fa, s.GX, s.GY = a.factor, a.GX, a.GY
	}
	if b.scaled {
		fb = b.factor
		s.GX, s.GY = s.GX.Add(b.GX.Scale(sign)), s.GY.Add(b.GY.Scale(sign))
	}
	s.scaled = true
	if s.factor = fa.Mul(fb); sign < 0 {
		s.factor, _ = fa.Div(fb)
	}
}

// mul is the product rule.
func (s *span) mul(a, b *span) {
	f, x, y, g, u, v := a.F, a.X, a.Y, b.F, b.X, b.Y
	r := span{F: f.Mul(g), X: f.Mul(u).Add(x.Mul(g)), Y: f.Mul(v).Add(y.Mul(g)), doubt: a.doubt | b.doubt}
	r.XX = f.Mul(b.XX).Add(a.XX.Mul(g)).Add(x.Mul(u).Scale(2))
	r.XY = f.Mul(b.XY).Add(a.XY.Mul(g)).Add(x.Mul(v).Add(y.Mul(u)))
	r.YY = f.Mul(b.YY).Add(a.YY.Mul(g)).Add(y.Mul(v).Scale(2))
	r.rescale(a, b, 1)
	*s = r
}

func (s *span) square(a *span) {
	f, x, y := a.F, a.X, a.Y
	r := span{F: f.Square(), X: f.Mul(x).Scale(2), Y: f.Mul(y).Scale(2), doubt: a.doubt}
	r.XX = f.Mul(a.XX).Add(x.Square()).Scale(2)
	r.XY = f.Mul(a.XY).Add(x.Mul(y)).Scale(2)
	r.YY = f.Mul(a.YY).Add(y.Square()).Scale(2)
	r.rescale(a, a, 1)
	*s = r
}

// div solves the product rule of a = q*b for q, as Jet.div does.
func (s *span) div(a, b *span) {
	q, doubt := a.F.Div(b.F)
	k, u, v := b.F, b.X, b.Y
	per := func(c interval.Interval) interval.Interval { r, _ := c.Div(k); return r }
	x, y := per(a.X.Sub(q.Mul(u))), per(a.Y.Sub(q.Mul(v)))
	r := span{F: q, X: x, Y: y, doubt: a.doubt | b.doubt | doubt}
	r.XX = per(a.XX.Sub(q.Mul(b.XX)).Sub(x.Mul(u).Scale(2)))
	r.XY = per(a.XY.Sub(q.Mul(b.XY)).Sub(x.Mul(v).Add(y.Mul(u))))
	r.YY = per(a.YY.Sub(q.Mul(b.YY)).Sub(y.Mul(v).Scale(2)))
	r.rescale(a, b, -1)
	*s = r
}

// chain is the chain rule for a function of one variable.
func (s *span) chain(a *span, c interval.Curve, more interval.Doubt) {
	*s = span{F: c.F, X: c.F1.Mul(a.X), Y: c.F1.Mul(a.Y), doubt: a.doubt | c.Doubt | more,
		XX: c.F1.Mul(a.XX).Add(c.F2.Mul(a.X.Square())),
		XY: c.F1.Mul(a.XY).Add(c.F2.Mul(a.X.Mul(a.Y))),
		YY: c.F1.Mul(a.YY).Add(c.F2.Mul(a.Y.Square()))}
	if !c.F.Bounded() || !c.F1.Bounded() || !c.F2.Bounded() {
		s.doubt |= interval.Edge // a factor of 0 may take the infinity away, and the doubt with it
	}
}

// exp takes the exponential out as a common factor: what is left is 1, with the derivatives of the exponent.
func (s *span) exp(a *span) {
	*s = span{F: interval.Point(1), X: a.X, Y: a.Y, doubt: a.doubt,
		XX: a.XX.Add(a.X.Square()), XY: a.XY.Add(a.X.Mul(a.Y)), YY: a.YY.Add(a.Y.Square()),
		scaled: true, factor: interval.Exp(a.F).F, GX: a.X, GY: a.Y}
}

// pow is exp(b*log(a)), for positive a.
func (s *span) pow(a, b *span) {
	if !(a.F.Lo > 0) {
		*s = unknown(a.doubt | b.doubt | interval.Edge)
		return
	}
	var l, p span
	l.chain(a, interval.Log(a.F), 0)
	p.mul(&l, b)
	s.exp(&p)
	s.unscale()
}

// unknown is a span of which nothing is known.
func unknown(doubt interval.Doubt) span {
	all := interval.Entire
	return span{F: all, X: all, Y: all, XX: all, XY: all, YY: all, doubt: doubt}
}

// call2 is the chain rule for a function of two variables.
func (s *span) call2(fn uint8, a, b *span) {
	f := sheets[fn]
	if f == nil {
		*s = unknown(a.doubt | b.doubt | interval.Edge | interval.Jump)
		return
	}
	c := f(a.F, b.F)
	bend := func(a1, b1, a2, b2 interval.Interval) interval.Interval {
		return c.AA.Mul(a1.Mul(a2)).Add(c.AB.Mul(a1.Mul(b2).Add(a2.Mul(b1)))).Add(c.BB.Mul(b1.Mul(b2)))
	}
	*s = span{F: c.F, X: c.A.Mul(a.X).Add(c.B.Mul(b.X)), Y: c.A.Mul(a.Y).Add(c.B.Mul(b.Y)), doubt: a.doubt | b.doubt | c.Doubt,
		XX: c.A.Mul(a.XX).Add(c.B.Mul(b.XX)).Add(bend(a.X, b.X, a.X, b.X)),
		XY: c.A.Mul(a.XY).Add(c.B.Mul(b.XY)).Add(bend(a.X, b.X, a.Y, b.Y)),
		YY: c.A.Mul(a.YY).Add(c.B.Mul(b.YY)).Add(bend(a.Y, b.Y, a.Y, b.Y))}
	if c.Doubt&interval.Void == 0 && math.IsInf(c.F.Lo, -1) && math.IsInf(c.F.Hi, 1) {
		s.doubt |= interval.Edge
	}
}
