package plot

import (
	"image/color"
	"math"
)

// An Arrow points from a place in a direction of the plane. How long it is does not depend on the window: whoever makes it says
// so in its label, if it is no length of the plane's.
type Arrow struct {
	At     Point
	Along  Point   // its direction in the plane; if it has none, nothing is drawn
	Long   float64 // its length, in units, > 0; 0: it is its label alone
	Off    float64 // how far from At it begins, in units
	Label  string
	Color  color.RGBA
	Strong bool // it is to be looked at
	Faint  bool // another one is
}

// Sizes of arrows, in units.
const (
	arrowWidth  = 2.6
	arrowStrong = 4.2
	arrowPoint  = 11.0 // length of its head
	arrowWide   = 4.6  // half the width of its head
	arrowRoom   = 7.0  // between its tip and its label
)

// arrows draws the scene's arrows, over the ways and heads, and then their labels, which keep off one another.
func (c *composition) arrows() {
	c.pointed = c.pointed[:0]
	for _, strong := range [2]bool{false, true} {
		for i := range c.scene.Arrows {
			if a := &c.scene.Arrows[i]; a.Strong == strong {
				c.pointing(a)
			}
		}
	}
	for i := range c.scene.Arrows {
		c.pointed = c.arrowLabel(&c.scene.Arrows[i], c.pointed)
	}
}

// course is where an arrow begins, and its direction on the picture; false if it has none.
func (c *composition) course(a *Arrow) (at, along Vec, ok bool) {
	v := c.scene.View
	at = c.device(a.At)
	along = Vec{a.Along.X / (v.X1 - v.X0) * c.w, -a.Along.Y / (v.Y1 - v.Y0) * c.h}
	length := along.Len()
	return at, along.Mul(1 / length), at.Finite() && length > 0 && isFinite(length)
}

// pointing draws an arrow with its halo.
func (c *composition) pointing(a *Arrow) {
	at, along, ok := c.course(a)
	if !ok || !(a.Long > 0) {
		return
	}
	width, ink := arrowWidth, a.Color
	if a.Strong {
		width = arrowStrong
	}
	if a.Faint {
		ink = faded(ink, 0.35)
	}
	long := c.style.px(min(a.Long, farthestArrow))
	point := min(c.style.px(arrowPoint)*width/arrowWidth, 0.6*long)
	off := min(c.style.px(a.Off), max(long-1.6*point, 0))
	from, tip := at.Add(along.Mul(off)), at.Add(along.Mul(long))
	neck := tip.Sub(along.Mul(0.8 * point))
	across := Vec{-along.Y, along.X}.Mul(c.style.px(arrowWide) * width / arrowWidth * min(1, point/c.style.px(arrowPoint)))
	back := tip.Sub(along.Mul(point))
	head := [3]Vec{tip, back.Add(across), back.Sub(across)}
	halo := faded(c.halo(), 0.75)
	if a.Faint {
		halo = faded(halo, 0.35)
	}
	c.outline(c.style.px(2*haloWidth), halo, head[:]...)
	c.pieces = appendLine(c.pieces[:0], []Vec{from, neck}, c.style.px(width), false)
	c.on.Stroke(c.pieces, Pen{Color: ink, Halo: halo, Reach: c.style.px(haloWidth)})
	c.polygon(ink, head[:]...)
}

// farthestArrow is how long an arrow is drawn at most, in units: its tip is then far beyond any picture.
const farthestArrow = 4000

// arrowLabel writes an arrow's label beyond its tip, or beside that where another one is.
func (c *composition) arrowLabel(a *Arrow, taken []Box) []Box {
	at, along, ok := c.course(a)
	if !ok || a.Label == "" || c.style.Font == nil {
		return taken
	}
	size := c.style.px(c.style.TextSize)
	wide, high := c.style.Font.Width(a.Label, size), c.style.Font.CapHeight(size)
	tip := at.Add(along.Mul(c.style.px(max(a.Long, a.Off))))
	room := c.style.px(arrowRoom)
	ink := a.Color
	if a.Faint {
		ink = faded(ink, 0.35)
	}
	across := Vec{-along.Y, along.X}
	for _, aside := range [...]float64{0, 1, -1, 2, -2, 3, -3} {
		reach := room + math.Abs(along.X)*wide/2 + math.Abs(along.Y)*high/2
		middle := tip.Add(along.Mul(reach)).Add(across.Mul(aside * (high + 0.7*room)))
		b := boxAbout(middle, wide/2+1, high/2+3)
		if b.meetsAny(taken) && aside != -3 {
			continue
		}
		middle.X = clamp(middle.X, wide/2+room, max(c.w-wide/2-room, wide/2+room))
		middle.Y = clamp(middle.Y, high/2+room, max(c.h-high/2-room, high/2+room))
		c.on.Text(Text{
			Text: a.Label, Font: c.style.Font, Size: size, Ink: ink, Align: AlignCenter, Bold: true,
			Halo: faded(c.halo(), 0.8), Reach: math.Max(1, c.style.px(textHalo)),
		}, Vec{middle.X, middle.Y + high/2})
		return append(taken, b)
	}
	return taken
}
