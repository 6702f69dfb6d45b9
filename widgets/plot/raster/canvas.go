package raster

import (
	"image"
	"image/color"
	"math"

	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// A Canvas draws into a picture, whose upper left corner is the canvas' origin wherever its bounds begin.
type Canvas struct{ dst *image.RGBA }

var _ plot.Canvas = Canvas{}

// New gives the canvas of a picture. It costs nothing.
func New(dst *image.RGBA) Canvas { return Canvas{dst} }

// Scene draws a scene into a new opaque picture of w by h pixels: the plain way, from nothing.
func Scene(s plot.Scene, st plot.Style, w, h int) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	s.Draw(New(dst), st)
	return dst
}

// Chart draws a chart, without a cursor, into a new opaque picture of w by h pixels.
func Chart(c plot.Chart, w, h int) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	c.Draw(New(dst))
	return dst
}

// Size is the picture's, in pixels.
func (c Canvas) Size() (w, h float64) {
	return float64(c.dst.Rect.Dx()), float64(c.dst.Rect.Dy())
}

// Part draws into a part of the picture.
func (c Canvas) Part(at plot.Box) plot.Canvas {
	at = at.Snapped()
	box := image.Rect(int(at.X0), int(at.Y0), int(at.X1), int(at.Y1)).Intersect(image.Rect(0, 0, c.dst.Rect.Dx(), c.dst.Rect.Dy()))
	return New(c.dst.SubImage(box.Add(c.dst.Rect.Min)).(*image.RGBA))
}

// Circle fills a disc or draws a ring. A ring thinner than a pixel is drawn a pixel wide and fainter.
func (c Canvas) Circle(at plot.Vec, r, width float64, ink color.RGBA) {
	switch {
	case width != 0:
		c.ring(at, r, width, ink)
	case r > 0:
		p := pens.get()
		defer pens.put(p)
		p.begin(c.dst.Rect.Dx(), c.dst.Rect.Dy(), 0)
		p.segment(at, at, r, 1)
		p.end(c.dst, ink, color.RGBA{})
	}
}

func (c Canvas) ring(at plot.Vec, r, width float64, ink color.RGBA) {
	half, alpha := math.Max(width, 1)/2, geom.Clamp(width, 0, 1)
	outer := r + half + 1
	if !at.Finite() || !geom.Finite(outer) {
		return
	}
	box := c.part(plot.Box{X0: at.X - outer, Y0: at.Y - outer, X1: at.X + outer, Y1: at.Y + outer})
	for j := box.Min.Y; j < box.Max.Y; j++ {
		for i := box.Min.X; i < box.Max.X; i++ {
			off := math.Abs(math.Hypot(float64(i)+0.5-at.X, float64(j)+0.5-at.Y) - r)
			if cover := geom.Clamp(half+0.5-off, 0, 1); cover > 0 {
				blend(c.pix(i, j), ink, uint32(255*alpha*cover+0.5))
			}
		}
	}
}

// part is the part of the picture that a box may touch, in the canvas' own places.
func (c Canvas) part(b plot.Box) image.Rectangle {
	return b.Pixels().Intersect(image.Rect(0, 0, c.dst.Rect.Dx(), c.dst.Rect.Dy()))
}

// pix are the pixels of a row from (x, y) on.
func (c Canvas) pix(x, y int) []uint8 { return c.dst.Pix[y*c.dst.Stride+4*x:] }

// blend puts colour c, covering cover/255 of the pixel, over one premultiplied
// pixel. An opaque pixel stays opaque exactly.
func blend(pix []uint8, c color.RGBA, cover uint32) {
	_ = pix[3]
	rest := 65025 - uint32(c.A)*cover
	cover *= 255
	pix[0] = uint8((uint32(c.R)*cover + uint32(pix[0])*rest + 32512) / 65025)
	pix[1] = uint8((uint32(c.G)*cover + uint32(pix[1])*rest + 32512) / 65025)
	pix[2] = uint8((uint32(c.B)*cover + uint32(pix[2])*rest + 32512) / 65025)
	if pix[3] != 255 {
		pix[3] = uint8((uint32(c.A)*cover + uint32(pix[3])*rest + 32512) / 65025)
	}
}

func set(pix []uint8, c color.RGBA) {
	_ = pix[3]
	pix[0], pix[1], pix[2], pix[3] = c.R, c.G, c.B, c.A
}
