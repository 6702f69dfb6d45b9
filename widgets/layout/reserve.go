package layout

import "fyne.io/fyne/v2"

// Reserve lays objects over one another and keeps the room of the largest, also of those that are hidden: what is to come has its
// room already.
type Reserve struct{}

// Layout gives every object all the room.
func (Reserve) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is the largest one's.
func (Reserve) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}
