package layout

import (
	"fyne.io/fyne/v2"
)

// Summary lays texts over one another, each in the middle of a line, whatever room that leaves them.
type Summary struct{}

// Layout places the texts.
func (Summary) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, (size.Height-height)/2))
		o.Resize(fyne.NewSize(size.Width, height))
	}
}

// MinSize asks for no width.
func (Summary) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(0, height)
}

// Spare shows a text in the middle of a line's spare room, if that is wide enough for it.
type Spare struct{}

// Layout places the text.
func (Spare) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Summary{}.Layout(objects, size)
	SetShown(objects[0], objects[0].MinSize().Width <= size.Width)
}

// MinSize asks for no width.
func (Spare) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return Summary{}.MinSize(objects)
}
