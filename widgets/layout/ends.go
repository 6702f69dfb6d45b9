package layout

import "fyne.io/fyne/v2"

// Ends places two controls at the ends of a row; the second below the first, at the right, where the row is too short for both.
type Ends struct{ below bool }

// endsGap is between the two, at least.
const endsGap = 8

// Layout places both.
func (e *Ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	high := max(first.Height, second.Height)
	e.below = first.Width+endsGap+second.Width > size.Width
	objects[0].Resize(fyne.NewSize(min(first.Width, size.Width), first.Height))
	objects[1].Resize(fyne.NewSize(min(second.Width, size.Width), second.Height))
	left, right := (high-first.Height)/2, (high-second.Height)/2
	if e.below {
		left, right = 0, first.Height+endsGap/2
	}
	objects[0].Move(fyne.NewPos(0, left))
	objects[1].Move(fyne.NewPos(size.Width-objects[1].Size().Width, right))
}

// MinSize is what is needed as they stood last.
func (e *Ends) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	if e.below {
		return fyne.NewSize(max(first.Width, second.Width), first.Height+endsGap/2+second.Height)
	}
	return fyne.NewSize(max(first.Width, second.Width), max(first.Height, second.Height))
}
