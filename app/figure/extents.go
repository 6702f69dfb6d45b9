package figure

import (
	"math"

	"descentlab/widgets/plot"
)

// Extents are the ends of what is shown.
type Extents struct{ Lo, Hi plot.Point }

// Nowhere are the extents of nothing.
func Nowhere() Extents {
	return Extents{Lo: plot.Point{X: math.Inf(1), Y: math.Inf(1)}, Hi: plot.Point{X: math.Inf(-1), Y: math.Inf(-1)}}
}

// Add takes a point in; its Y may be NaN.
func (e *Extents) Add(p plot.Point) {
	e.Lo.X, e.Hi.X = min(e.Lo.X, p.X), max(e.Hi.X, p.X)
	if !math.IsNaN(p.Y) {
		e.Lo.Y, e.Hi.Y = min(e.Lo.Y, p.Y), max(e.Hi.Y, p.Y)
	}
}

// View is a window with a little room around, where glyphs and stars at its ends are seen whole. Of nothing it is some.
func (e Extents) View() plot.Rect {
	if !(e.Lo.X < e.Hi.X) {
		return plot.Rect{X0: -4, X1: 0, Y0: -4, Y1: 0}
	}
	if !(e.Lo.Y <= e.Hi.Y) {
		e.Lo.Y, e.Hi.Y = -1, 1
	}
	room, side := 0.06*(e.Hi.Y-e.Lo.Y)+0.1, 0.04*(e.Hi.X-e.Lo.X)
	return plot.Rect{X0: e.Lo.X - side, X1: e.Hi.X + side, Y0: e.Lo.Y - 1.8*room, Y1: e.Hi.Y + room}
}
