package relief

import (
	"math"

	"descentlab/widgets/plot"
)

// At is the point of the surface that is seen at a place of a picture of w by h device units, and whether there is one: not
// beside the block, and not on its walls or in a hole.
func (p *Painter) At(s Scene, at plot.Vec, w, h int) (plot.Point, bool) {
	if !s.solid() || w <= 0 || h <= 0 {
		return plot.Point{}, false
	}
	p.ground.mesh.make(s.Map.Field, s.Map.View, s.mesh())
	l := newLens(s.Camera, w, h)
	x, y, ok := p.ground.mesh.hit(&l, at)
	if !ok {
		return plot.Point{}, false
	}
	return point(s.Map.View, x, y), true
}

// hit follows the line of sight through a place of the picture to where it meets the surface first.
func (m *mesh) hit(l *lens, at plot.Vec) (x, y float64, ok bool) {
	// Two places of the line tell it: how far it is along it goes from the eye, 0, to the plane of the middle, 1.
	ax, ay, az := l.unproject(at, 1)
	bx, by, bz := l.unproject(at, 2)
	along := [3]float64{2 * (ax - bx), 2 * (ay - by), 2 * (az - bz)} // from the eye on
	eye := [3]float64{ax - along[0], ay - along[1], az - along[2]}
	from, to := 0.0, math.Inf(1)
	for i, side := range [3][2]float64{{-0.5, 0.5}, {-0.5, 0.5}, {0, l.rise}} {
		lo, hi := (side[0]-eye[i])/along[i], (side[1]-eye[i])/along[i]
		if math.IsNaN(lo) || math.IsNaN(hi) {
			continue // it runs in this side
		}
		from, to = max(from, min(lo, hi)), min(to, max(lo, hi))
	}
	if !(from < to) {
		return 0, 0, false
	}
	above := func(t float64) (x, y, by float64, open bool) {
		x, y = eye[0]+t*along[0], eye[1]+t*along[1]
		part, open := m.at(x, y)
		return x, y, eye[2] + t*along[2] - part*l.rise, open
	}
	if _, _, by, _ := above(from); by < -1e-9 {
		return 0, 0, false // it enters through a wall
	}
	step := 0.5 / (float64(m.n) * math.Hypot(along[0], along[1]))
	for t := from; t < to; {
		next := min(t+step, to)
		if _, _, by, _ := above(next); by <= 0 {
			for range 40 {
				middle := (t + next) / 2
				if _, _, by, _ := above(middle); by <= 0 {
					next = middle
				} else {
					t = middle
				}
			}
			x, y, _, ok = above(next)
			return x, y, ok
		}
		t = next
	}
	// On the lowest ground the line leaves the block where it touches it.
	x, y, by2, ok := above(to)
	return x, y, ok && by2 < 1e-6
}

// Spot is where a point of the plane is on the surface in a picture of w by h device units, seen or hidden; ok is false for what
// is not in the window.
func (p *Painter) Spot(s Scene, at plot.Point, w, h int) (seen plot.Vec, ok bool) {
	x, y := place(s.Map.View, at)
	if !s.solid() || !inSquare(plot.Vec{X: x, Y: y}) {
		return plot.Vec{}, false
	}
	p.ground.mesh.make(s.Map.Field, s.Map.View, s.mesh())
	l := newLens(s.Camera, w, h)
	part, _ := p.ground.mesh.at(x, y)
	seen, _ = l.project(x, y, part*l.rise)
	return seen, true
}

// Place is Spot, and tells whether something of the block hides the point.
func (p *Painter) Place(s Scene, at plot.Point, w, h int) (seen plot.Vec, hidden, ok bool) {
	x, y := place(s.Map.View, at)
	if seen, ok = p.Spot(s, at, w, h); !ok {
		return seen, false, false
	}
	l := newLens(s.Camera, w, h)
	hx, hy, met := p.ground.mesh.hit(&l, seen)
	return seen, met && math.Hypot(hx-x, hy-y) > 3.0/float64(p.ground.mesh.n), true
}
