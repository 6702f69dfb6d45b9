package expr

import (
	"math"

	"descentlab/internal/real"
)

// Many losses are sums of squares: their residuals are read off the formula. It may be a sum, nested as one likes, of
// u^2, u*u or another even power of anything, with factors and divisors that are constant over the plane and positive;
// constants may be added, for they move no minimum.

// A square is a term of such a sum: weight * of^(2*half).
type square struct {
	of     uint16 // slot
	half   float64
	minus  bool
	weight []factor
}

// A factor is a slot that does not depend on the point.
type factor struct {
	slot   uint16
	divide bool
}

// A Residual is one of the quantities whose squares make up a formula: its value F, and X and Y, its derivatives by x
// and y. The root of a square's weight is in it, so that the formula is the plain sum of F*F.
type Residual struct{ F, X, Y float64 }

// squaring reads the terms of a sum of squares off a graph.
type squaring struct {
	p     *Program
	g     *graph
	slot  []uint16
	terms []square
}

// sumOfSquares returns the terms of the formula, or nil if it is no sum of squares.
func (p *Program) sumOfSquares(g *graph, root int32, slot []uint16) []square {
	s := &squaring{p: p, g: g, slot: slot}
	if !s.sum(root, false, nil) {
		return nil
	}
	return s.terms
}

func (s *squaring) constant(id int32) bool { return s.p.on[s.slot[id]] == 0 }

// sum reads a node that is multiplied by the weight, and by -1 if minus is set.
func (s *squaring) sum(id int32, minus bool, weight []factor) bool {
	if s.constant(id) {
		return true
	}
	n := &s.g.nodes[id]
	switch n.op {
	case opAdd:
		return s.sum(n.a, minus, weight) && s.sum(n.b, minus, weight)
	case opSub:
		return s.sum(n.a, minus, weight) && s.sum(n.b, !minus, weight)
	case opNeg:
		return s.sum(n.a, !minus, weight)
	case opMul:
		if s.constant(n.a) {
			return s.sum(n.b, minus, s.times(weight, n.a, false))
		}
		return s.constant(n.b) && s.sum(n.a, minus, s.times(weight, n.b, false))
	case opDiv:
		return s.constant(n.b) && s.sum(n.a, minus, s.times(weight, n.b, true))
	case opSquare:
		s.terms = append(s.terms, square{s.slot[n.a], 1, minus, weight})
		return true
	case opPow:
		power, ok := s.g.value(n.b)
		s.terms = append(s.terms, square{s.slot[n.a], power / 2, minus, weight})
		return ok && power > 0 && math.Mod(power, 2) == 0
	}
	return false
}

// times returns the weight with one more factor; the weight itself stays.
func (s *squaring) times(weight []factor, id int32, divide bool) []factor {
	return append(weight[:len(weight):len(weight)], factor{s.slot[id], divide})
}

// setSquares weighs the squares with the parameters as they are. One of negative weight spoils the sum.
func (e *Eval) setSquares() {
	e.squares = len(e.p.squares) > 0
	for i := range e.p.squares {
		q := &e.p.squares[i]
		weight := 1.0
		if q.minus {
			weight = -1
		}
		for _, f := range q.weight {
			if v := e.slots[f.slot]; f.divide {
				weight /= v
			} else {
				weight *= v
			}
		}
		e.roots[i] = math.Sqrt(weight)
		e.squares = e.squares && weight >= 0 && weight <= math.MaxFloat64
	}
}

// Residuals returns the residuals at (x, y), if the formula is a sum of their squares and perhaps of a constant. What is
// returned is good until the next call.
func (e *Eval) Residuals(x, y float64) (residuals []Residual, ok bool) {
	if !e.squares {
		return nil, false
	}
	e.duals[slotX].F, e.duals[slotY].F = x, y
	code, first := e.p.moving()
	execDuals(e.duals, code, first)
	exact := false
	for i := range e.p.squares {
		q := &e.p.squares[i]
		u := e.duals[q.of]
		if check := u.F + u.X + u.Y; check != check {
			if !exact {
				e.jets[slotX].F, e.jets[slotY].F = x, y
				execExact(e.jets, e.p.shapes, code, first)
				exact = true
			}
			j := &e.jets[q.of]
			u = dual{j.F, j.X, j.Y}
		}
		slope := e.roots[i]
		if q.half != 1 {
			slope *= real.Pow(u.F, q.half-1)
		}
		e.residuals[i] = Residual{slope * u.F, q.half * slope * u.X, q.half * slope * u.Y}
	}
	return e.residuals, true
}

// GaussNewton returns 2*J'J, where J is the Jacobian of the residuals: the Hessian of a sum of squares without the curvature
// of the residuals themselves. It is false if the formula is no such sum.
func (e *Eval) GaussNewton(x, y float64) (xx, xy, yy float64, ok bool) {
	residuals, ok := e.Residuals(x, y)
	for _, r := range residuals {
		xx += 2 * prod(r.X, r.X)
		xy += 2 * prod(r.X, r.Y)
		yy += 2 * prod(r.Y, r.Y)
	}
	return xx, xy, yy, ok
}

// GaussNewton returns the mean of what Eval.GaussNewton gives for each example. It is false unless the formula is a sum of
// squares for every example.
func (m *Mean) GaussNewton(x, y float64) (xx, xy, yy float64, ok bool) {
	if m.dataless() {
		return m.one.GaussNewton(x, y)
	}
	if len(m.one.p.squares) == 0 {
		return 0, 0, 0, false
	}
	n := float64(m.n)
	for i := range m.n {
		m.setExample(i)
		a, b, c, ok := m.one.GaussNewton(x, y)
		if !ok {
			return 0, 0, 0, false
		}
		xx, xy, yy = xx+a, xy+b, yy+c
	}
	return xx / n, xy / n, yy / n, true
}
