package surfaces

import (
	"math"

	"descentlab/internal/geom"
)

// Slide goes downhill from a point where the gradient jumps, along creases as well, until the gradients around have zero between
// them. It takes the shortest vector between the gradients on a small ring for the slope (Burke, Lewis and Overton, A robust
// gradient sampling algorithm for nonsmooth, nonconvex optimization, SIAM J. Optim. 15, 2005), and makes the ring smaller where
// that leads no lower. It does not arrive if it leaves the window, or finds no end in so many turns.
func (p *Probe) Slide(from Point, view Rect, turns int) (at Point, arrived bool) {
	const wide, narrow = 0.1, 1e-5 // radii in cells
	s := newSearch(p.eval, view)
	at = from
	r := wide
	for range turns {
		if r < narrow {
			return at, true
		}
		next := s.downhill(at, r)
		switch {
		case next == at:
			r /= 4
		case !view.Contains(next):
			return at, false
		}
		at = next
	}
	return at, r < wide/100 // to and fro, in ever shorter steps
}

// downhill is a point lower than p, by a step not much shorter than r cells; p if there is none.
func (s *search) downhill(p Point, r float64) Point {
	const samples, least = 12, 1e-4
	slopes := make([]Point, 0, samples)
	for k := range samples {
		sin, cos := math.Sincos((float64(k) + 0.37) * 2 * math.Pi / samples)
		q := s.shift(p, r*cos, r*sin)
		if _, x, y := s.eval.Grad(q.X, q.Y); geom.Finite(x) && geom.Finite(y) {
			slopes = append(slopes, Point{X: x * s.w, Y: y * s.h})
		}
	}
	g := shortestBetween(slopes)
	steep := math.Hypot(g.X, g.Y)
	if !(steep > 0) {
		return p
	}
	along := func(t float64) Point { return s.shift(p, -t*g.X/steep, -t*g.Y/steep) }
	value := func(t float64) float64 { q := along(t); return s.eval.Value(q.X, q.Y) }
	t := lowestAt(value, 0, 16*r) // at a crease, if there is one in between
	if t > r/16 && value(t) < s.eval.Value(p.X, p.Y)-least*t*steep {
		return along(t)
	}
	return p
}

// shortestBetween is the shortest vector of the convex hull of some.
func shortestBetween(all []Point) Point {
	least, best := math.Inf(1), Point{}
	for i, a := range all {
		for _, b := range all[i:] {
			d := Point{X: b.X - a.X, Y: b.Y - a.Y}
			t := 0.0
			if n := d.X*d.X + d.Y*d.Y; n > 0 {
				t = geom.Clamp(-(a.X*d.X+a.Y*d.Y)/n, 0, 1)
			}
			c := Point{X: a.X + t*d.X, Y: a.Y + t*d.Y}
			if n := math.Hypot(c.X, c.Y); n < least {
				least, best = n, c
			}
		}
	}
	for _, a := range all { // unless some lie beyond zero, seen from there
		if a.X*best.X+a.Y*best.Y < 0.999*least*least {
			return Point{}
		}
	}
	return best
}
