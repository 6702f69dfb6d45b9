package layout

import (
	"fyne.io/fyne/v2"
)

// Foot puts its panel at the foot of the maps, as high as its wrapped text needs, and above their caption.
type Foot struct{}

const toastMargin = 10 // beside the panel, and below it to the caption

// Layout places the panel. A wrapped text knows its height only when it has its width.
func (Foot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := max(size.Width-2*toastMargin, 1)
	objects[0].Resize(fyne.NewSize(width, objects[0].MinSize().Height))
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos(toastMargin, max(size.Height-captionHeight-toastMargin-height, 0)))
}

// MinSize leaves the maps free to shrink.
func (Foot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
