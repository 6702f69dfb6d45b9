package kit

import (
	"image/color"

	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

var _ fyne.Widget = (*Rule)(nil)

// A Rule is a line, a unit thick, across the room that it gets or down it.
type Rule struct {
	Widget

	line *canvas.Rectangle
}

// NewRule is a line in the colour of borders.
func NewRule() *Rule {
	r := &Rule{line: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by Fyne.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	paint := func() { PaintRect(r.line, skin.Ink(r, theme.ColorNameSeparator), color.Transparent, 0) }
	paint()
	return r.Consists(&Parts{
		Drawn:   []fyne.CanvasObject{r.line},
		Least:   func() fyne.Size { return fyne.NewSize(1, 1) },
		Arrange: func(size fyne.Size) { Place(r.line, 0, 0, size.Width, size.Height) },
		Paint:   paint,
	})
}
