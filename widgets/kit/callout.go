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
	calloutRadius = 4
	calloutPadX   = 14
	calloutPadY   = 2
)

var _ fyne.Widget = (*Callout)(nil)

// A Callout is content on a surface that the accent's colour frames: it wants to be seen.
type Callout struct {
	widget.BaseWidget

	content fyne.CanvasObject
	ground  *canvas.Rectangle
	sheet   *sheet // nil: Fyne draws all of it
}

// NewCallout returns a callout round content.
func NewCallout(content fyne.CanvasObject) *Callout {
	c := &Callout{content: content, ground: canvas.NewRectangle(color.Transparent)}
	c.ground.CornerRadius = calloutRadius
	if sheeted {
		c.sheet = newSheet(c, c.frame, content)
	}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by Fyne.
func (c *Callout) CreateRenderer() fyne.WidgetRenderer {
	c.refresh()
	return newSheetRenderer(c.sheet, Parts{
		Drawn:   []fyne.CanvasObject{c.ground, c.content},
		Least:   func() fyne.Size { return c.content.MinSize().AddWidthHeight(2*calloutPadX, 2*calloutPadY) },
		Arrange: c.arrange,
		Paint:   c.refresh,
	})
}

func (c *Callout) frame(marks []mark) []mark {
	return append(marks, markOf(c.ground, c.ground.Position()))
}

func (c *Callout) arrange(size fyne.Size) {
	Place(c.ground, 0, 0, size.Width, size.Height)
	if c.sheet != nil {
		c.sheet.resize(size)
	}
	Place(c.content, calloutPadX, calloutPadY, size.Width-2*calloutPadX, size.Height-2*calloutPadY)
}

func (c *Callout) refresh() {
	PaintRect(c.ground, skin.Ink(c, theme.ColorNameOverlayBackground), skin.Ink(c, theme.ColorNamePrimary), 1)
}
