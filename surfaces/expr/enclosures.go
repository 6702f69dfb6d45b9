package expr

import (
	"descentlab/surfaces/expr/elementary"
	"descentlab/surfaces/interval"
)

var expFn = uint8(elementary.Lookup("exp"))

// call applies a function of one variable.
func call(d *interval.Span, fn uint8, a *interval.Span) {
	if fn == expFn {
		d.Exp(a)
		return
	}
	f := elementary.Table[fn].Over
	if f == nil {
		*d = interval.Unknown(a.Doubt | interval.Edge | interval.Jump)
		return
	}
	d.Chain(a, f(a.F))
}

// call2 applies a function of two variables.
func call2(d *interval.Span, fn uint8, a, b *interval.Span) {
	f := elementary.Table[fn].Over2
	if f == nil {
		*d = interval.Unknown(a.Doubt | b.Doubt | interval.Edge | interval.Jump)
		return
	}
	d.Chain2(a, b, f(a.F, b.F))
}

// choose executes an instruction that selects, or a condition.
func (e *Encloser) choose(d *interval.Span, in *instr, i int) {
	a, b := e.spans[in.a].Plain(), e.spans[in.b].Plain()
	switch in.op {
	case opAbs:
		minus := a
		minus.Negate()
		e.part(d, i, &a, &minus, a.F.Lo > 0, a.F.Hi < 0, interval.Kink)
		if e.pieces[i] == whole {
			d.F = a.F.Abs()
		}
	case opRelu:
		e.part(d, i, &a, &interval.Span{Doubt: a.Doubt &^ interval.Kink}, a.F.Lo > 0, a.F.Hi < 0, interval.Kink)
		if e.pieces[i] == whole {
			d.F = interval.Interval{Lo: max(a.F.Lo, 0), Hi: max(a.F.Hi, 0)}
		}
	case opMin:
		e.part(d, i, &a, &b, a.F.Hi < b.F.Lo, b.F.Hi < a.F.Lo, interval.Kink)
		if e.pieces[i] == whole {
			d.F = interval.Interval{Lo: min(a.F.Lo, b.F.Lo), Hi: min(a.F.Hi, b.F.Hi)}
		}
		d.Doubt |= (a.Doubt | b.Doubt) & (interval.Edge | interval.Void)
	case opMax:
		e.part(d, i, &a, &b, a.F.Lo > b.F.Hi, b.F.Lo > a.F.Hi, interval.Kink)
		if e.pieces[i] == whole {
			d.F = interval.Interval{Lo: max(a.F.Lo, b.F.Lo), Hi: max(a.F.Hi, b.F.Hi)}
		}
		d.Doubt |= (a.Doubt | b.Doubt) & (interval.Edge | interval.Void)
	case opSelect:
		c := e.spans[in.c].Plain()
		e.part(d, i, &b, &c, !a.F.Has(0), a.F == interval.Interval{}, interval.Jump)
	default:
		*d = condition(in.op, &a, &b)
	}
}

// part takes the one operand or the other, or what holds both where it is open which one it is.
func (e *Encloser) part(d *interval.Span, i int, p, q *interval.Span, isFirst, isSecond bool, doubt interval.Doubt) {
	switch {
	case isFirst || e.pieces[i] == first:
		*d = *p
		return
	case isSecond || e.pieces[i] == second:
		*d = *q
		return
	}
	e.open = append(e.open, i)
	d.Either(p, q, doubt)
}

// condition is 1 where it holds throughout the box, 0 where it holds nowhere, and both where that is open.
func condition(op opcode, a, b *interval.Span) interval.Span {
	always, never := false, false
	sure := (a.Doubt|b.Doubt)&(interval.Edge|interval.Void|interval.Jump) == 0
	aTrue, aFalse := !a.F.Has(0), a.F == interval.Interval{}
	bTrue, bFalse := !b.F.Has(0), b.F == interval.Interval{}
	void := (a.Doubt|b.Doubt)&interval.Void != 0 // compared with what is not a number
	switch op {
	case opLess:
		always, never = sure && a.F.Hi < b.F.Lo, void || a.F.Lo >= b.F.Hi
	case opLessEq:
		always, never = sure && a.F.Hi <= b.F.Lo, void || a.F.Lo > b.F.Hi
	case opEqual:
		never = void || a.F.Hi < b.F.Lo || b.F.Hi < a.F.Lo
		always = sure && a.F.Lo == a.F.Hi && a.F == b.F
	case opNotEqual:
		always = void || a.F.Hi < b.F.Lo || b.F.Hi < a.F.Lo
		never = sure && a.F.Lo == a.F.Hi && a.F == b.F
	case opAnd:
		always, never = aTrue && bTrue, aFalse || bFalse
	case opOr:
		always, never = aTrue || bTrue, aFalse && bFalse
	case opNot:
		always, never = aFalse, aTrue
	}
	switch {
	case always:
		return interval.Span{F: interval.Point(1)}
	case never:
		return interval.Span{}
	}
	return interval.Span{F: interval.Interval{Lo: 0, Hi: 1}, Doubt: interval.Jump}
}
