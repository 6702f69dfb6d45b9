package plot

// Sizes of what marks the pointer's place, in units.
const (
	plusReach   = 5.5
	plusWidth   = 1.3
	pointerTip  = 6 // the length of the triangles at the edges
	pointerWide = 4 // half their width
)

// pointer marks the pointer's coordinates by triangles at the edges, between these and their numbers, and its place by a plus
// where it may be on another map.
func (c *composition) pointer() {
	if c.scene.Cross == nil {
		return
	}
	at := c.device(*c.scene.Cross)
	if !at.Finite() || !c.sees(at) {
		return
	}
	if c.scene.Linked {
		c.plus(at)
	}
	if c.numbered() {
		c.pointerAt(Vec{0, at.Y}, Vec{-1, 0})
		c.pointerAt(Vec{at.X, c.h}, Vec{0, 1})
	}
}

// pointerAt draws a triangle with its tip at a place.
func (c *composition) pointerAt(tip, along Vec) {
	length, wide := c.style.px(pointerTip), c.style.px(pointerWide)
	back, across := tip.Sub(along.Mul(length)), Vec{-along.Y, along.X}.Mul(wide)
	i := c.inksAt(boxAbout(back, length, length))
	corners := [3]Vec{tip, back.Add(across), back.Sub(across)}
	c.outline(c.style.px(2), faded(i.halo, 0.7), corners[:]...)
	c.polygon(i.ink, corners[:]...)
}

func (c *composition) plus(at Vec) {
	r, width := c.style.px(plusReach), c.style.px(plusWidth)
	i := c.inksAt(boxAbout(at, r, r))
	c.pieces = appendLine(c.pieces[:0], []Vec{{at.X - r, at.Y}, {at.X + r, at.Y}}, width, false)
	c.pieces = appendLine(c.pieces, []Vec{{at.X, at.Y - r}, {at.X, at.Y + r}}, width, false)
	c.on.Stroke(c.pieces, Pen{i.ink, faded(i.halo, 0.7), c.style.px(haloWidth)})
}
