package expr

import (
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
	spans  []interval.Span
	pieces []piece // of each instruction of the moving code
	open   []int   // the instructions that the last box left open
	core   int     // the slot of the result without what is added to it that does not depend on the point
}

// Encloser returns an Encloser of the program with these parameters. It panics if they are not as many as the program has.
func (p *Program) Encloser(params ...float64) *Encloser {
	e := &Encloser{p: p, bound: p.Bind(params...), spans: make([]interval.Span, len(p.start))}
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
		e.spans[i] = interval.Span{F: interval.Point(v)}
		if !geom.Finite(v) {
			e.spans[i] = interval.Span{F: interval.Entire, Doubt: interval.Edge}
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
	e.spans[slotX] = interval.Span{F: interval.Interval{Lo: box.X0, Hi: box.X1}, X: interval.Point(1)}
	e.spans[slotY] = interval.Span{F: interval.Interval{Lo: box.Y0, Hi: box.Y1}, Y: interval.Point(1)}
	code, first := e.p.moving()
	for i := range code {
		e.exec(&e.spans[first+i], &code[i], i)
	}
	s, core := e.spans[e.p.result], &e.spans[e.core]
	c := Enclosure{SlopeX: core.X, SlopeY: core.Y, Doubt: s.Doubt | core.Doubt}
	c.Bend = [2][2]interval.Interval{{core.XX, core.XY}, {core.XY, core.YY}}
	if core.Scaled {
		c.Faint = core.Factor.Hi < faint
		c.Bend[0][0] = core.XX.Sub(core.X.Mul(core.GX))
		c.Bend[0][1] = core.XY.Sub(core.X.Mul(core.GY))
		c.Bend[1][0] = core.XY.Sub(core.Y.Mul(core.GX))
		c.Bend[1][1] = core.YY.Sub(core.Y.Mul(core.GY))
	}
	s.Unscale()
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

// exec computes instruction i.
func (e *Encloser) exec(d *interval.Span, in *instr, i int) {
	a, b := &e.spans[in.a], &e.spans[in.b]
	switch in.op {
	case opAdd, opAddK:
		p, q := a.Plain(), b.Plain()
		d.Add(&p, &q)
	case opSub, opSubK, opKSub:
		p, q := a.Plain(), b.Plain()
		q.Negate()
		d.Add(&p, &q)
	case opMul, opMulK:
		d.Mul(a, b)
	case opDiv, opDivK, opKDiv:
		d.Div(a, b)
	case opNeg:
		*d = *a
		d.Negate()
	case opSquare:
		d.Square(a)
	case opPowK:
		p := a.Plain()
		d.Chain(&p, interval.Power(p.F, b.F.Lo))
		d.Doubt |= b.Doubt
	case opKPow:
		p := b.Plain()
		d.Chain(&p, interval.Exponential(a.F.Lo, p.F))
		d.Doubt |= a.Doubt
	case opPow:
		p, q := a.Plain(), b.Plain()
		d.Pow(&p, &q)
		if p.F.Hi < 0 && e.p.shapes[in.b]&(hasX|hasY) != 0 {
			d.Doubt |= interval.Rough // there is a value where the exponent is whole, but no slope by it
		}
	case opCall1, opFlat:
		p := a.Plain()
		call(d, in.fn, &p)
	case opCall2:
		p, q := a.Plain(), b.Plain()
		call2(d, in.fn, &p, &q)
	default:
		e.choose(d, in, i)
	}
}
