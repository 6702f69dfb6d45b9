package layout

import "fyne.io/fyne/v2"

// Edges lets an object reach over the room that a panel leaves around it: by so much at the left and the right, at the top and at
// the bottom.
type Edges struct{ Sides, Top, Bottom float32 }

// Layout places it.
func (e Edges) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(-e.Sides, -e.Top))
	objects[0].Resize(size.AddWidthHeight(2*e.Sides, e.Top+e.Bottom))
}

// MinSize is what the object needs beyond that.
func (e Edges) MinSize(objects []fyne.CanvasObject) fyne.Size {
	need := objects[0].MinSize()
	return fyne.NewSize(max(need.Width-2*e.Sides, 0), max(need.Height-e.Top-e.Bottom, 0))
}
