package graphic

import (
	"image"
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

const (
	badgeSize   = 16
	badgeRadius = 4.6 // units; as large as the heads in a map
)

var _ fyne.Widget = (*Badge)(nil)

// A Badge is a small glyph in its colour: a racer's mark beside its name.
type Badge struct {
	widget.BaseWidget

	glyph  plot.Glyph
	color  color.RGBA
	raster *canvas.Raster
}

// NewBadge returns a badge.
func NewBadge(glyph plot.Glyph, c color.Color) *Badge {
	b := &Badge{glyph: glyph, color: color.RGBAModel.Convert(c).(color.RGBA)}
	b.raster = canvas.NewRaster(b.draw)
	b.ExtendBaseWidget(b)
	return b
}

// Set shows another glyph or colour.
func (b *Badge) Set(glyph plot.Glyph, c color.Color) {
	rgba := color.RGBAModel.Convert(c).(color.RGBA)
	if b.glyph == glyph && b.color == rgba {
		return
	}
	b.glyph, b.color = glyph, rgba
	b.raster.Refresh()
}

func (b *Badge) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	scale := float64(w) / float64(max(b.Size().Width, 1))
	b.glyph.Draw(raster.New(picture), float64(w)/2, float64(h)/2, badgeRadius*scale, b.color, color.RGBA{})
	return picture
}

// CreateRenderer is called by Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	return &kit.Parts{
		Drawn:   []fyne.CanvasObject{b.raster},
		Least:   func() fyne.Size { return fyne.NewSquareSize(badgeSize) },
		Arrange: func(size fyne.Size) { kit.Place(b.raster, 0, 0, size.Width, size.Height) },
		Paint:   func() { b.raster.Refresh() },
	}
}
