package present

import (
	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
)

// key handles the keys that are no characters.
func (s *Show) key(k *fyne.KeyEvent) {
	l := s.of.Lab
	switch {
	case k.Name == fyne.KeyEscape && s.cover.shut:
		s.cover.turn()
		return
	case k.Name == fyne.KeyEscape, k.Name == fyne.KeyF5:
		s.Close()
		return
	case s.cover.on():
		return
	}
	switch k.Name {
	case fyne.KeyLeft:
		l.StepBy(-1)
	case fyne.KeyRight:
		l.StepBy(1)
	case fyne.KeyPageDown: // of a presenter's remote control
		s.next(1)
	case fyne.KeyPageUp:
		s.next(-1)
	case fyne.KeyHome:
		l.Seek(0)
	case fyne.KeyEnd:
		l.Seek(float64(l.State().Doc.Steps))
	case fyne.KeyUp:
		s.knob.push(1)
	case fyne.KeyDown:
		s.knob.push(-1)
	case fyne.KeyF1:
		s.hints.wake()
	}
}

// rune handles the characters.
func (s *Show) rune(r rune) {
	if r == 'b' || r == 'B' || r == '.' { // the point is what remote controls send
		s.cover.turn()
		return
	}
	if s.cover.on() {
		return
	}
	switch {
	case r == ' ':
		s.of.Lab.Toggle()
	case r == 'n':
		s.next(1)
	case r == 'N':
		s.next(-1)
	case r == 'k' || r == 'K':
		s.knob.turn()
	case r >= '1' && r <= '9':
		s.single(int(r - '1'))
	}
}

// next goes to another experiment, if there is one.
func (s *Show) next(d int) {
	if s.of.Next != nil {
		s.knob.kept = -1
		s.of.Next(d)
	}
}

// single singles out the racer of a number among those that are drawn, or no longer if it is.
func (s *Show) single(i int) {
	drawn := figure.Drawn(&s.state.Doc)
	if i >= len(drawn) {
		return
	}
	slot := s.state.Doc.Racers[drawn[i]].Slot
	s.of.Lab.Look(func(v *lab.View) { v.Pin(slot) })
}
