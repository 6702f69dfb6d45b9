package layout

import "fyne.io/fyne/v2"

// Shaped puts an object into the middle of the room that there is, as large as its shape allows.
type Shaped struct {
	Of func() (width, height float64) // the shape
}

// Layout places it.
func (s Shaped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w, h := s.Of()
	if !(w > 0 && h > 0) {
		w, h = 1, 1
	}
	unit := min(size.Width/float32(w), size.Height/float32(h))
	fit := fyne.NewSize(unit*float32(w), unit*float32(h))
	objects[0].Resize(fit)
	objects[0].Move(fyne.NewPos((size.Width-fit.Width)/2, (size.Height-fit.Height)/2))
}

// MinSize asks for no room of its own.
func (Shaped) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
