package geom

import (
	"math"

	"descentlab/internal/say"
)

// A Rect is a window on the plane: the closed set X0 <= x <= X1, Y0 <= y <= Y1.
type Rect struct{ X0, X1, Y0, Y1 float64 }

const (
	// thinnest is the least width of a window relative to its coordinates: a
	// picture of 4000 pixels still has distinct abscissas, with some to spare.
	thinnest = 1e-12
	// smallest and largest bound a window's width so that its square, and what
	// a formula makes of it, stays far from underflow and overflow.
	smallest = 1e-100
	largest  = 1e100
)

// Check returns an error unless r is a window that can be drawn: bounds that are
// finite and in order, and wide enough for floating-point numbers to tell its
// points apart.
func (r Rect) Check() error {
	if err := checkRange("x", r.X0, r.X1); err != nil {
		return err
	}
	return checkRange("y", r.Y0, r.Y1)
}

func checkRange(axis string, lo, hi float64) error {
	if !Finite(lo) || !Finite(hi) {
		return say.Errorf("%s from %g to %g: both bounds must be finite numbers", axis, lo, hi)
	}
	if lo >= hi {
		return say.Errorf("%s from %g to %g: the first bound must be less than the second", axis, lo, hi)
	}
	width, magnitude := hi-lo, math.Max(math.Abs(lo), math.Abs(hi))
	switch {
	case width < thinnest*magnitude:
		return say.Errorf("%s from %.17g to %.17g: too thin to resolve; at this magnitude the width must be at least %.1g",
			axis, lo, hi, thinnest*magnitude)
	case width < smallest:
		return say.Errorf("%s from %g to %g: too thin; the width must be at least %g", axis, lo, hi, float64(smallest))
	case width > largest:
		return say.Errorf("%s from %g to %g: too wide; the width must be at most %g", axis, lo, hi, float64(largest))
	}
	return nil
}

// CheckBox returns an error unless r is a box to stay in: sides in order, of which some may be infinite.
func (r Rect) CheckBox() error {
	if err := checkSides("x", r.X0, r.X1); err != nil {
		return err
	}
	return checkSides("y", r.Y0, r.Y1)
}

func checkSides(axis string, lo, hi float64) error {
	if math.IsNaN(lo) || math.IsNaN(hi) {
		return say.Errorf("%s from %g to %g: both bounds must be numbers, or infinite", axis, lo, hi)
	}
	if lo >= hi {
		return say.Errorf("%s from %g to %g: the first bound must be less than the second", axis, lo, hi)
	}
	return nil
}

// Contains reports whether p lies in r, its border included.
func (r Rect) Contains(p Point) bool {
	return r.X0 <= p.X && p.X <= r.X1 && r.Y0 <= p.Y && p.Y <= r.Y1
}

// Centre returns the middle of r.
func (r Rect) Centre() Point { return Point{X: r.X0 + (r.X1-r.X0)/2, Y: r.Y0 + (r.Y1-r.Y0)/2} }

// Union returns the smallest window that holds both r and s.
func (r Rect) Union(s Rect) Rect {
	return Rect{
		X0: math.Min(r.X0, s.X0), X1: math.Max(r.X1, s.X1),
		Y0: math.Min(r.Y0, s.Y0), Y1: math.Max(r.Y1, s.Y1),
	}
}

// Covers reports whether all of s lies in r; they may share borders.
func (r Rect) Covers(s Rect) bool {
	return r.X0 <= s.X0 && s.X1 <= r.X1 && r.Y0 <= s.Y0 && s.Y1 <= r.Y1
}

// Clamp returns the point of r nearest to p.
func (r Rect) Clamp(p Point) Point {
	return Point{X: Clamp(p.X, r.X0, r.X1), Y: Clamp(p.Y, r.Y0, r.Y1)}
}

// Diagonal is the distance between opposite corners of r.
func (r Rect) Diagonal() float64 { return math.Hypot(r.X1-r.X0, r.Y1-r.Y0) }

// Middle is the middle of cell (i, j) of w by h cells over r; row 0 is the top one.
func (r Rect) Middle(i, j, w, h int) (x, y float64) {
	return r.X0 + (float64(i)+0.5)/float64(w)*(r.X1-r.X0), r.Y1 - (float64(j)+0.5)/float64(h)*(r.Y1-r.Y0)
}
