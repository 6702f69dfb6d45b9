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
	Dash   float64    // length of dots, and of the gaps between them, in units, without a halo, which would fill them; 0: dashes
	Clear  bool       // names of places keep off it; not for what moves with the playhead, or they would jump
	Over   bool       // over the racers' ways, which it may follow, and not below them
	Fill   color.RGBA // within, if it is closed
	Faint  bool       // a hint: half seen, without the halo that sets others off from the ground
}

// dashLength is that of a dash and of the gap behind it, in units.
const dashLength = 5

// curves draws the scene's curves: those that lie over the ways, or those below everything that moves.
func (c *composition) curves(over bool) {
	for _, curve := range c.scene.Curves {
		if curve.Over != over {
			continue
		}
		ink, halo, reach := curve.Color, faded(c.halo(), 0.6), c.style.px(haloWidth)
		if curve.Faint {
			ink, halo, reach = faded(ink, 0.5), color.RGBA{}, 0
		}
		if curve.Dash > 0 {
			halo, reach = color.RGBA{}, 0
		}
		if curve.Fill.A > 0 {
			c.fillCurve(curve)
		}
		c.pieces = c.pieces[:0]
		c.curve(curve)
		c.on.Stroke(c.pieces, Pen{ink, halo, reach})
	}
}

// fillCurve fills what a curve surrounds, if all of it has a place.
func (c *composition) fillCurve(curve Curve) {
	c.corners = c.corners[:0]
	for _, p := range curve.Pts {
		at := c.device(p)
		if !at.Finite() {
			return
		}
		c.corners = append(c.corners, at)
	}
	c.on.Fill(c.corners, curve.Fill)
}

// curve adds the pieces of a curve to those of the sketch.
func (c *composition) curve(curve Curve) {
	radius, dashing := c.style.px(curve.Width)/2, curve.Dashing(c.style.Scale)
	reach := 2 * dashing.Dash
	for i := 1; i < len(curve.Pts); i++ {
		a, b := c.device(curve.Pts[i-1]), c.device(curve.Pts[i])
		if !a.Finite() || !b.Finite() {
			continue
		}
		if !curve.Dashed {
			c.pieces = append(c.pieces, Piece{a, b, radius, 1})
			continue
		}
		if a, b, seen := c.frame(-reach).Clip(a, b); seen {
			c.pieces = dashing.Cut(c.pieces, Piece{a, b, radius, 1})
		}
	}
}

// A Dashing cuts a line into dashes, stretch by stretch. All lengths are device units.
type Dashing struct {
	Dash  float64 // of a dash, and of the gap behind it
	short float64 // by how much a dash is drawn shorter, for its round ends
	gone  float64 // the length so far, by which dashes are counted
}

// Dashing is how the curve is cut where a unit has so many device units; it need not be dashed.
func (c Curve) Dashing(scale float64) Dashing {
	d := Dashing{Dash: scale * cmp.Or(c.Dash, dashLength)}
	if c.Dash > 0 {
		d.short = min(scale*c.Width/2, 0.4*d.Dash)
	}
	return d
}

// Cut appends the dashes of the line's next stretch.
func (d *Dashing) Cut(list []Piece, of Piece) []Piece {
	length := of.B.Sub(of.A).Len()
	if length == 0 {
		return list
	}
	along := of.B.Sub(of.A).Mul(1 / length)
	for at := 0.0; at < length; {
		_, in := split(d.gone+at, 2*d.Dash)
		next := min(at+dashRest(in, d.Dash), length)
		if from, to := at+max(d.short-in, 0), min(next, at+d.Dash-d.short-in); in < d.Dash && to >= from {
			list = append(list, Piece{of.A.Add(along.Mul(from)), of.A.Add(along.Mul(to)), of.Radius, of.Strength})
		}
		at = next
	}
	d.gone += length
	return list
}

// Skip goes on by a stretch that is not drawn.
func (d *Dashing) Skip(length float64) { d.gone += length }

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
