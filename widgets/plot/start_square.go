package plot

import "math"

// A start that is dragged must not draw all isolines anew in every frame. Their numbers, and those at the edges, therefore keep
// off the square of a coarse grid over the view in which the start is, and change places only when it comes to another one.
const (
	startSquares = 16 // of them across the view, and as many up
	startRoom    = 30 // around the square, in units: for the racers that stand around the start at first
)

// startSquare is the square that the start is in; there is none if it is not shown.
func (s Scene) startSquare() (Rect, bool) {
	if s.Start == nil {
		return Rect{}, false
	}
	w, h := (s.View.X1-s.View.X0)/startSquares, (s.View.Y1-s.View.Y0)/startSquares
	i, j := math.Floor((s.Start.X-s.View.X0)/w), math.Floor((s.Start.Y-s.View.Y0)/h)
	if !(i >= 0 && i < startSquares && j >= 0 && j < startSquares) {
		return Rect{}, false
	}
	x, y := s.View.X0+i*w, s.View.Y0+j*h
	return Rect{X0: x, X1: x + w, Y0: y, Y1: y + h}, true
}

// sameSquare tells whether the starts of two scenes of one view are in one square, or both in none.
func sameSquare(a, b Scene) bool {
	at, shown := a.startSquare()
	other, also := b.startSquare()
	return at == other && shown == also
}

// around is a rectangle of the view in the picture, with so many units around it.
func (c *composition) around(r Rect, room float64) Box {
	lo, hi, pad := c.device(Point{X: r.X0, Y: r.Y1}), c.device(Point{X: r.X1, Y: r.Y0}), c.style.px(room)
	return Box{lo.X - pad, lo.Y - pad, hi.X + pad, hi.Y + pad}
}
