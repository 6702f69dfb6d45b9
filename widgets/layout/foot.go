package layout

import (
	"fyne.io/fyne/v2"
)

// Foot puts its panel at the foot of the maps, as high as its wrapped text needs, above the numbers of their axis; where they are
// wide, between what may stand at their sides.
type Foot struct{}

const (
	toastMargin = 10  // beside the panel, and below it to the axis
	toastAxis   = 22  // the height of the numbers at the foot of the maps
	toastSide   = 110 // the width of what may stand at a side, as the key of heights does
	toastLeast  = 420 // what the panel needs so that it can keep off it
)

// Layout places the panel. A wrapped text knows its height only when it has its width.
func (Foot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margin := float32(toastMargin)
	if size.Width-2*toastSide >= toastLeast {
		margin = toastSide
	}
	width := max(size.Width-2*margin, 1)
	objects[0].Resize(fyne.NewSize(width, objects[0].MinSize().Height))
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos(margin, max(size.Height-captionHeight-toastAxis-toastMargin-height, 0)))
}

// MinSize leaves the maps free to shrink.
func (Foot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
