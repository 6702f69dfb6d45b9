package layout

import (
	"fyne.io/fyne/v2"
)

// Trailing puts a small control at the right end of a row, in the middle of its height.
type Trailing struct{}

const (
	trailingHeight = 22
	trailingInset  = 10 // from the end of the row
)

// Layout places it.
func (Trailing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := objects[0].MinSize().Width
	objects[0].Resize(fyne.NewSize(width, trailingHeight))
	objects[0].Move(fyne.NewPos(size.Width-width-trailingInset, (size.Height-trailingHeight)/2-1))
}

// MinSize is the control's.
func (Trailing) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width+trailingInset, trailingHeight)
}
