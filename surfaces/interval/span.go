package interval

import "math"

// A Span is a quantity over a box of the plane: intervals of its value and derivatives, and what is in doubt of them. If it is
// Scaled everything in it but the doubt is to be multiplied by a common positive Factor, which is e to something whose
// gradient is GX, GY. Its methods set it to what they say, as those of the package math/big do; a result may be an operand.
type Span struct {
	F, X, Y, XX, XY, YY Interval
	Doubt               Doubt
	Scaled              bool
	Factor, GX, GY      Interval
}

// Unscale multiplies the common factor out.
func (s *Span) Unscale() {
	if !s.Scaled {
		return
	}
	f := s.Factor
	*s = Span{F: s.F.Mul(f), X: s.X.Mul(f), Y: s.Y.Mul(f), XX: s.XX.Mul(f), XY: s.XY.Mul(f), YY: s.YY.Mul(f), Doubt: s.Doubt}
}

// Plain is the span without a common factor.
func (s *Span) Plain() Span {
	c := *s
	c.Unscale()
	return c
}

// Negate is -s.
func (s *Span) Negate() {
	s.F, s.X, s.Y, s.XX, s.XY, s.YY = s.F.Neg(), s.X.Neg(), s.Y.Neg(), s.XX.Neg(), s.XY.Neg(), s.YY.Neg()
}

// Add is the sum of two spans without a common factor.
func (s *Span) Add(a, b *Span) {
	*s = Span{F: a.F.Add(b.F), X: a.X.Add(b.X), Y: a.Y.Add(b.Y),
		XX: a.XX.Add(b.XX), XY: a.XY.Add(b.XY), YY: a.YY.Add(b.YY), Doubt: a.Doubt | b.Doubt}
}

// rescale sets the common factor of a product, or with sign -1 of a quotient.
func (s *Span) rescale(a, b *Span, sign float64) {
	if !a.Scaled && !b.Scaled {
		return
	}
	one := Point(1)
	fa, fb := one, one
	if a.Scaled {
		fa, s.GX, s.GY = a.Factor, a.GX, a.GY
	}
	if b.Scaled {
		fb = b.Factor
		s.GX, s.GY = s.GX.Add(b.GX.Scale(sign)), s.GY.Add(b.GY.Scale(sign))
	}
	s.Scaled = true
	if s.Factor = fa.Mul(fb); sign < 0 {
		s.Factor, _ = fa.Div(fb)
	}
}

// Mul is the product, by the product rule.
func (s *Span) Mul(a, b *Span) {
	f, x, y, g, u, v := a.F, a.X, a.Y, b.F, b.X, b.Y
	r := Span{F: f.Mul(g), X: f.Mul(u).Add(x.Mul(g)), Y: f.Mul(v).Add(y.Mul(g)), Doubt: a.Doubt | b.Doubt}
	r.XX = f.Mul(b.XX).Add(a.XX.Mul(g)).Add(x.Mul(u).Scale(2))
	r.XY = f.Mul(b.XY).Add(a.XY.Mul(g)).Add(x.Mul(v).Add(y.Mul(u)))
	r.YY = f.Mul(b.YY).Add(a.YY.Mul(g)).Add(y.Mul(v).Scale(2))
	r.rescale(a, b, 1)
	*s = r
}

// Square is the product of a with itself.
func (s *Span) Square(a *Span) {
	f, x, y := a.F, a.X, a.Y
	r := Span{F: f.Square(), X: f.Mul(x).Scale(2), Y: f.Mul(y).Scale(2), Doubt: a.Doubt}
	r.XX = f.Mul(a.XX).Add(x.Square()).Scale(2)
	r.XY = f.Mul(a.XY).Add(x.Mul(y)).Scale(2)
	r.YY = f.Mul(a.YY).Add(y.Square()).Scale(2)
	r.rescale(a, a, 1)
	*s = r
}

// Div is the quotient q, for which the product rule of a = q*b is solved.
func (s *Span) Div(a, b *Span) {
	q, doubt := a.F.Div(b.F)
	k, u, v := b.F, b.X, b.Y
	per := func(c Interval) Interval { r, _ := c.Div(k); return r }
	x, y := per(a.X.Sub(q.Mul(u))), per(a.Y.Sub(q.Mul(v)))
	r := Span{F: q, X: x, Y: y, Doubt: a.Doubt | b.Doubt | doubt}
	r.XX = per(a.XX.Sub(q.Mul(b.XX)).Sub(x.Mul(u).Scale(2)))
	r.XY = per(a.XY.Sub(q.Mul(b.XY)).Sub(x.Mul(v).Add(y.Mul(u))))
	r.YY = per(a.YY.Sub(q.Mul(b.YY)).Sub(y.Mul(v).Scale(2)))
	r.rescale(a, b, -1)
	*s = r
}

// Chain is a function of one variable applied to a, which has no common factor: the chain rule.
func (s *Span) Chain(a *Span, c Curve) {
	*s = Span{F: c.F, X: c.F1.Mul(a.X), Y: c.F1.Mul(a.Y), Doubt: a.Doubt | c.Doubt,
		XX: c.F1.Mul(a.XX).Add(c.F2.Mul(a.X.Square())),
		XY: c.F1.Mul(a.XY).Add(c.F2.Mul(a.X.Mul(a.Y))),
		YY: c.F1.Mul(a.YY).Add(c.F2.Mul(a.Y.Square()))}
	if !c.F.Bounded() || !c.F1.Bounded() || !c.F2.Bounded() {
		s.Doubt |= Edge // a factor of 0 may take the infinity away, and the doubt with it
	}
}

// Exp is the exponential of a, which has no common factor. It is taken out as a common factor itself: what is left is 1,
// with the derivatives of the exponent.
func (s *Span) Exp(a *Span) {
	*s = Span{F: Point(1), X: a.X, Y: a.Y, Doubt: a.Doubt,
		XX: a.XX.Add(a.X.Square()), XY: a.XY.Add(a.X.Mul(a.Y)), YY: a.YY.Add(a.Y.Square()),
		Scaled: true, Factor: Exp(a.F).F, GX: a.X, GY: a.Y}
}

// Pow is exp(b*log(a)) for positive a, neither with a common factor.
func (s *Span) Pow(a, b *Span) {
	if !(a.F.Lo > 0) {
		*s = Unknown(a.Doubt | b.Doubt | Edge)
		return
	}
	var l, p Span
	l.Chain(a, Log(a.F))
	p.Mul(&l, b)
	s.Exp(&p)
	s.Unscale()
}

// Unknown is a span of which nothing is known.
func Unknown(doubt Doubt) Span {
	all := Entire
	return Span{F: all, X: all, Y: all, XX: all, XY: all, YY: all, Doubt: doubt}
}

// Chain2 is a function of two variables applied to a and b, which have no common factor: the chain rule.
func (s *Span) Chain2(a, b *Span, c Sheet) {
	bend := func(a1, b1, a2, b2 Interval) Interval {
		return c.AA.Mul(a1.Mul(a2)).Add(c.AB.Mul(a1.Mul(b2).Add(a2.Mul(b1)))).Add(c.BB.Mul(b1.Mul(b2)))
	}
	*s = Span{F: c.F, X: c.A.Mul(a.X).Add(c.B.Mul(b.X)), Y: c.A.Mul(a.Y).Add(c.B.Mul(b.Y)), Doubt: a.Doubt | b.Doubt | c.Doubt,
		XX: c.A.Mul(a.XX).Add(c.B.Mul(b.XX)).Add(bend(a.X, b.X, a.X, b.X)),
		XY: c.A.Mul(a.XY).Add(c.B.Mul(b.XY)).Add(bend(a.X, b.X, a.Y, b.Y)),
		YY: c.A.Mul(a.YY).Add(c.B.Mul(b.YY)).Add(bend(a.Y, b.Y, a.Y, b.Y))}
	if c.Doubt&Void == 0 && math.IsInf(c.F.Lo, -1) && math.IsInf(c.F.Hi, 1) {
		s.Doubt |= Edge
	}
}

// Either is what holds both where it is open which of them it is, with this doubt about the places where they meet.
func (s *Span) Either(p, q *Span, doubt Doubt) {
	const nothing = Void | Rough
	void := p.Doubt & q.Doubt & nothing
	either := (p.Doubt | q.Doubt) &^ nothing
	if (p.Doubt^q.Doubt)&nothing != 0 {
		either |= Edge
	}
	*s = Span{F: p.F.Hull(q.F), X: p.X.Hull(q.X), Y: p.Y.Hull(q.Y), XX: p.XX.Hull(q.XX), XY: p.XY.Hull(q.XY), YY: p.YY.Hull(q.YY),
		Doubt: doubt | either | void}
}
