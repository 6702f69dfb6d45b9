package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Lines gives a text the room of a few lines, whatever it says, so that nothing below or above it moves, and takes
// back the inset that texts have by themselves.
type Lines struct{ Height float32 } // of the text, in units

// Layout places the text.
func (Lines) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inset := theme.InnerPadding()
	objects[0].Move(fyne.NewPos(-inset, -inset/2))
	objects[0].Resize(fyne.NewSize(size.Width+2*inset, size.Height+inset))
}

// MinSize does not depend on the text.
func (l Lines) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, l.Height) }
