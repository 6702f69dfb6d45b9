package graphic

import (
	"image"
	"image/color"
	"math"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Lengths in a compass, in units.
const (
	compassSize = 27
	compassLine = 2.2 // width of the line
	compassHead = 4.5 // of an arrow
)

var _ fyne.Widget = (*Compass)(nil)

// A Compass is a small disc that shows a direction of the map: a line both ways, or an arrow. Without a direction it is empty.
type Compass struct {
	kit.Widget

	along  plot.Vec // upwards as on the map; 0, 0: none
	arrow  bool
	color  color.RGBA
	rim    color.RGBA
	raster *canvas.Raster
}

// NewCompass is an empty one.
func NewCompass() *Compass {
	c := &Compass{}
	c.raster = canvas.NewRaster(c.draw)
	c.raster.ScaleMode = canvas.ImageScalePixels
	c.ExtendBaseWidget(c)
	return c
}

// Set shows a direction of any length, upwards as on the map, in a colour.
func (c *Compass) Set(along plot.Vec, arrow bool, ink color.Color) {
	rgba := color.RGBAModel.Convert(ink).(color.RGBA)
	if length := math.Hypot(along.X, along.Y); length > 0 {
		along = plot.Vec{X: along.X / length, Y: along.Y / length}
	} else {
		along = plot.Vec{}
	}
	if c.along == along && c.arrow == arrow && c.color == rgba {
		return
	}
	c.along, c.arrow, c.color = along, arrow, rgba
	kit.Redraw(c.raster)
}

// CreateRenderer is called by Fyne.
func (c *Compass) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		rim := color.RGBAModel.Convert(skin.Ink(c, theme.ColorNameSeparator)).(color.RGBA)
		if rim != c.rim {
			c.rim = rim
			kit.Redraw(c.raster)
		}
	}
	paint()
	return c.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{c.raster},
		Least:   func() fyne.Size { return fyne.NewSquareSize(compassSize) },
		Arrange: func(size fyne.Size) { kit.Place(c.raster, 0, 0, size.Width, size.Height) },
		Paint:   paint,
	})
}

// draw is the raster's generator.
func (c *Compass) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	scale := float64(w) / float64(max(c.raster.Size().Width, 1))
	on := raster.New(picture)
	middle := plot.Vec{X: float64(w) / 2, Y: float64(h) / 2}
	radius := math.Min(middle.X, middle.Y) - scale
	if !c.arrow {
		on.Circle(middle, radius, scale, c.rim)
	}
	if c.along == (plot.Vec{}) {
		return picture
	}
	reach := radius * 0.82
	at := func(far, aside float64) plot.Vec {
		return plot.Vec{X: middle.X + far*c.along.X - aside*c.along.Y, Y: middle.Y - far*c.along.Y - aside*c.along.X}
	}
	piece := func(a, b plot.Vec) plot.Piece {
		return plot.Piece{A: a, B: b, Radius: compassLine / 2 * scale, Strength: 1}
	}
	line := []plot.Piece{piece(at(-reach, 0), at(reach, 0))}
	if c.arrow {
		head := math.Min(compassHead*scale, reach)
		line = append(line, piece(at(reach, 0), at(reach-head, head)), piece(at(reach, 0), at(reach-head, -head)))
	}
	on.Stroke(line, plot.Pen{Color: c.color})
	return picture
}
