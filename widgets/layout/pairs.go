package layout

import (
	"fyne.io/fyne/v2"
)

// Pairs puts label, value pairs below one another.
type Pairs struct{}

const pairsRow = 19

// Layout places the pairs.
func (Pairs) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i := 0; i+1 < len(objects); i += 2 {
		y := float32(i/2) * pairsRow
		label := objects[i].MinSize()
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(label)
		objects[i+1].Move(fyne.NewPos(label.Width, y))
		objects[i+1].Resize(fyne.NewSize(size.Width-label.Width, label.Height))
	}
}

// MinSize is one row for every pair.
func (Pairs) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, pairsRow*float32(len(objects)/2))
}
