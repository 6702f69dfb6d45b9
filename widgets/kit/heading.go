package kit

import (
	"image/color"

	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Heading is a line of text in bold: the title of what is below it, or, small and quiet, the name of a group of rows.
type Heading struct {
	Widget

	text  string
	small bool
	label *canvas.Text
}

// NewHeading is a title.
func NewHeading(text string) *Heading {
	h := &Heading{text: text, label: canvas.NewText("", color.Transparent)}
	h.label.TextStyle.Bold = true
	h.ExtendBaseWidget(h)
	return h
}

// NewGroup is the name of a group of rows.
func NewGroup(text string) *Heading {
	h := NewHeading(text)
	h.small = true
	return h
}

// SetText changes the text.
func (h *Heading) SetText(text string) {
	if h.text != text {
		h.text = text
		h.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (h *Heading) CreateRenderer() fyne.WidgetRenderer {
	h.paint()
	return h.Consists(&Parts{
		Drawn:   []fyne.CanvasObject{h.label},
		Least:   func() fyne.Size { return h.label.MinSize() },
		Arrange: func(size fyne.Size) { Place(h.label, 0, 0, size.Width, size.Height) },
		Paint:   h.paint,
	})
}

func (h *Heading) paint() {
	size, ink := theme.SizeNameText, theme.ColorNameForeground
	if h.small {
		size, ink = SizeNote, theme.ColorNamePlaceHolder
	}
	PaintText(h.label, h.text, h.Theme().Size(size), skin.Ink(h, ink))
}
