package kit

import (
	"image/color"

	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	barPadX = 12
	barPadY = 8
)

var _ fyne.Widget = (*Bar)(nil)

// A Bar is content on a surface as wide as the window, with a line below it; or one as high, without padding, with a line at its
// right.
type Bar struct {
	widget.BaseWidget

	content      fyne.CanvasObject
	ground, line *canvas.Rectangle
	upright      bool
	sheet        *sheet // nil: Fyne draws all of it
}

// NewBar returns a bar with content on it.
func NewBar(content fyne.CanvasObject) *Bar { return newBar(content, false) }

// NewSide returns an upright one.
func NewSide(content fyne.CanvasObject) *Bar { return newBar(content, true) }

func newBar(content fyne.CanvasObject, upright bool) *Bar {
	b := &Bar{content: content, upright: upright}
	b.ground, b.line = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	if sheeted {
		b.sheet = newSheet(b, b.frame, content)
	}
	b.ExtendBaseWidget(b)
	return b
}

// Inside is the content.
func (b *Bar) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{b.content} }

// CreateRenderer is called by Fyne.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	b.refresh()
	return newSheetRenderer(b.sheet, Parts{
		Drawn:   []fyne.CanvasObject{b.ground, b.line, b.content},
		Least:   b.least,
		Arrange: b.arrange,
		Paint:   b.refresh,
	})
}

func (b *Bar) least() fyne.Size {
	if b.upright {
		return b.content.MinSize().AddWidthHeight(1, 0)
	}
	return b.content.MinSize().AddWidthHeight(2*barPadX, 2*barPadY+1)
}

func (b *Bar) frame(marks []mark) []mark {
	return append(marks, markOf(b.ground, b.ground.Position()), markOf(b.line, b.line.Position()))
}

func (b *Bar) arrange(size fyne.Size) {
	Place(b.ground, 0, 0, size.Width, size.Height)
	if b.sheet != nil {
		b.sheet.resize(size)
	}
	if b.upright {
		Place(b.line, size.Width-1, 0, 1, size.Height)
		Place(b.content, 0, 0, size.Width-1, size.Height)
		return
	}
	Place(b.line, 0, size.Height-1, size.Width, 1)
	Place(b.content, barPadX, barPadY, size.Width-2*barPadX, size.Height-2*barPadY-1)
}

func (b *Bar) refresh() {
	PaintRect(b.ground, skin.Ink(b, theme.ColorNameOverlayBackground), color.Transparent, 0)
	PaintRect(b.line, skin.Ink(b, theme.ColorNameSeparator), color.Transparent, 0)
}
