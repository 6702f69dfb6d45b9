package layout

import (
	"fyne.io/fyne/v2"
)

// SetShown shows or hides an object, if it is not so already.
func SetShown(o fyne.CanvasObject, shown bool) {
	switch {
	case shown && !o.Visible():
		o.Show()
	case !shown && o.Visible():
		o.Hide()
	}
}
