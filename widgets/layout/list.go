package layout

import (
	"fyne.io/fyne/v2"
)

// A ListRoom is the room that all rows of a list would take, so that a scroll moves through them.
type ListRoom struct {
	Height float32 // of all rows
	Placed func()  // is called when the rows in view are to be placed
}

// Layout calls for the rows in view.
func (r *ListRoom) Layout([]fyne.CanvasObject, fyne.Size) { r.Placed() }

// MinSize is the room for all rows.
func (r *ListRoom) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, r.Height)
}
