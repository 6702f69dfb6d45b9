package graphic

import (
	"image"
	"image/color"
	"slices"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

const (
	curveMinWidth  = 48
	curveMinHeight = 22
)

var _ fyne.Widget = (*Curve)(nil)

// A Curve is a small picture of how a value goes, such as a learning rate over the steps: a line without axes.
type Curve struct {
	widget.BaseWidget

	ys     []float64
	color  color.RGBA
	raster *canvas.Raster
}

// NewCurve returns an empty curve.
func NewCurve() *Curve {
	c := &Curve{}
	c.raster = canvas.NewRaster(c.draw)
	c.raster.ScaleMode = canvas.ImageScalePixels
	c.ExtendBaseWidget(c)
	return c
}

// SetCurve shows values in a colour. It keeps a copy of the values; the same values once more cost nothing.
func (c *Curve) SetCurve(ys []float64, ink color.Color) {
	opaque := color.RGBAModel.Convert(ink).(color.RGBA)
	if c.color == opaque && slices.Equal(c.ys, ys) {
		return
	}
	c.ys, c.color = append(c.ys[:0], ys...), opaque
	c.raster.Refresh()
}

func (c *Curve) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	plot.Spark(raster.New(picture), c.ys, c.color, float64(w)/float64(max(c.Size().Width, 1)))
	return picture
}

// CreateRenderer is called by Fyne.
func (c *Curve) CreateRenderer() fyne.WidgetRenderer {
	return &kit.Parts{
		Drawn:   []fyne.CanvasObject{c.raster},
		Least:   func() fyne.Size { return fyne.NewSize(curveMinWidth, curveMinHeight) },
		Arrange: func(size fyne.Size) { kit.Place(c.raster, 0, 0, size.Width, size.Height) },
		Paint:   func() { c.raster.Refresh() },
	}
}
