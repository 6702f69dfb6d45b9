package widgets

import (
	"image/color"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/reach"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget       = (*slider)(nil)
	_ fyne.Draggable    = (*slider)(nil)
	_ fyne.Scrollable   = (*slider)(nil)
	_ fyne.Focusable    = (*slider)(nil)
	_ desktop.Mouseable = (*slider)(nil)
	_ desktop.Hoverable = (*slider)(nil)
)

// A slider is a rail that fills a widget.
type slider struct {
	kit.Widget
	rail

	label   *rowLabel // which tells what it is; may be nil
	onFocus func()    // it has got the focus; may be nil
	onLeave func()    // the focus has left; may be nil
}

func newSlider(c color.Color) *slider {
	s := &slider{}
	s.setUp(s, c)
	s.ringed = true
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by Fyne.
func (s *slider) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	return s.Consists(&kit.Parts{
		Drawn:   s.parts(),
		Least:   func() fyne.Size { return fyne.NewSize(4*thumbSize, thumbSize+2*thumbHalo) },
		Arrange: func(size fyne.Size) { s.lay(0, 0, size.Width, size.Height) },
		Paint:   s.paint,
	})
}

// MouseDown presses the rail, and takes the focus.
func (s *slider) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	gesture.Focus(s)
	s.press(ev.Position)
}

// MouseUp ends a press.
func (s *slider) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		s.release()
	}
}

// Dragged moves the thumb with the pointer.
func (s *slider) Dragged(ev *fyne.DragEvent) { s.drag(ev.Position.X) }

// DragEnd ends a drag.
func (s *slider) DragEnd() { s.release() }

// Scrolled steps by notches of the wheel.
func (s *slider) Scrolled(ev *fyne.ScrollEvent) { s.wheel(ev) }

// TypedKey steps with the arrow keys.
func (s *slider) TypedKey(ev *fyne.KeyEvent) {
	if !s.key(ev.Name) {
		gesture.PassKey(s, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (s *slider) TypedRune(r rune) { gesture.PassRune(s, r) }

// FocusHint shows the hint of its label, after a while.
func (s *slider) FocusHint() {
	if s.label != nil {
		s.label.FocusHint()
	}
}

// EndFocusHint takes it away.
func (s *slider) EndFocusHint() {
	if s.label != nil {
		s.label.EndFocusHint()
	}
}

// FocusGained shows the ring round the thumb.
func (s *slider) FocusGained() {
	s.focused = true
	s.paint()
	reach.Came(s)
	kit.Call(s.onFocus)
}

// FocusLost hides it.
func (s *slider) FocusLost() {
	s.focused = false
	s.paint()
	reach.Went(s)
	if s.onLeave != nil {
		s.onLeave()
	}
}

// MouseIn shows the halo of the thumb.
func (s *slider) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.paint() }

// MouseMoved is part of desktop.Hoverable.
func (s *slider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides the halo.
func (s *slider) MouseOut() { s.hovered = false; s.paint() }
