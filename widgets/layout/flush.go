package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Flush takes back the inset that texts have by themselves.
type Flush struct{}

// Layout places the text.
func (Flush) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inset := theme.InnerPadding()
	objects[0].Move(fyne.NewPos(-inset, -inset))
	objects[0].Resize(size.AddWidthHeight(2*inset, 2*inset))
}

// MinSize is what the text needs at its present width.
func (Flush) MinSize(objects []fyne.CanvasObject) fyne.Size {
	inset := theme.InnerPadding()
	return fyne.NewSize(80, max(objects[0].MinSize().Height-2*inset, 1))
}
