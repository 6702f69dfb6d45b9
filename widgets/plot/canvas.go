package plot

import (
	"image"
	"image/color"
	"math"
)

// A canvas is a picture while a scene is drawn on it, in four layers that lie
// over one another: ground, furniture, labels, live.
type canvas struct {
	dst   *image.RGBA
	scene Scene
	style Style
}

const (
	textHalo = 1.5 // how far the halo of text reaches, in units
	legible  = 1.8 // the contrast to the ground below which a halo is not enough
)

// furniture draws what stands on the ground and rarely changes.
func (c canvas) furniture() {
	if !c.drawable() {
		return
	}
	c.isolines()
	if c.scene.Ticks {
		c.ticks()
	}
	c.marks()
	c.title()
}

// live draws what moves.
func (c canvas) live() {
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
func (c canvas) drawable() bool {
	v := c.scene.View
	return v.X0 < v.X1 && v.Y0 < v.Y1 && isFinite(v.X1-v.X0) && isFinite(v.Y1-v.Y0) && !c.dst.Rect.Empty()
}

func (c canvas) size() (w, h float64) {
	return float64(c.dst.Rect.Dx()), float64(c.dst.Rect.Dy())
}

// pixel is where a point is seen. Points that are not finite, or too far away to
// be reckoned with, give a Vec that is not finite.
func (c canvas) pixel(p Point) Vec {
	x, y := c.scene.ToPixel(p, c.dst.Rect.Dx(), c.dst.Rect.Dy())
	return Vec{x, y}
}

// sees reports whether a place is in the picture.
func (c canvas) sees(at Vec) bool {
	w, h := c.size()
	return at.X >= 0 && at.X <= w && at.Y >= 0 && at.Y <= h
}

// halo sets the racers' colours off from the ground.
func (c canvas) halo() color.RGBA {
	if c.style.Palette.Dark {
		return c.style.Palette.Ground
	}
	return c.style.Palette.Panel
}

// smallText is the size of numbers on the map, in pixels.
func (c canvas) smallText() float64 { return c.style.px(0.77 * c.style.TextSize) }

// text draws text in the ink that the ground asks for, with a halo, and on a plate where that is not enough.
func (c canvas) text(x, y, size float64, text string, strength float64, a Align) {
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
	reach := math.Max(1, c.style.px(textHalo))
	c.style.Font.drawHaloed(c.dst, x, y, size, reach, text, faded(i.ink, strength), faded(i.halo, 0.72*strength), a)
}

// textInks are the inks for a text in b. Where cells change under it so that no ink stands out from all of them, as where
// pale ones end before a dark margin, they are those for a plate of the theme's ground.
func (c canvas) textInks(b Box) (with inks, plated bool) {
	if i := c.inksAt(b); c.scene.Cells == nil || i.least >= legible {
		return i, false
	}
	return c.style.Palette.inksOn(luminanceOf(c.style.Palette.Ground)), true
}

// plate fills a box and a little around it.
func (c canvas) plate(b Box, fill color.RGBA) {
	room := c.style.px(2.5)
	b = Box{math.Round(b.X0 - room), math.Round(b.Y0 - room), math.Round(b.X1 + room), math.Round(b.Y1 + room)}
	fillPolygon(c.dst, []Vec{{b.X0, b.Y0}, {b.X1, b.Y0}, {b.X1, b.Y1}, {b.X0, b.Y1}}, fill)
}

func (c canvas) title() {
	if c.scene.Title != "" {
		size := c.style.px(c.style.TextSize)
		c.text(c.style.px(10), c.style.px(8)+size, size, c.scene.Title, 1, AlignLeft)
	}
}

// busy says that a newer field is on its way.
func (c canvas) busy() {
	if c.scene.Busy {
		w, _ := c.size()
		size := c.smallText()
		c.text(w-c.style.px(10), c.style.px(8)+size, size, "sampling …", 0.85, AlignRight)
	}
}

// cross draws thin lines through the pointer's place, open around it.
func (c canvas) cross() {
	if c.scene.Cross == nil {
		return
	}
	at := c.pixel(*c.scene.Cross)
	if !at.Finite() || !c.sees(at) {
		return
	}
	w, h := c.size()
	open, width := c.style.px(7), math.Max(1, c.style.px(0.8))
	ink := faded(c.inksAt(boxAbout(at, open, open)).ink, 0.4)
	for _, line := range [4][2]Vec{
		{{0, at.Y}, {at.X - open, at.Y}}, {{at.X + open, at.Y}, {w, at.Y}},
		{{at.X, 0}, {at.X, at.Y - open}}, {{at.X, at.Y + open}, {at.X, h}},
	} {
		if line[0].X <= line[1].X && line[0].Y <= line[1].Y {
			strokePolyline(c.dst, line[:], width, ink)
		}
	}
}
