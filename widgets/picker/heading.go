package picker

import (
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const headingHeight = 26

var (
	_ fyne.Widget = (*heading)(nil)
	_ piece       = (*heading)(nil)
)

// heading is the name of a group in the list. It cannot be picked.
type heading struct {
	widget.BaseWidget

	name string
	text *canvas.Text
}

func newHeading(name string) *heading {
	h := &heading{name: name, text: canvas.NewText(name, color.Transparent)}
	h.text.TextStyle.Bold = true
	h.ExtendBaseWidget(h)
	return h
}

// height is part of piece.
func (h *heading) height() float32 { return headingHeight }

// CreateRenderer is called by Fyne.
func (h *heading) CreateRenderer() fyne.WidgetRenderer {
	h.refresh()
	return &kit.Parts{
		Drawn:   []fyne.CanvasObject{h.text},
		Least:   func() fyne.Size { return fyne.NewSize(h.text.MinSize().Width+16, headingHeight) },
		Arrange: func(size fyne.Size) { kit.Place(h.text, 8, 6, size.Width-8, size.Height-6) },
		Paint:   h.refresh,
	}
}

func (h *heading) refresh() {
	kit.PaintText(h.text, h.name, h.Theme().Size(theme.SizeNameCaptionText), skin.Ink(h, theme.ColorNamePrimary))
}
