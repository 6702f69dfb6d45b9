package expr

import "fmt"

// An Eval evaluates a program for given parameters. It holds scratch space, so each goroutine needs its own.
type Eval struct {
	p      *Program
	slots  []float64
	places []float64 // of a polynomial: those of its gradCode
	duals  []dual
	jets   []Jet
	rows   rows
	points points

	squares   bool // the formula is a sum of squares, with these roots of their weights
	roots     []float64
	residuals []Residual
}

// Bind returns an Eval of the program with these parameters, in the order of Params. It panics if there are more or
// fewer.
func (p *Program) Bind(params ...float64) *Eval {
	n := len(p.start)
	e := &Eval{p: p, slots: make([]float64, n), duals: make([]dual, n), jets: make([]Jet, n)}
	if e.places = make([]float64, p.grad.places); len(e.places) > 0 {
		e.places[placeOne] = 1
	}
	e.roots, e.residuals = make([]float64, len(p.squares)), make([]Residual, len(p.squares))
	copy(e.slots, p.start)
	e.duals[slotX].X, e.duals[slotY].Y = 1, 1
	e.jets[slotX].X, e.jets[slotY].Y = 1, 1
	e.Set(params...)
	return e
}

// Set replaces the parameters. It panics if there are more or fewer than the program has.
func (e *Eval) Set(params ...float64) {
	if len(params) != len(e.p.params) {
		panic(fmt.Sprintf("expr: got %d parameters, want %d: %v", len(params), len(e.p.params), e.p.params))
	}
	copy(e.slots[slotParams:], params)
	code, first := e.p.part(0)
	exec(e.slots, code, first)
	for i, v := range e.slots {
		if e.p.on[i] == 0 {
			e.duals[i].F, e.jets[i].F = v, v
		}
	}
	e.rows.stale, e.points.fresh = true, false
	for i, slot := range e.p.grad.still {
		e.places[placeStill+i] = e.slots[slot]
	}
	e.setSquares()
}

// Value returns the value of the formula at (x, y). Outside of its domain that is NaN or infinite.
func (e *Eval) Value(x, y float64) float64 {
	e.slots[slotX], e.slots[slotY] = x, y
	code, first := e.p.moving()
	exec(e.slots, code, first)
	return e.slots[e.p.result]
}
