package kit

import (
	"time"

	"descentlab/widgets/gesture"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var _ desktop.Hoverable = (*Hinted)(nil)

// Hinted is embedded by controls with a hint that shows when the pointer rests on them. A control with a MouseIn or MouseOut
// of its own calls those of Hinted.
type Hinted struct {
	// HintAbove shows the hint above the control, if there is room, and not below it.
	HintAbove bool
	// HintOf, if it is there, is the part of the control that the hint is of: it shows at the right of that.
	HintOf func() (at fyne.Position, size fyne.Size)

	hint    string
	over    fyne.CanvasObject // the control
	hovered bool
	focused bool   // by a key
	told    bool   // the hint has been shown
	cancel  func() // ends the wait for the hint, or nil
}

// ExtendHinted names the control that the hint is of, as ExtendBaseWidget does for Fyne.
func (h *Hinted) ExtendHinted(over fyne.CanvasObject) { h.over = over }

// SetHint sets the text that shows when the pointer rests on the control; "" for none.
func (h *Hinted) SetHint(text string) { h.hint = text }

// Rehint is SetHint that also changes what is shown just now.
func (h *Hinted) Rehint(text string) {
	if h.hint == text {
		return
	}
	if h.hint = text; h.told && (h.hovered || h.focused) {
		h.show()
	}
}

// Hint is that text.
func (h *Hinted) Hint() string { return h.hint }

// Hovered tells whether the pointer is over the control.
func (h *Hinted) Hovered() bool { return h.hovered }

// MouseIn begins the wait for the hint.
func (h *Hinted) MouseIn(*desktop.MouseEvent) {
	h.hovered = true
	h.await(HintDelay)
}

// await shows the hint after a while, if the pointer or the focus is still there.
func (h *Hinted) await(delay time.Duration) {
	if h.hint == "" {
		return
	}
	if h.cancel != nil {
		h.cancel()
	}
	h.cancel = gesture.After(delay, func() {
		if h.hovered || h.focused {
			h.told = true
			h.show()
		}
	})
}

// show shows the hint at its place.
func (h *Hinted) show() {
	switch {
	case h.HintOf != nil:
		at, size := h.HintOf()
		ShowHintBeside(h.over, at, size, h.hint)
	case h.HintAbove:
		ShowHintAbove(h.over, h.hint)
	default:
		ShowHint(h.over, h.hint)
	}
}

// MouseMoved is part of desktop.Hoverable.
func (h *Hinted) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hint away.
func (h *Hinted) MouseOut() {
	h.hovered = false
	h.Dismiss()
}

// Dismiss ends the wait or takes the hint away: at a press it has been read or is in the way.
func (h *Hinted) Dismiss() {
	h.told = false
	if h.cancel != nil {
		h.cancel()
		h.cancel = nil
		ShowHint(h.over, "")
	}
}

// FocusHintDelay is how long a control has the keyboard's focus before its hint shows: longer than under the pointer, for whoever
// walks on is not to be kept up.
const FocusHintDelay = 900 * time.Millisecond

// FocusHint begins the wait for the hint of a control that has the keyboard's focus.
func (h *Hinted) FocusHint() {
	h.focused = true
	h.await(FocusHintDelay)
}

// EndFocusHint takes it away, unless the pointer rests there.
func (h *Hinted) EndFocusHint() {
	if h.focused = false; !h.hovered {
		h.Dismiss()
	}
}
