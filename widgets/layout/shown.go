package layout

import (
	"fyne.io/fyne/v2"
)

// Changed is told of what has been shown or hidden, if it is not nil.
var Changed func(fyne.CanvasObject)

// SetShown shows or hides an object, if it is not so already.
func SetShown(o fyne.CanvasObject, shown bool) {
	if Changed != nil && shown != o.Visible() {
		defer Changed(o)
	}
	switch {
	case shown && !o.Visible():
		o.Show()
		paintNew(o)
	case !shown && o.Visible():
		o.Hide()
	}
}

// paintNew has an object painted that was hidden. It does not know its canvas then, so what it asks for itself is heard by
// nobody, and it would not be seen before something else is painted: the ring of the keyboard's focus, say.
func paintNew(o fyne.CanvasObject) {
	app := fyne.CurrentApp()
	if app == nil || app.Driver().CanvasForObject(o) != nil {
		return
	}
	for _, w := range app.Driver().AllWindows() {
		w.Canvas().Refresh(o)
	}
}
