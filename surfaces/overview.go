package surfaces

import (
	"context"
	"math"
	"slices"
)

const (
	usualHalf   = 3  // of the window of a formula of which nothing is known, from the origin to each side
	widening    = 4  // from one look to the next one
	widenings   = 4  // looks, the last one at 192
	fewPoints   = 40 // that one still wants to see at once
	roundFigure = 2  // digits of the sides of a window that is made for points
)

// Usual is the window of a formula of which nothing is known.
var Usual = Rect{X0: -usualHalf, X1: usualHalf, Y0: -usualHalf, Y1: usualHalf}

// Overview returns a window that holds the critical points of the surface, for a formula that somebody has typed without one:
// Usual if it holds them all, or if there are more and more the farther one looks, or none; else one made for them, with room
// around. It gives up with Usual when the context ends, and fails as Probe does.
func (s Surface) Overview(ctx context.Context, params map[string]float64) (Rect, error) {
	p, err := s.Probe(params)
	if err != nil {
		return Usual, err
	}
	var inner, outer, curves []Critical
	first := Usual // the narrowest look that has seen anything
	half := float64(usualHalf)
	for range widenings {
		view := Rect{X0: -half, X1: half, Y0: -half, Y1: half}
		found, err := p.Critical(ctx, view)
		if err != nil {
			return Usual, nil // too many to tell, or no time: what is near counts
		}
		found = slices.DeleteFunc(found, func(c Critical) bool {
			// Of a curve that has been seen the farther parts do not matter; and a tail of exp(x) is no point.
			return c.Curve && len(curves) > 0 || p.Sloped(c, view.Diagonal()/cells)
		})
		found = append(found, curves...)
		if len(curves) == 0 {
			curves = slices.DeleteFunc(slices.Clone(found), func(c Critical) bool { return !c.Curve })
		}
		if inner, outer = outer, found; len(inner) == 0 && len(outer) > 0 {
			first = view
		}
		if len(found) > fewPoints {
			return first, nil // of so many more it is not worth to look for the rest
		}
		half *= widening
	}
	if len(outer) == 0 {
		if at, ok := p.bend(); ok {
			outer = []Critical{{At: at}}
			inner = outer
		}
	}
	switch {
	case len(outer) == 0 || len(outer) > fewPoints || len(outer) > len(inner):
		return first, nil
	case all(outer, Usual):
		return Usual, nil
	}
	return roomFor(outer), nil
}

// bend is a minimum at a kink, where no gradient vanishes, or far away: a slide from the origin leads to it.
func (p *Probe) bend() (Point, bool) {
	const turns, farthest = 2000, 1e6
	for half := 16.0 * usualHalf; half < farthest; half *= 16 {
		wide := Rect{X0: -half, X1: half, Y0: -half, Y1: half}
		at, ok := p.Slide(Point{X: 0.0123, Y: 0.0217}, wide, turns)
		if !ok {
			continue
		}
		s := newSearch(p.eval, wide)
		if kind, ok := s.ring(at); ok && kind == Minimum && !s.bottomless(at) {
			return at, true
		}
	}
	return Point{}, false
}

// bottomless tells whether the gradient grows towards a point as it does beside a pole. At a kink it does not, and at a cusp it
// grows more slowly.
func (s *search) bottomless(at Point) bool {
	const nearer, cusp = 1000, 300 // beside the pole of 1/x the gradient is a million times as great, and a thousand times of log(x)
	return !(s.steepest(at, ringNarrow/nearer) <= cusp*s.steepest(at, ringNarrow))
}

// all tells whether a window holds all points.
func all(points []Critical, view Rect) bool {
	for _, c := range points {
		if !view.Contains(c.At) {
			return false
		}
	}
	return true
}

// roomFor is a square around points and the origin, with a quarter of its size to spare on each side, of round figures.
func roomFor(points []Critical) Rect {
	r := Rect{}
	for _, c := range points {
		r.X0, r.X1 = math.Min(r.X0, c.At.X), math.Max(r.X1, c.At.X)
		r.Y0, r.Y1 = math.Min(r.Y0, c.At.Y), math.Max(r.Y1, c.At.Y)
	}
	half := 0.75 * math.Max(r.X1-r.X0, r.Y1-r.Y0)
	unit := math.Pow(10, math.Floor(math.Log10(half))-roundFigure+1)
	x, y := math.Round((r.X0+r.X1)/2/unit)*unit, math.Round((r.Y0+r.Y1)/2/unit)*unit
	half = math.Ceil(half/unit) * unit
	return Rect{X0: x - half, X1: x + half, Y0: y - half, Y1: y + half}
}
