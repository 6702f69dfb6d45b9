package widgets

import (
	"descentlab/widgets/gesture"
	"descentlab/widgets/reach"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var _ fyne.Focusable = (*Segmented)(nil)

// SetHints says what is told of each label when the pointer rests on it.
func (s *Segmented) SetHints(hints ...string) { s.hints = hints }

// choose is SetSelected by a gesture.
func (s *Segmented) choose(i int) {
	if i < 0 || i == s.chosen {
		return
	}
	s.SetSelected(i)
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

// Tapped is called by Fyne for a click.
func (s *Segmented) Tapped(ev *fyne.PointEvent) {
	s.Dismiss()
	s.choose(s.at(ev.Position.X))
}

// TypedKey chooses the neighbour with Left and Right; other keys are the window's.
func (s *Segmented) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		s.choose(s.beside(-1))
	case fyne.KeyRight:
		s.choose(s.beside(1))
	default:
		gesture.PassKey(s, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (s *Segmented) TypedRune(r rune) { gesture.PassRune(s, r) }

// beside is the next label that is shown on a side of the chosen one, or -1.
func (s *Segmented) beside(step int) int {
	for i := s.chosen + step; i >= 0 && i < len(s.labels); i += step {
		if !s.hidden[i] {
			return i
		}
	}
	return -1
}

// FocusGained shows where the keys go.
func (s *Segmented) FocusGained() { s.focused = true; s.Refresh(); reach.Came(s) }

// FocusLost ends that.
func (s *Segmented) FocusLost() { s.focused = false; s.Refresh() }

// MouseIn shows which label the pointer is over.
func (s *Segmented) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved follows the pointer.
func (s *Segmented) MouseMoved(ev *desktop.MouseEvent) {
	i := s.at(ev.Position.X)
	if i == s.hover {
		return
	}
	s.Hinted.MouseOut()
	s.SetHint("")
	if i >= 0 && i < len(s.hints) && !(s.Heads && i == s.chosen) {
		s.HintAbove = s.Heads
		s.SetHint(s.hints[i])
		s.Hinted.MouseIn(ev)
	}
	s.setHover(i)
}

// MouseOut takes the wash away.
func (s *Segmented) MouseOut() {
	s.Hinted.MouseOut()
	s.setHover(-1)
}

func (s *Segmented) setHover(i int) {
	if s.hover != i {
		s.hover = i
		s.Refresh()
	}
}
