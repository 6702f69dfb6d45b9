package kit

import (
	"image"
	"image/color"
	"math"

	"descentlab/widgets/skin"

	"fyne.io/fyne/v2/canvas"
)

// Lengths of dots under a text, in units.
const (
	dotsDrop  = 3 // from the letters' baseline to the dots below it
	dotsPitch = 3 // from one dot to the next
)

// Dots are a dotted line under a text that explains itself.
type Dots struct {
	*canvas.Raster
	ink color.Color
}

// NewDots are dots without a colour.
func NewDots() *Dots {
	d := &Dots{ink: color.Transparent}
	d.Raster = canvas.NewRaster(d.draw)
	d.Raster.ScaleMode = canvas.ImageScalePixels
	return d
}

// Paint gives them the colour of the text.
func (d *Dots) Paint(ink color.Color) {
	if d.ink != ink {
		d.ink = ink
		Redraw(d.Raster)
	}
}

// Lay puts them under a text whose baseline is at y.
func (d *Dots) Lay(x, baseline, width float32) {
	Place(d.Raster, x, float32(math.Round(float64(baseline)))+dotsDrop-1, width, 1)
}

// draw is the generator: squares of a unit, in whole pixels.
func (d *Dots) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	scale := float64(w) / float64(max(d.Size().Width, 1))
	side := max(int(math.Round(scale)), 1)
	ink := inkOf(skin.Faded(d.ink, 0.75))
	for k := 0; ; k++ {
		left := int(math.Round(float64(k) * dotsPitch * scale))
		if left >= w {
			return picture
		}
		for x := left; x < min(left+side, w); x++ {
			for y := range h {
				picture.SetRGBA(x, y, ink)
			}
		}
	}
}
