package experiments

import (
	"fyne.io/fyne/v2"

	"descentlab/widgets/kit"
)

// columns puts the line of tags above the cards, which reach to the right edge, where the bar is that they are scrolled by, and
// to the lower one.
type columns struct{}

const (
	edge   = 12
	margin = 16
	foot   = 12 // below the last card
	line   = 28
)

// Layout places the two. Tags may need several lines.
func (columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := max(size.Width-edge-margin, 1)
	o[0].Resize(fyne.NewSize(width, line))
	high := max(o[0].MinSize().Height, line)
	o[0].Move(fyne.NewPos(edge, edge))
	o[0].Resize(fyne.NewSize(width, high))
	top := edge + high + edge
	o[1].Move(fyne.NewPos(edge, top))
	o[1].Resize(fyne.NewSize(max(size.Width-edge, 1), max(size.Height-top, 1)))
}

// MinSize leaves room for a card.
func (columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 360) }

// barLayout puts the order to the right end of the first line of tags.
type barLayout struct{}

// Layout places the two.
func (barLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	wide := sortWidth(o[1])
	kit.Place(o[0], 0, 0, max(size.Width-wide-margin, 1), size.Height)
	kit.Place(o[1], size.Width-wide, 0, wide, line)
}

// MinSize is as high as the tags are.
func (barLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width+margin+sortWidth(o[1]), max(o[0].MinSize().Height, line))
}

// sortWidth is what the order wants.
func sortWidth(o fyne.CanvasObject) float32 {
	if p, ok := o.(interface{ PreferredWidth() float32 }); ok {
		return p.PreferredWidth()
	}
	return o.MinSize().Width
}
