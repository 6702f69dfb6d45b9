package plot

// Sizes of a second way, in units.
const (
	shadowWidth = 1.2
	shadowHead  = 3.6
)

// shadow draws the second way of a racer, below all first ones: a thin line without dots that ends in a small open ring.
func (c *composition) shadow(t Trace) {
	if len(t.Shadow) == 0 {
		return
	}
	w := &c.shadowed
	c.follow(w, Trace{Pts: t.Shadow, Head: t.Head})
	strength := 0.85
	if t.Faint {
		strength = 0.3
	}
	c.pieces = c.pieces[:0]
	for i := 1; i < w.count; i++ {
		c.pieces = append(c.pieces, Piece{c.points[i-1], c.points[i], c.style.px(shadowWidth) / 2, 1})
	}
	c.on.Stroke(c.pieces, Pen{faded(t.Color, strength), faded(c.halo(), 0.6*strength), c.style.px(haloWidth)})
	if w.count > 0 && c.sees(w.shown) {
		r, width := c.style.px(shadowHead), c.style.px(1.6)
		c.on.Circle(w.shown, r, width+2*c.style.px(haloWidth), faded(c.halo(), strength))
		c.on.Circle(w.shown, r, width, faded(t.Color, strength))
	}
}
