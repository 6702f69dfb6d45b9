package kit

import "fyne.io/fyne/v2"

var _ fyne.Widget = (*Box)(nil)

// A Box lays objects out as a container does. What of them a panel's sheet can draw is drawn by that: texts and rectangles that
// stand in a container themselves are not.
type Box struct {
	Widget

	layout  fyne.Layout
	objects []fyne.CanvasObject
}

// NewBox is a box of objects.
func NewBox(layout fyne.Layout, objects ...fyne.CanvasObject) *Box {
	b := &Box{layout: layout, objects: objects}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by Fyne.
func (b *Box) CreateRenderer() fyne.WidgetRenderer {
	return b.Consists(&Parts{
		Drawn:   b.objects,
		Least:   func() fyne.Size { return b.layout.MinSize(b.objects) },
		Arrange: func(size fyne.Size) { b.layout.Layout(b.objects, size) },
		Paint:   func() {},
	})
}
