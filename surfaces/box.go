package surfaces

import (
	"math"

	"descentlab/internal/geom"
)

// Within returns the probe of a surface on which one is kept within a box: critical points are looked for inside of it, minima on
// its border as well, and the way downhill goes on along the border. Sides may be infinite; nil is no box. Values and
// derivatives are what they were.
func (p *Probe) Within(box *Rect) *Probe {
	q := p.Fork()
	q.box = box
	return q
}

// Box is the box of Within, or nil.
func (p *Probe) Box() *Rect { return p.box }

// Region is the part of a window that lies in the box: all of it if there is none. Where they have no area in common it is the
// box itself, as far as that is finite, and beyond a window's width of it.
func (p *Probe) Region(view Rect) Rect {
	if p.box == nil {
		return view
	}
	r := view
	r.X0, r.X1 = overlap(view.X0, view.X1, p.box.X0, p.box.X1)
	r.Y0, r.Y1 = overlap(view.Y0, view.Y1, p.box.Y0, p.box.Y1)
	return r
}

// overlap is what two ranges have in common, the second of which may be infinite, or a part of that second.
func overlap(lo, hi, from, to float64) (least, most float64) {
	if least, most = math.Max(lo, from), math.Min(hi, to); least < most {
		return least, most
	}
	width := hi - lo
	switch {
	case math.IsInf(to, 1):
		return from, from + width
	case math.IsInf(from, -1):
		return to - width, to
	}
	return from, to
}

// A side is a side of the box, as far as it is seen.
type side struct {
	upright  bool    // x is fixed, and y runs
	at       float64 // the fixed coordinate
	outward  float64 // 1 if the box lies below it, -1 if above
	from, to float64 // of the coordinate that runs
}

// sides are those of the box that bound the region.
func (p *Probe) sides(region Rect) (list []side) {
	if p.box == nil {
		return nil
	}
	b := *p.box
	for _, s := range [...]struct {
		side
		of float64
	}{
		{side{true, region.X0, -1, region.Y0, region.Y1}, b.X0}, {side{true, region.X1, 1, region.Y0, region.Y1}, b.X1},
		{side{false, region.Y0, -1, region.X0, region.X1}, b.Y0}, {side{false, region.Y1, 1, region.X0, region.X1}, b.Y1},
	} {
		if s.at == s.of {
			list = append(list, s.side)
		}
	}
	return list
}

// point is where a coordinate along the side is.
func (s side) point(t float64) Point {
	if s.upright {
		return Point{X: s.at, Y: t}
	}
	return Point{X: t, Y: s.at}
}

// along is the coordinate of a point along the side.
func (s side) along(p Point) float64 {
	if s.upright {
		return p.Y
	}
	return p.X
}

// box is the part of the side between two coordinates.
func (s side) box(from, to float64) geom.Rect {
	if s.upright {
		return geom.Rect{X0: s.at, X1: s.at, Y0: from, Y1: to}
	}
	return geom.Rect{X0: from, X1: to, Y0: s.at, Y1: s.at}
}

// slopes are the derivatives along the side and outward.
func (s side) slopes(e evaluator, t float64) (along, out float64) {
	at := s.point(t)
	_, x, y := e.Grad(at.X, at.Y)
	if s.upright {
		return y, s.outward * x
	}
	return x, s.outward * y
}
