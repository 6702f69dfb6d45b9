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

	ways     []way
	points   []Vec // of the way that was followed last
	shadowed way
	taken    []Box      // by heads
	verdict  []Box      // by what is said of racers
	seen     []seenMark // marks in the picture
	labelled []label
	keepOff  obstacles // for what is written
	covers   coverage
	masks    [3]mask // of the region
}

var compositions = sync.Pool{New: func() any { return new(composition) }}

// compose begins to draw a scene; done ends it.
func compose(on Canvas, s Scene, st Style) *composition {
	c := compositions.Get().(*composition)
	c.on, c.scene, c.style = on, s, st
	c.w, c.h = on.Size()
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
	if c.scene.Ticks {
		c.ticks()
	}
	c.marks()
	c.title()
}

// live draws what moves.
func (c *composition) live() {
	if !c.drawable() {
		return
	}
	c.clouds(true)
	c.curves()
	c.clouds(false)
	c.traces()
	c.handles()
	c.start()
	c.cross()
	c.busy()
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
func (c *composition) halo() color.RGBA {
	if c.style.Palette.Dark {
		return c.style.Palette.Ground
	}
	return c.style.Palette.Panel
}

// smallText is the size of numbers on the map, in device units.
func (c *composition) smallText() float64 { return c.style.px(0.77 * c.style.TextSize) }

// text draws text in the ink that the ground asks for, with a halo, and on a plate where that is not enough.
func (c *composition) text(x, y, size float64, text string, strength float64, a Align) {
	if c.style.Font == nil || text == "" {
		return
	}
	width, cap := c.style.Font.Width(text, size), c.style.Font.CapHeight(size)
	left := x - width*[...]float64{AlignLeft: 0, AlignCenter: 0.5, AlignRight: 1}[a]
	b := Box{left, y - cap, left + width, y}
	i, plated := c.textInks(b)
	if plated {
		c.plate(b, faded(c.style.Palette.Ground, 0.9*strength))
	}
	c.on.Text(Text{
		Text: text, Font: c.style.Font, Size: size, Align: a,
		Ink: faded(i.ink, strength), Halo: faded(i.halo, 0.72*strength), Reach: math.Max(1, c.style.px(textHalo)),
	}, Vec{x, y})
}

// textInks are the inks for a text in b. Where cells change under it so that no ink stands out from all of them, as where
// pale ones end before a dark margin, they are those for a plate of the theme's ground.
func (c *composition) textInks(b Box) (with inks, plated bool) {
	if i := c.inksAt(b); c.scene.Cells == nil || i.least >= legible {
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

// cross draws thin lines through the pointer's place, open around it.
func (c *composition) cross() {
	if c.scene.Cross == nil {
		return
	}
	at := c.device(*c.scene.Cross)
	if !at.Finite() || !c.sees(at) {
		return
	}
	open, width := c.style.px(7), math.Max(1, c.style.px(0.8))
	ink := faded(c.inksAt(boxAbout(at, open, open)).ink, 0.4)
	for _, line := range [4][2]Vec{
		{{0, at.Y}, {at.X - open, at.Y}}, {{at.X + open, at.Y}, {c.w, at.Y}},
		{{at.X, 0}, {at.X, at.Y - open}}, {{at.X, at.Y + open}, {at.X, c.h}},
	} {
		if line[0].X <= line[1].X && line[0].Y <= line[1].Y {
			c.line(width, ink, line[0], line[1])
		}
	}
}
