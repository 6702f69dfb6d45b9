package plot

import (
	"image/color"
	"math"
	"sync"

	"descentlab/internal/say"
)

// A composition is a scene while it is drawn on a canvas. It is used again for other scenes, for the memory that it has: what
// moves is drawn many times a second, and without allocating.
type composition struct {
	sketch
	scene Scene
	style Style
	w, h  float64 // size of the picture

	overVeil bool // what is drawn now lies over the scene's veil

	ways      []way
	points    []Vec // of the way that was followed last
	shadowed  way
	fanned    []Vec      // heads, as they are spread
	happened  []Vec      // where marks of events are
	seats     []int      // and whose they are
	nameSeats []int      // where names of traces stand
	taken     []Box      // by heads
	verdict   []Box      // by what is said of racers, and by tags
	seen      []seenMark // marks in the picture
	labelled  []label
	placed    placement // what they were placed for
	written   []Box     // below them
	wrote     placement // what that was written for
	ticked    []tickMark
	keyed     keyed
	ridden    []rider   // racers in the key
	keepOff   obstacles // for what is written
	last      obstacles // for what is written last
	covers    coverage
	masks     [3]mask // of the region
}

var compositions = sync.Pool{New: func() any { return new(composition) }}

// compose begins to draw a scene; done ends it.
func compose(on Canvas, s Scene, st Style) *composition {
	w, h := on.Size()
	c := measured(s, st, w, h)
	c.on = on
	return c
}

// measured is a scene in a picture of w by h device units on which nothing is drawn; done ends it.
func measured(s Scene, st Style, w, h float64) *composition {
	c := compositions.Get().(*composition)
	c.scene, c.style, c.w, c.h = s, st, w, h
	c.overVeil = false
	return c
}

func (c *composition) done() {
	c.on, c.scene, c.style = nil, Scene{}, Style{}
	compositions.Put(c)
}

const (
	textHalo = 1.5 // how far the halo of text reaches, in units
	legible  = 1.8 // the contrast to the ground below which a halo is not enough
)

// furniture draws what stands on the ground and rarely changes.
func (c *composition) furniture() {
	if !c.drawable() {
		return
	}
	c.isolines()
	c.within()
	c.ticks()
	c.marks()
	c.title()
	c.key()
}

// live draws what moves.
func (c *composition) live() {
	if !c.drawable() {
		return
	}
	c.veiled()
	c.clouds(true)
	c.curves(false)
	c.clouds(false)
	below := c.startBelow()
	if below {
		c.start()
	}
	c.traces()
	c.tags()
	c.handles()
	if !below {
		c.start()
	}
	c.arrows()
	c.riders()
	c.pointer()
	c.note()
	c.busy()
	c.framed()
}

// drawable reports whether the view is one: without it nothing has a place.
func (c *composition) drawable() bool {
	v := c.scene.View
	return v.X0 < v.X1 && v.Y0 < v.Y1 && isFinite(v.X1-v.X0) && isFinite(v.Y1-v.Y0) && c.w > 0 && c.h > 0
}

func (c *composition) size() (w, h float64) { return c.w, c.h }

// whole is the size of the picture in whole device units, for what is made of pixels by nature.
func (c *composition) whole() (w, h int) { return int(math.Ceil(c.w)), int(math.Ceil(c.h)) }

// device is where a point is seen. Points that are not finite, or too far away to
// be reckoned with, give a place that is not finite.
func (c *composition) device(p Point) Vec { return c.scene.toDevice(p, c.w, c.h) }

// sees reports whether a place is in the picture.
func (c *composition) sees(at Vec) bool {
	return at.X >= 0 && at.X <= c.w && at.Y >= 0 && at.Y <= c.h
}

// halo sets the racers' colours off from the ground.
func (c *composition) halo() color.RGBA { return c.style.Palette.Halo() }

// smallText is the size of numbers on the map, in device units.
func (c *composition) smallText() float64 { return c.style.px(0.9 * c.style.TextSize) }

// small tells whether the picture has no room for details. Without its numbers what is no map of a surface, as its logarithmic
// axes and their names tell, would say nothing.
func (c *composition) small() bool {
	s := &c.scene
	return min(c.w, c.h) < c.style.px(SmallMap) && !s.LogX && !s.LogY && s.Across == "" && s.Up == ""
}

// text draws text in the ink that the ground asks for, with a halo, and on a plate where that is not enough.
func (c *composition) text(x, y, size float64, text string, strength float64, a Align) {
	c.write(Text{Text: text, Size: size, Align: a}, Vec{x, y}, strength)
}

// bold writes text that begins at a place in heavy letters.
func (c *composition) bold(x, y, size float64, text string) {
	c.write(Text{Text: text, Size: size, Bold: true}, Vec{x, y}, 1)
}

// write writes text in the style's font and the ground's inks.
func (c *composition) write(t Text, at Vec, strength float64) {
	if c.style.Font == nil || t.Text == "" {
		return
	}
	width, cap := c.style.Font.Width(t.Text, t.Size), c.style.Font.CapHeight(t.Size)
	left := at.X - width*[...]float64{AlignLeft: 0, AlignCenter: 0.5, AlignRight: 1}[t.Align]
	b := Box{left, at.Y - cap, left + width, at.Y}
	i, plated := c.textInks(b)
	if plated {
		c.plate(b, faded(c.style.Palette.Ground, 0.9*strength))
	}
	t.Font, t.Ink = c.style.Font, faded(i.ink, strength)
	t.Halo, t.Reach = faded(i.halo, 0.72*strength), math.Max(1, c.style.px(textHalo))
	c.on.Text(t, at)
}

// textInks are the inks for a text in b. Where cells change under it so that no ink stands out from all of them, as where
// pale ones end before a dark margin, they are those for a plate of the theme's ground.
func (c *composition) textInks(b Box) (with inks, plated bool) {
	if i := c.haloedInks(b); c.scene.Cells == nil || i.least >= legible {
		return i, false
	}
	return c.style.Palette.inksOn(luminanceOf(c.style.Palette.Ground)), true
}

// plate fills a box and a little around it.
func (c *composition) plate(b Box, fill color.RGBA) {
	room := c.style.px(2.5)
	left, top := math.Round(b.X0-room), math.Round(b.Y0-room)
	c.on.Box(Vec{left, top}, math.Round(b.X1+room)-left, math.Round(b.Y1+room)-top, 0, fill)
}

// titleBox is the room that the title takes.
func (c *composition) titleBox() Box {
	size := c.style.px(c.style.TextSize)
	return Box{0, 0, c.style.px(12) + c.style.Font.Width(c.scene.Title, size), c.style.px(10) + size}
}

func (c *composition) title() {
	if c.scene.Title != "" {
		size := c.style.px(c.style.TextSize)
		c.text(c.style.px(10), c.style.px(8)+size, size, c.scene.Title, 1, AlignLeft)
	}
}

// busy says that a newer field is on its way.
func (c *composition) busy() {
	if c.scene.Busy {
		size := c.smallText()
		c.text(c.w-c.style.px(10), c.style.px(8)+size, size, say.T("sampling …"), 0.85, AlignRight)
	}
}
