package plot

import "math"

// Of maps side by side.
const (
	veil       = 0.22 // how far the ground of those recedes that are not looked at
	frameWidth = 2.5  // around the one that is, in units
	noteSize   = 12   // of what is said at the lower left, in units
	noteInset  = 7
)

// veiled lets the ground recede.
func (c *composition) veiled() {
	if c.overVeil = c.scene.Veiled; c.overVeil {
		c.on.Box(Vec{}, c.w, c.h, 0, faded(c.style.Palette.Ground, veil))
	}
}

// framed draws a frame around the whole picture.
func (c *composition) framed() {
	ink := c.scene.Frame
	if ink.A == 0 {
		return
	}
	width := math.Round(max(1, c.style.px(frameWidth)))
	c.on.Box(Vec{}, c.w, width, 0, ink)
	c.on.Box(Vec{0, c.h - width}, c.w, width, 0, ink)
	c.on.Box(Vec{0, width}, width, c.h-2*width, 0, ink)
	c.on.Box(Vec{c.w - width, width}, width, c.h-2*width, 0, ink)
}

// note writes at the lower left of a small map what is said of it.
func (c *composition) note() {
	if c.scene.Note == "" || !c.small() || min(c.w, c.h) < c.style.px(TinyMap) {
		return
	}
	c.bold(c.style.px(noteInset), c.h-c.style.px(noteInset), c.style.px(noteSize), c.scene.Note)
}
