package plot

import (
	"image"
	"image/color"
)

// A Veil is an image in few colours, each of which covers a pixel in part: what is translucent, and dense here and thin there.
type Veil struct {
	Rect  image.Rectangle
	Cover []uint8      // how much of each pixel is covered, 0 to 255, row by row
	Inks  []color.RGBA // one, if Ink is nil
	Ink   []uint8      // the index in Inks of each pixel's colour
}

var _ image.Image = (*Veil)(nil)

// ColorModel is that of colours with 16 bits, in which coverage of a translucent colour loses nothing.
func (v *Veil) ColorModel() color.Model { return color.RGBA64Model }

// Bounds are those of the picture that the veil covers.
func (v *Veil) Bounds() image.Rectangle { return v.Rect }

// At is the colour at a pixel; outside the veil it has no opacity.
func (v *Veil) At(x, y int) color.Color {
	if !(image.Point{X: x, Y: y}).In(v.Rect) {
		return color.RGBA64{}
	}
	i := (y-v.Rect.Min.Y)*v.Rect.Dx() + x - v.Rect.Min.X
	ink, cover := v.Inks[0], uint32(v.Cover[i])
	if v.Ink != nil {
		ink = v.Inks[v.Ink[i]]
	}
	part := func(channel uint8) uint16 { return uint16((uint32(channel)*cover*257 + 127) / 255) }
	return color.RGBA64{R: part(ink.R), G: part(ink.G), B: part(ink.B), A: part(ink.A)}
}

// box is the veil's own place in a picture.
func (v *Veil) box() Box {
	return Box{float64(v.Rect.Min.X), float64(v.Rect.Min.Y), float64(v.Rect.Max.X), float64(v.Rect.Max.Y)}
}
