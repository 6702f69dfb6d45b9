package plot

import (
	"cmp"
	"image/color"
)

// A Curve is a thin line on the map that is nobody's way: a border, a limit. Points that are not finite leave a gap.
type Curve struct {
	Pts    []Point
	Color  color.RGBA
	Width  float64 // units
	Dashed bool
	Dash   float64 // length of dots, and of the gaps between them, in units, without a halo, which would fill them; 0: dashes
	Clear  bool    // names of places keep off it; not for what moves with the playhead, or they would jump
	Faint  bool    // a hint: half seen, without the halo that sets others off from the ground
}

// dashLength is that of a dash and of the gap behind it, in units.
const dashLength = 5

// curves draws the scene's curves, below everything that moves.
func (c *composition) curves() {
	for _, curve := range c.scene.Curves {
		ink, halo, reach := curve.Color, faded(c.halo(), 0.6), c.style.px(haloWidth)
		if curve.Faint {
			ink, halo, reach = faded(ink, 0.5), color.RGBA{}, 0
		}
		if curve.Dash > 0 {
			halo, reach = color.RGBA{}, 0
		}
		c.pieces = c.pieces[:0]
		c.curve(curve)
		c.on.Stroke(c.pieces, Pen{ink, halo, reach})
	}
}

// curve adds the pieces of a curve to those of the sketch.
func (c *composition) curve(curve Curve) {
	radius, dash := c.style.px(curve.Width)/2, c.style.px(cmp.Or(curve.Dash, dashLength))
	short := 0.0 // by how much dots are drawn shorter, for their round ends
	if curve.Dash > 0 {
		short = min(radius, 0.4*dash)
	}
	reach, gone := 2*dash, 0.0 // gone is the length drawn so far, by which dashes are counted
	for i := 1; i < len(curve.Pts); i++ {
		a, b := c.device(curve.Pts[i-1]), c.device(curve.Pts[i])
		if !a.Finite() || !b.Finite() {
			continue
		}
		if !curve.Dashed {
			c.pieces = append(c.pieces, Piece{a, b, radius, 1})
			continue
		}
		a, b, seen := c.frame(-reach).Clip(a, b)
		length := b.Sub(a).Len()
		if !seen || length == 0 {
			continue
		}
		along := b.Sub(a).Mul(1 / length)
		for at := 0.0; at < length; {
			phase := gone + at
			_, in := split(phase, 2*dash)
			next := min(at+dashRest(in, dash), length)
			if from, to := at+max(short-in, 0), min(next, at+dash-short-in); in < dash && to >= from {
				c.pieces = append(c.pieces, Piece{a.Add(along.Mul(from)), a.Add(along.Mul(to)), radius, 1})
			}
			at = next
		}
		gone += length
	}
}

// split counts whole periods in a length, and what is left of it.
func split(length, period float64) (whole int, rest float64) {
	whole = int(length / period)
	return whole, length - float64(whole)*period
}

// dashRest is how far it is from a place in a period of dash and gap to the next change.
func dashRest(in, dash float64) float64 {
	if in < dash {
		return max(dash-in, 1e-3)
	}
	return max(2*dash-in, 1e-3)
}
