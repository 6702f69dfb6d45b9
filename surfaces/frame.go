package surfaces

import (
	"math"

	"descentlab/surfaces/expr"
)

// cells is their number along each side of a window.
const cells = 64

// A frame measures a window in cells, 1/64 of it in each direction, so that a
// window a thousand times as wide as high is searched like a square one.
type frame struct {
	view Rect
	w, h float64 // a cell, in units of x and y
}

func newFrame(view Rect) frame {
	return frame{view: view, w: (view.X1 - view.X0) / cells, h: (view.Y1 - view.Y0) / cells}
}

// point returns the point u, v cells from the window's lower left corner.
func (f frame) point(u, v float64) Point {
	return Point{X: f.view.X0 + u*f.w, Y: f.view.Y0 + v*f.h}
}

// shift returns the point du, dv cells away from p.
func (f frame) shift(p Point, du, dv float64) Point {
	return Point{X: p.X + du*f.w, Y: p.Y + dv*f.h}
}

// scaled takes derivatives per unit of x and y to derivatives per cell.
func (f frame) scaled(j expr.Jet) expr.Jet {
	j.X *= f.w
	j.Y *= f.h
	j.XX *= f.w * f.w
	j.XY *= f.w * f.h
	j.YY *= f.h * f.h
	return j
}

// length is that of the vector (x, y) in cells.
func (f frame) length(x, y float64) float64 { return math.Hypot(x/f.w, y/f.h) }

// distance is measured in cells.
func (f frame) distance(p, q Point) float64 {
	return math.Hypot((p.X-q.X)/f.w, (p.Y-q.Y)/f.h)
}

// cell returns column and row of the cell that p lies in.
func (f frame) cell(p Point) [2]int {
	return [2]int{int(math.Floor((p.X - f.view.X0) / f.w)), int(math.Floor((p.Y - f.view.Y0) / f.h))}
}

// resolution is the position error at p, in units of x and y, at which polishing
// stops: 1e-12 of the window or of the coordinates, whichever is larger.
func (f frame) resolution(p Point) Point {
	const relative = 1e-12
	return Point{
		X: relative * math.Max(math.Abs(p.X), f.view.X1-f.view.X0),
		Y: relative * math.Max(math.Abs(p.Y), f.view.Y1-f.view.Y0),
	}
}

// grain is the resolution at p in cells.
func (f frame) grain(p Point) float64 {
	r := f.resolution(p)
	return math.Max(r.X/f.w, r.Y/f.h)
}

// roams reports whether p is in the window or so close to it that Newton's
// method may still return.
func (f frame) roams(p Point) bool {
	return f.distance(p, f.view.Clamp(p)) <= 3
}
