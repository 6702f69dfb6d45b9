package layout

import (
	"fyne.io/fyne/v2"
)

// Head puts a heading at the left and a small button at the right, in the height of the heading.
type Head struct{}

// Layout places the two.
func (Head) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
	button := objects[1].MinSize()
	objects[1].Resize(button)
	objects[1].Move(fyne.NewPos(size.Width-button.Width, (size.Height-button.Height)/2))
}

// MinSize is the heading's: the button changes nothing.
func (Head) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
