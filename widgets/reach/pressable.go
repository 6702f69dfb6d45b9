package reach

import (
	"descentlab/widgets/gesture"

	"fyne.io/fyne/v2"
)

// Pressable is embedded by controls that Space and Enter press as a click does. Other keys are the window's.
type Pressable struct {
	self         fyne.Focusable // the control
	press, paint func()
	focused      bool
}

// ExtendPressable names the control, what pressing it does, and what paints it as its focus comes and goes.
func (p *Pressable) ExtendPressable(self fyne.Focusable, press, paint func()) {
	p.self, p.press, p.paint = self, press, paint
}

// Focused tells whether the control has the focus.
func (p *Pressable) Focused() bool { return p.focused }

// FocusGained is called by Fyne.
func (p *Pressable) FocusGained() {
	p.focused = true
	p.paint()
	Came(p.self.(fyne.CanvasObject))
}

// FocusLost is called by Fyne.
func (p *Pressable) FocusLost() {
	p.focused = false
	p.paint()
	Went(p.self.(fyne.CanvasObject))
}

// TypedKey presses the control with Space or Enter.
func (p *Pressable) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.press()
	default:
		gesture.PassKey(p.self.(fyne.CanvasObject), ev)
	}
}

// TypedRune hands what is typed on to the window: the blank comes with its key, and means nothing by itself.
func (p *Pressable) TypedRune(r rune) {
	if r != ' ' {
		gesture.PassRune(p.self.(fyne.CanvasObject), r)
	}
}
