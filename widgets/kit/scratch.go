package kit

import "image"

// scratch are the pixels of all that is drawn for Fyne. It belongs to the goroutine of the window.
var scratch []uint8

// Scratch is a picture of w by h pixels for the generator of a canvas.Raster, with whatever was drawn last in it. It is lent
// until the next call: Fyne makes a texture of what a generator gives it, and then has no more use for it. So the window holds
// one picture, as large as the largest.
func Scratch(w, h int) *image.RGBA {
	n := 4 * w * h
	if cap(scratch) < n {
		scratch = make([]uint8, n)
	}
	return &image.RGBA{Pix: scratch[:n:n], Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
}
