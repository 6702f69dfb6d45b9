package graphic

import (
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
)

// A keyHint tells what the keys do in a picture to whoever has come to it by them, after a while.
type keyHint struct {
	over fyne.CanvasObject
	keys func() string // nil or "": nothing is told
	wait func()        // ends the wait, or takes the hint away; nil: there is none
}

// FocusHint begins the wait.
func (h *keyHint) FocusHint() {
	if h.keys == nil {
		return
	}
	if text := h.keys(); text != "" {
		h.wait = gesture.After(kit.FocusHintDelay, func() { kit.ShowHint(h.over, text) })
	}
}

// EndFocusHint ends it, or takes the hint away: a key has been used, or the focus has gone.
func (h *keyHint) EndFocusHint() {
	if h.wait != nil {
		h.wait()
		h.wait = nil
		kit.ShowHint(h.over, "")
	}
}
