package gesture

import "fyne.io/fyne/v2"

// pressing says that the focus is being taken by a press of the mouse.
var pressing bool

// Focus gives a control that has been pressed the keyboard's focus.
func Focus(o fyne.Focusable) { FocusIn(o, o.(fyne.CanvasObject)) }

// FocusIn is Focus for a control that may not have been painted yet, in the window that another one is in.
func FocusIn(o fyne.Focusable, beside fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(beside); c != nil && c.Focused() != o {
		ByPress(func() { c.Focus(o) })
	}
}

// ByPress does something in which a control gets the focus by a press of the mouse.
func ByPress(do func()) {
	pressing = true
	do()
	pressing = false
}

// Pressing tells a control that gets the focus whether the mouse has brought it: then it lies under the pointer, and is not to be
// moved.
func Pressing() bool { return pressing }
