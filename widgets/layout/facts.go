package layout

import (
	"fyne.io/fyne/v2"
)

// Facts puts label, value pairs two to a row: "label value   label value". The right one begins in the middle,
// unless one of the two needs more than half of the row.
type Facts struct {
	Fit func(width float32) // chooses the values for a width
}

const (
	factsRow = 22
	FactsGap = 16 // between the pairs
)

// Layout places the pairs.
func (l *Facts) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.Fit(size.Width)
	for i := 0; i+3 < len(objects); i += 4 {
		half := (size.Width - FactsGap) / 2
		left := max(half, PairWidth(objects[i], objects[i+1]))
		left = min(left, max(size.Width-FactsGap-PairWidth(objects[i+2], objects[i+3]), 0))
		y := float32(i/4) * factsRow
		placePair(objects[i], objects[i+1], fyne.NewPos(0, y), left)
		placePair(objects[i+2], objects[i+3], fyne.NewPos(left+FactsGap, y), size.Width-FactsGap-left)
	}
}

// PairWidth is what a label and its value need.
func PairWidth(label, value fyne.CanvasObject) float32 {
	return label.MinSize().Width + 6 + value.MinSize().Width
}

func placePair(label, value fyne.CanvasObject, at fyne.Position, width float32) {
	need := label.MinSize()
	label.Move(at)
	label.Resize(need)
	value.Move(at.AddXY(need.Width, 0))
	value.Resize(fyne.NewSize(width-need.Width, need.Height))
}

// MinSize is one row for every two pairs.
func (*Facts) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(220, factsRow*float32((len(objects)+3)/4))
}
