package plot

const (
	outsideDim  = 0.25 // how much of what is outside of the box goes under
	withinLine  = 1    // width of the box's frame, in units
	withinFaint = 0.7  // opacity of it
)

// within draws the box in which racers are kept: a fine frame, and what is outside of it faintly dimmed.
func (c *composition) within() {
	r := c.scene.Within
	if r == nil {
		return
	}
	w, h := c.size()
	a, b := c.device(Point{X: r.X0, Y: r.Y1}), c.device(Point{X: r.X1, Y: r.Y0})
	x0, x1, y0, y1 := clamp(a.X, 0, w), clamp(b.X, 0, w), clamp(a.Y, 0, h), clamp(b.Y, 0, h)
	dim := faded(c.halo(), outsideDim)
	for _, part := range [...]Box{{0, 0, x0, h}, {x1, 0, w, h}, {x0, 0, x1, y0}, {x0, y1, x1, h}} {
		if part.X1 > part.X0 && part.Y1 > part.Y0 {
			c.on.Box(Vec{part.X0, part.Y0}, part.X1-part.X0, part.Y1-part.Y0, 0, dim)
		}
	}
	c.pieces = c.pieces[:0]
	radius, strength := hairline(c.style.px(withinLine))
	side := func(at, most float64, from, to Vec) {
		if at >= 0 && at <= most && from != to {
			c.pieces = append(c.pieces, Piece{from, to, radius, strength})
		}
	}
	side(a.X, w, Vec{x0, y0}, Vec{x0, y1})
	side(b.X, w, Vec{x1, y0}, Vec{x1, y1})
	side(a.Y, h, Vec{x0, y0}, Vec{x1, y0})
	side(b.Y, h, Vec{x0, y1}, Vec{x1, y1})
	if len(c.pieces) > 0 {
		c.on.Stroke(c.pieces, Pen{faded(c.style.Palette.Text, withinFaint), faded(c.halo(), 0.5), c.style.px(haloWidth)})
	}
}
