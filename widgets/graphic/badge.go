package graphic

import (
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
)

var _ fyne.Widget = (*Badge)(nil)

// A Badge is a small glyph in its colour: a racer's mark beside its name.
type Badge struct {
	kit.Widget

	glyph *kit.Glyph
}

// NewBadge returns a badge.
func NewBadge(glyph plot.Glyph, c color.Color) *Badge {
	b := &Badge{glyph: kit.NewGlyph()}
	b.Set(glyph, c)
	b.ExtendBaseWidget(b)
	return b
}

// Set shows another glyph or colour.
func (b *Badge) Set(glyph plot.Glyph, c color.Color) { b.glyph.Set(glyph, c, false) }

// CreateRenderer is called by Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	return b.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{b.glyph.Raster},
		Least:   func() fyne.Size { return fyne.NewSquareSize(kit.GlyphSize) },
		Arrange: func(size fyne.Size) { kit.Place(b.glyph.Raster, 0, 0, size.Width, size.Height) },
		Paint:   func() {},
	})
}
