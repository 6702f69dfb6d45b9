package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable          = (*Cover)(nil)
	_ fyne.SecondaryTappable = (*Cover)(nil)
	_ fyne.Draggable         = (*Cover)(nil)
	_ desktop.Mouseable      = (*Cover)(nil)
	_ desktop.Hoverable      = (*Cover)(nil)
)

// A Cover is not seen, and keeps clicks and drags from what lies below it.
type Cover struct {
	widget.BaseWidget
	hovered bool
}

// NewCover is a cover.
func NewCover() *Cover {
	c := &Cover{}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by Fyne.
func (c *Cover) CreateRenderer() fyne.WidgetRenderer {
	return &Parts{Least: func() fyne.Size { return fyne.Size{} }, Arrange: func(fyne.Size) {}, Paint: func() {}}
}

// Hovered tells whether the pointer is over it, and over nothing above it that looks after the pointer itself.
func (c *Cover) Hovered() bool { return c.hovered }

// MouseIn is called by Fyne.
func (c *Cover) MouseIn(*desktop.MouseEvent) { c.hovered = true }

// MouseMoved does nothing.
func (c *Cover) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (c *Cover) MouseOut() { c.hovered = false }

// MouseDown does nothing.
func (c *Cover) MouseDown(*desktop.MouseEvent) {}

// MouseUp does nothing.
func (c *Cover) MouseUp(*desktop.MouseEvent) {}

// Tapped does nothing.
func (c *Cover) Tapped(*fyne.PointEvent) {}

// TappedSecondary does nothing.
func (c *Cover) TappedSecondary(*fyne.PointEvent) {}

// Dragged does nothing.
func (c *Cover) Dragged(*fyne.DragEvent) {}

// DragEnd does nothing.
func (c *Cover) DragEnd() {}
