package kit

import (
	"image"
	"image/color"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"

	"fyne.io/fyne/v2/canvas"
)

// A Glyph is a racer's mark beside its name, as a small raster.
type Glyph struct {
	*canvas.Raster
	shape  plot.Glyph
	color  color.RGBA
	hollow bool
}

// GlyphSize is the side of the square that a glyph stands in, in units, and glyphRadius its own size there: that of the heads in
// a map.
const (
	GlyphSize   = 16
	glyphRadius = 4.9
)

// NewGlyph is clear until it is set.
func NewGlyph() *Glyph {
	g := &Glyph{}
	g.Raster = canvas.NewRaster(g.draw)
	g.Raster.ScaleMode = canvas.ImageScalePixels
	return g
}

// Set shows a glyph in a colour, or as hollow as what it stands for is hidden.
func (g *Glyph) Set(shape plot.Glyph, c color.Color, hollow bool) {
	rgba := inkOf(c)
	if g.shape == shape && g.color == rgba && g.hollow == hollow {
		return
	}
	g.shape, g.color, g.hollow = shape, rgba, hollow
	Redraw(g.Raster)
}

func (g *Glyph) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	scale := float64(w) / float64(max(g.Size().Width, 1))
	x, y := float64(w)/2, float64(h)/2
	on := raster.New(picture)
	if !g.hollow {
		g.shape.Draw(on, x, y, glyphRadius*scale, g.color, color.RGBA{})
		return picture
	}
	const left = 0.62 // of the glyph, inside its outline
	g.shape.Draw(on, x, y, glyphRadius*scale, g.color, color.RGBA{})
	hole := image.NewRGBA(picture.Rect)
	g.shape.Draw(raster.New(hole), x, y, left*glyphRadius*scale, color.RGBA{A: 0xff}, color.RGBA{})
	for i := 0; i < len(picture.Pix); i += 4 {
		rest := 0xff - int(hole.Pix[i+3])
		for k := range 4 {
			picture.Pix[i+k] = uint8(int(picture.Pix[i+k]) * rest / 0xff)
		}
	}
	return picture
}
