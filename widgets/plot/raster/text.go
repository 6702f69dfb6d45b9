package raster

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"descentlab/widgets/plot"
)

// Text writes text with its baseline on a whole pixel, for crispness; its beginning need not be on one. Text with a direction
// stands where it is put.
func (c Canvas) Text(t plot.Text, at plot.Vec) {
	if t.Font == nil {
		return
	}
	if t.Along != (plot.Vec{}) {
		c.along(t, at)
		return
	}
	x, width := at.X, 0.0
	if t.Align != plot.AlignLeft || t.Reach > 0 {
		width = widthOf(t)
	}
	switch t.Align {
	case plot.AlignCenter:
		x -= width / 2
	case plot.AlignRight:
		x -= width
	}
	y := math.Round(at.Y)
	if t.Reach > 0 && !c.halo(t, x, y, width) {
		return
	}
	c.letters(t, x, y, image.Point{})
}

func widthOf(t plot.Text) float64 {
	if t.Tabular {
		return t.Font.TabularWidth(t.Text, t.Size)
	}
	return t.Font.Width(t.Text, t.Size)
}

// heavier is how far apart the two strokes of a bold letter are, as a part of the size.
const heavier = 1.0 / 22

// letters writes level text that begins at (x, y), seen from an origin.
func (c Canvas) letters(t plot.Text, x, y float64, origin image.Point) {
	if t.Bold {
		// The letters twice, for there is no heavier font.
		t.Bold = false
		c.letters(t, x-t.Size*heavier/2, y, origin)
		c.letters(t, x+t.Size*heavier/2, y, origin)
		return
	}
	if !t.Tabular {
		c.run(t, t.Text, x, y, origin)
		return
	}
	cell := t.Font.Width("0", t.Size)
	for run, digit := range plot.TabularRuns(t.Text) {
		width := t.Font.Width(run, t.Size)
		if digit {
			c.run(t, run, x+cell/2-width/2, y, origin)
			x += cell
		} else {
			c.run(t, run, x, y, origin)
			x += width
		}
	}
}

// run writes a part of a text as it is set by its font.
func (c Canvas) run(t plot.Text, text string, x, y float64, origin image.Point) {
	if math.Abs(x) > 1e6 || math.Abs(y) > 1e6 || x != x || y != y {
		return
	}
	start := fixed.Point26_6{X: fixed.Int26_6(math.Round(64 * x)), Y: fixed.I(int(math.Round(y)))}.Sub(fixed.P(origin.X, origin.Y))
	t.Font.Set(text, t.Size, func(l plot.Letter) {
		dot := start
		dot.X += l.At
		c.letter(l.Face, dot, l.Rune, t.Ink)
	})
}

func (c Canvas) letter(face font.Face, dot fixed.Point26_6, r rune, ink color.RGBA) {
	box, mask, at, _, ok := face.Glyph(dot, r)
	if !ok {
		return
	}
	alpha, ok := mask.(*image.Alpha)
	if !ok {
		return
	}
	seen := box.Intersect(image.Rect(0, 0, c.dst.Rect.Dx(), c.dst.Rect.Dy()))
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		from := alpha.Pix[alpha.PixOffset(at.X+seen.Min.X-box.Min.X, at.Y+y-box.Min.Y):]
		pix := c.pix(seen.Min.X, y)
		for i := range seen.Dx() {
			if cover := from[i]; cover != 0 {
				blend(pix[4*i:], ink, uint32(cover))
			}
		}
	}
}
