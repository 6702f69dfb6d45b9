package expr

import "descentlab/surfaces/interval"

// curves and sheets are what the functions of the grammar are over intervals, by their index in the table of functions. One
// that is not here is unknown wherever it is used, and nothing can be proven of it.
var (
	curves = byIndex(map[string]func(interval.Interval) interval.Curve{
		"sin": interval.Sin, "cos": interval.Cos, "tan": interval.Tan,
		"asin": interval.Asin, "acos": interval.Acos, "atan": interval.Atan,
		"sinh": interval.Sinh, "cosh": interval.Cosh, "tanh": interval.Tanh,
		"exp": interval.Exp, "log": interval.Log, "log10": interval.Log10, "sqrt": interval.Sqrt, "cbrt": interval.Cbrt,
		"sigmoid": interval.Sigmoid, "softplus": interval.Softplus, "sign": interval.Sign, "floor": interval.Floor,
		"asinh": interval.Asinh, "acosh": interval.Acosh, "atanh": interval.Atanh,
		"sec": interval.Sec, "csc": interval.Csc, "cot": interval.Cot, "log2": interval.Log2, "log1p": interval.Log1p,
		"expm1": interval.Expm1, "erf": interval.Erf, "erfc": interval.Erfc,
		"ceil": interval.Ceil, "round": interval.Round, "trunc": interval.Trunc,
	})
	sheets = byIndex(map[string]func(a, b interval.Interval) interval.Sheet{
		"hypot": interval.Hypot, "atan2": interval.Atan2, "mod": interval.Mod,
	})
	expFn = uint8(lookupFunction("exp"))
)

func byIndex[F any](named map[string]F) []F {
	list := make([]F, len(functions))
	for name, f := range named {
		list[lookupFunction(name)] = f
	}
	return list
}

// call applies a function of one variable.
func (s *span) call(fn uint8, of *span) {
	a := plain(of)
	if fn == expFn {
		s.exp(&a)
		return
	}
	f := curves[fn]
	if f == nil {
		*s = unknown(a.doubt | interval.Edge | interval.Jump)
		return
	}
	s.chain(&a, f(a.F), 0)
}

// choose executes an instruction that selects, or a condition.
func (e *Encloser) choose(d *span, in *instr, i int) {
	a, b := plain(&e.spans[in.a]), plain(&e.spans[in.b])
	switch in.op {
	case opAbs:
		minus := a
		minus.negate()
		e.part(d, i, &a, &minus, a.F.Lo > 0, a.F.Hi < 0, interval.Kink)
		if e.pieces[i] == whole {
			d.F = a.F.Abs()
		}
	case opRelu:
		e.part(d, i, &a, &span{doubt: a.doubt &^ interval.Kink}, a.F.Lo > 0, a.F.Hi < 0, interval.Kink)
		if e.pieces[i] == whole {
			d.F = interval.Interval{Lo: max(a.F.Lo, 0), Hi: max(a.F.Hi, 0)}
		}
	case opMin:
		e.part(d, i, &a, &b, a.F.Hi < b.F.Lo, b.F.Hi < a.F.Lo, interval.Kink)
		if e.pieces[i] == whole {
			d.F = interval.Interval{Lo: min(a.F.Lo, b.F.Lo), Hi: min(a.F.Hi, b.F.Hi)}
		}
		d.doubt |= (a.doubt | b.doubt) & (interval.Edge | interval.Void)
	case opMax:
		e.part(d, i, &a, &b, a.F.Lo > b.F.Hi, b.F.Lo > a.F.Hi, interval.Kink)
		if e.pieces[i] == whole {
			d.F = interval.Interval{Lo: max(a.F.Lo, b.F.Lo), Hi: max(a.F.Hi, b.F.Hi)}
		}
		d.doubt |= (a.doubt | b.doubt) & (interval.Edge | interval.Void)
	case opSelect:
		c := plain(&e.spans[in.c])
		e.part(d, i, &b, &c, !a.F.Has(0), a.F == interval.Interval{}, interval.Jump)
	default:
		*d = condition(in.op, &a, &b)
	}
}

// part takes the one operand or the other, or what holds both where it is open which one it is.
func (e *Encloser) part(d *span, i int, p, q *span, isFirst, isSecond bool, doubt interval.Doubt) {
	switch {
	case isFirst || e.pieces[i] == first:
		*d = *p
		return
	case isSecond || e.pieces[i] == second:
		*d = *q
		return
	}
	e.open = append(e.open, i)
	const nothing = interval.Void | interval.Rough
	void := p.doubt & q.doubt & nothing
	either := (p.doubt | q.doubt) &^ nothing
	if (p.doubt^q.doubt)&nothing != 0 {
		either |= interval.Edge
	}
	*d = span{F: p.F.Hull(q.F), X: p.X.Hull(q.X), Y: p.Y.Hull(q.Y), XX: p.XX.Hull(q.XX), XY: p.XY.Hull(q.XY), YY: p.YY.Hull(q.YY),
		doubt: doubt | either | void}
}

// condition is 1 where it holds throughout the box, 0 where it holds nowhere, and both where that is open.
func condition(op opcode, a, b *span) span {
	always, never := false, false
	sure := (a.doubt|b.doubt)&(interval.Edge|interval.Void|interval.Jump) == 0
	aTrue, aFalse := !a.F.Has(0), a.F == interval.Interval{}
	bTrue, bFalse := !b.F.Has(0), b.F == interval.Interval{}
	void := (a.doubt|b.doubt)&interval.Void != 0 // compared with what is not a number
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
		return span{F: interval.Point(1)}
	case never:
		return span{}
	}
	return span{F: interval.Interval{Lo: 0, Hi: 1}, doubt: interval.Jump}
}
