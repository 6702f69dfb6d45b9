package plot

// Sizes of a second way, in units.
const (
	shadowWidth = 1.2
	shadowHead  = 3.6
)

// shadow draws the second way of a racer, below all first ones: a thin line without dots that ends in a small open ring.
func (c canvas) shadow(t Trace) {
	if len(t.Shadow) == 0 {
		return
	}
	w := c.wayOf(Trace{Pts: t.Shadow, Head: t.Head})
	strength := 0.85
	if t.Faint {
		strength = 0.3
	}
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.begin(c.dst.Rect, c.style.px(haloWidth))
	for i := 1; i < len(w.pts); i++ {
		if a, b := w.pts[i-1], w.pts[i]; a.Finite() && b.Finite() {
			p.segment(a, b, c.style.px(shadowWidth)/2, 1)
		}
	}
	p.end(c.dst, faded(t.Color, strength), faded(c.halo(), 0.6*strength))
	if len(w.pts) > 0 && c.sees(w.shown) {
		r, width := c.style.px(shadowHead), c.style.px(1.6)
		strokeRing(c.dst, w.shown, r, width+2*c.style.px(haloWidth), faded(c.halo(), strength))
		strokeRing(c.dst, w.shown, r, width, faded(t.Color, strength))
	}
}
