// Package reach is about what the keyboard reaches: how a control that gets the focus is brought to where it is seen, tells what
// it is, and shows that it has it.
package reach

import (
	"descentlab/widgets/gesture"

	"fyne.io/fyne/v2"
)

// A Hinter is a control with a hint for whoever comes to it by keys.
type Hinter interface {
	FocusHint()    // it has got the focus by a key
	EndFocusHint() // it has lost the focus
}

// Came is for a control that has got the keyboard's focus: if a key has brought it, what scrolls around the control brings it to
// where it is seen, and its hint shows after a while.
func Came(control fyne.CanvasObject) {
	if gesture.Pressing() {
		return
	}
	Reveal(control)
	if h, is := control.(Hinter); is {
		h.FocusHint()
	}
}

// Went is for a control that has lost it.
func Went(control fyne.CanvasObject) {
	if h, is := control.(Hinter); is {
		h.EndFocusHint()
	}
}
