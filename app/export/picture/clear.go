package picture

import (
	"image/color"

	"descentlab/widgets/plot"
)

// clear is a canvas with nothing behind what is drawn: it leaves out plain grounds.
type clear struct{ plot.Canvas }

// Clear tells whether there is nothing behind what is drawn on a canvas.
func Clear(on plot.Canvas) bool {
	_, is := on.(clear)
	return is
}

// Box draws a box, unless that covers all of the canvas.
func (c clear) Box(at plot.Vec, w, h, round float64, ink color.RGBA) {
	if width, height := c.Size(); at == (plot.Vec{}) && w == width && h == height && ink.A == 255 {
		return
	}
	c.Canvas.Box(at, w, h, round, ink)
}

// Part is clear as well.
func (c clear) Part(at plot.Box) plot.Canvas { return clear{c.Canvas.Part(at)} }
