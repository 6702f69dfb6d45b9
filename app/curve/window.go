package curve

import (
	"math"
	"slices"

	"descentlab/internal/geom"
)

// suit is a window for a curve that has none: about its minima if there are any near 0, and as high as most of it.
func (c *Curve) suit() geom.Rect {
	for _, half := range []float64{6, 25, 1} {
		list := c.minima(-half, half)
		if len(list) == 0 {
			continue
		}
		lo, hi := list[0].At, list[0].At
		for _, m := range list {
			lo, hi = min(lo, m.At), max(hi, m.At)
		}
		room := max(half*0.8, (hi-lo)*0.4)
		return c.tall(lo-room, hi+room)
	}
	return c.tall(-6, 6)
}

// tall is a window over a stretch of w: from below the lowest loss there to above nine tenths of all.
func (c *Curve) tall(lo, hi float64) geom.Rect {
	var list []float64
	for i := range samples + 1 {
		if l := c.Loss(lo + (hi-lo)*float64(i)/samples); !math.IsNaN(l) && !math.IsInf(l, 0) {
			list = append(list, l)
		}
	}
	if len(list) == 0 {
		return geom.Rect{X0: lo, X1: hi, Y0: 0, Y1: 1}
	}
	slices.Sort(list)
	least, most := list[0], list[len(list)*9/10]
	if most-least < 1e-9*(1+math.Abs(least)) {
		least, most = least-0.5, least+0.5
	}
	return geom.Rect{X0: lo, X1: hi, Y0: least - 0.07*(most-least), Y1: most + 0.05*(most-least)}
}

// Window is the home window with room for a start: widened to its side, not higher than it takes to see where it begins.
func (c *Curve) Window(start float64) geom.Rect {
	r := c.Home
	if math.IsNaN(start) || math.IsInf(start, 0) {
		return r
	}
	wide := r.X1 - r.X0
	if start < r.X0+0.04*wide {
		r.X0 = start - 0.1*(r.X1-start)
	}
	if start > r.X1-0.04*wide {
		r.X1 = start + 0.1*(start-r.X0)
	}
	if l := c.Loss(start); l > r.Y1-0.1*(r.Y1-r.Y0) && !math.IsInf(l, 0) {
		r.Y1 = l + 0.15*(l-r.Y0)
	}
	return r
}
