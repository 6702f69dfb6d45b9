package window

import (
	"fyne.io/fyne/v2"
)

// listRoom is the room that all rows of a list would take, so that a scroll moves through them.
type listRoom struct {
	height float32
	layout func()
}

// Layout calls for the rows in view.
func (r *listRoom) Layout([]fyne.CanvasObject, fyne.Size) { r.layout() }

// MinSize is the room for all rows.
func (r *listRoom) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, r.height)
}

// listFrame holds a list that scrolls, and tells when it has another size.
type listFrame struct{ resized func() }

// Layout gives the list all the room.
func (f listFrame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	f.resized()
}

// MinSize is the list's.
func (listFrame) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
