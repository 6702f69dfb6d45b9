package window

import (
	"fyne.io/fyne/v2"
)

// setShown shows or hides an object, if it is not so already.
func setShown(o fyne.CanvasObject, shown bool) {
	switch {
	case shown && !o.Visible():
		o.Show()
	case !shown && o.Visible():
		o.Hide()
	}
}
