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
	Strong bool    // it is to be looked at
	Swell  float64 // by what part it is wider than others like it, 0 to 1: it pulses
	Faint  bool    // another one is
}

// Sizes of arrows, in units.
const (
	arrowWidth  = 2.6
	arrowStrong = 4.2
	arrowPoint  = 11.0 // length of its head
	arrowWide   = 4.6  // half the width of its head
	arrowRoom   = 7.0  // between its tip and its label
	arrowBox    = 3.5  // half the width of the strip along it that labels keep off
)

// arrows draws the scene's arrows, over the ways and heads, and then their labels, which keep off what else is written.
func (c *composition) arrows() {
	if len(c.scene.Arrows) == 0 {
		return
	}
	for _, strong := range [2]bool{false, true} {
		for i := range c.scene.Arrows {
			if a := &c.scene.Arrows[i]; a.Strong == strong {
				c.pointing(a)
			}
		}
	}
	o := c.standing()
	if !c.small() {
		o.boxes = append(o.boxes, c.keepOff.boxes...) // the marks
	}
	for i := range c.scene.Arrows {
		a := &c.scene.Arrows[i]
		if at, along, ok := c.course(a); ok && a.Long > 0 {
			o.boxes = AppendAlong(o.boxes, at, at.Add(along.Mul(c.style.px(min(a.Long, farthestSeen)))), c.style.px(arrowBox))
		}
	}
	for i := range c.scene.Arrows {
		c.arrowLabel(&c.scene.Arrows[i], o)
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

// An ArrowShape is where the parts of an arrow lie on a plane.
type ArrowShape struct {
	From, Neck Vec    // the ends of its line
	Head       [3]Vec // its tip, and the corners behind that
}

// Shape is that of an arrow whose place and direction, of length 1, are these on a plane on which a unit is so long; false if it
// is its label alone.
func (a *Arrow) Shape(at, along Vec, unit float64) (s ArrowShape, ok bool) {
	if !(a.Long > 0) {
		return s, false
	}
	long, wider := min(a.Long, farthestArrow), a.Width()/arrowWidth
	point := min(arrowPoint*wider, 0.6*long)
	off := min(a.Off, max(long-1.6*point, 0))
	reach := func(units float64) Vec { return at.Add(along.Mul(units * unit)) }
	across := Vec{-along.Y, along.X}.Mul(arrowWide * wider * min(1, point/arrowPoint) * unit)
	tip, back := reach(long), reach(long-point)
	return ArrowShape{reach(off), reach(long - 0.8*point), [3]Vec{tip, back.Add(across), back.Sub(across)}}, true
}

// Width is how wide its line is, in units.
func (a *Arrow) Width() float64 {
	if a.Strong {
		return arrowStrong * (1 + a.Swell)
	}
	return arrowWidth * (1 + a.Swell)
}

// Strength is how much of its ink is seen.
func (a *Arrow) Strength() float64 {
	if a.Faint {
		return 0.35
	}
	return 1
}

// pointing draws an arrow with its halo.
func (c *composition) pointing(a *Arrow) {
	at, along, ok := c.course(a)
	if !ok {
		return
	}
	s, ok := a.Shape(at, along, c.style.Scale)
	if !ok {
		return
	}
	ink, halo := faded(a.Color, a.Strength()), faded(c.halo(), 0.75*a.Strength())
	c.outline(c.style.px(2*haloWidth), halo, s.Head[:]...)
	c.pieces = append(c.pieces[:0], Piece{s.From, s.Neck, c.style.px(a.Width()) / 2, 1})
	c.on.Stroke(c.pieces, Pen{Color: ink, Halo: halo, Reach: c.style.px(haloWidth)})
	c.polygon(ink, s.Head[:]...)
}

// farthestArrow is how long an arrow is drawn at most, in units: its tip is then far beyond any picture. Labels keep off so much.
const (
	farthestArrow = 4000
	farthestSeen  = 400
)

// arrowLabel writes an arrow's label beyond the last place of it that is in the picture, if there is one, and adds it to what is
// written.
func (c *composition) arrowLabel(a *Arrow, o *obstacles) {
	at, along, ok := c.course(a)
	if !ok || a.Label == "" || c.style.Font == nil {
		return
	}
	frame := c.frame(0)
	_, tip, seen := frame.Clip(at, at.Add(along.Mul(c.style.px(max(min(a.Long, farthestArrow), a.Off)))))
	if !seen {
		return
	}
	if b, written := a.Write(c.on, c.style, tip, along, frame, o.texts, o.boxes); written {
		o.texts = append(o.texts, b)
	}
}

// AppendAlong appends boxes of a radius that cover a line, for labels to keep off.
func AppendAlong(list []Box, from, to Vec, radius float64) []Box {
	way := to.Sub(from)
	n := max(int(way.Len()/radius), 1)
	for i := range n + 1 {
		list = append(list, boxAbout(from.Add(way.Mul(float64(i)/float64(n))), radius, radius))
	}
	return list
}

// labelSteps are how far to either side of an arrow its label may stand, the best first; labelRows how far beyond its tip, or
// before it.
var (
	labelSteps = [...]float64{0, 1, -1, 2, -2, 3, -3}
	labelRows  = [...]float64{0, 1, 2, -1, -2, -3}
)

// Write writes the label of an arrow that points in a direction on the picture, beyond its tip or beside that: in a frame, off
// what is taken by other texts, and off the boxes if it can be. It gives where; a label that would lie on others is left out.
func (a *Arrow) Write(on Canvas, st Style, tip, along Vec, frame Box, texts, boxes []Box) (at Box, written bool) {
	size := st.px(st.TextSize)
	wide, high, room := st.Font.Width(a.Label, size), st.Font.CapHeight(size), st.px(arrowRoom)
	across, row := Vec{-along.Y, along.X}, high+0.7*room
	beyond := room + math.Abs(along.X)*wide/2 + math.Abs(along.Y)*high/2
	place := func(farther, aside float64) Vec {
		at := tip.Add(along.Mul(beyond + farther*row)).Add(across.Mul(aside * row))
		at.X = clamp(at.X, frame.X0+wide/2+room, max(frame.X1-wide/2-room, frame.X0+wide/2+room))
		at.Y = clamp(at.Y, frame.Y0+high/2+room, max(frame.Y1-high/2-room, frame.Y0+high/2+room))
		return at
	}
	for _, off := range [2][]Box{boxes, nil} {
		for _, farther := range labelRows {
			for _, aside := range labelSteps {
				middle := place(farther, aside)
				at := boxAbout(middle, wide/2+st.px(2.5), high/2+st.px(3)) // a blank between two
				if at.meetsAny(texts) || at.meetsAny(off) {
					continue
				}
				// It begins at a quarter of a unit, so that the letters that the font keeps serve while an arrow moves.
				on.Text(Text{
					Text: a.Label, Font: st.Font, Size: size, Ink: faded(a.Color, a.Strength()), Bold: true,
					Halo: faded(st.Palette.Halo(), 0.8), Reach: math.Max(1, st.px(textHalo)),
				}, Vec{math.Round(4*(middle.X-wide/2)) / 4, middle.Y + high/2})
				return at, true
			}
		}
	}
	return Box{}, false
}
