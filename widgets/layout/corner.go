package layout

import (
	"fyne.io/fyne/v2"
)

// Corner puts a small control into the upper right corner, over what is behind it.
type Corner struct{}

const cornerHeight = 22

// Layout places it.
func (Corner) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := objects[0].MinSize().Width
	objects[0].Resize(fyne.NewSize(width, cornerHeight))
	objects[0].Move(fyne.NewPos(size.Width-width, 0))
}

// MinSize is the control's.
func (Corner) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
