package window

import (
	"fyne.io/fyne/v2"
)

// factsLayout puts label, value pairs two to a row: "label value   label value". The right one begins in the middle,
// unless one of the two needs more than half of the row.
type factsLayout struct {
	fit func(width float32) // chooses the values for a width
}

const (
	factsRow = 22
	factsGap = 16 // between the pairs
)

// Layout places the pairs.
func (l *factsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.fit(size.Width)
	for i := 0; i+3 < len(objects); i += 4 {
		half := (size.Width - factsGap) / 2
		left := max(half, pairWidth(objects[i], objects[i+1]))
		left = min(left, max(size.Width-factsGap-pairWidth(objects[i+2], objects[i+3]), 0))
		y := float32(i/4) * factsRow
		placePair(objects[i], objects[i+1], fyne.NewPos(0, y), left)
		placePair(objects[i+2], objects[i+3], fyne.NewPos(left+factsGap, y), size.Width-factsGap-left)
	}
}

// pairWidth is what a label and its value need.
func pairWidth(label, value fyne.CanvasObject) float32 {
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
func (*factsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(220, factsRow*float32((len(objects)+3)/4))
}
