package describing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// lineStep is how far an arrow scrolls, in units.
const lineStep = 48

// Key scrolls the paragraph, and at its end the table.
func (s *Sheet) Key(name fyne.KeyName) {
	page := s.table.Size().Height - lineStep
	switch name {
	case fyne.KeyUp:
		s.turn(-lineStep)
	case fyne.KeyDown:
		s.turn(lineStep)
	case fyne.KeyPageUp:
		s.turn(-page)
	case fyne.KeyPageDown:
		s.turn(page)
	case fyne.KeyLeft:
		s.shift(-lineStep)
	case fyne.KeyRight:
		s.shift(lineStep)
	}
}

// turn scrolls up or down: down through the paragraph first, up through the table.
func (s *Sheet) turn(by float32) {
	rows := func() bool { return s.rows != nil && s.rows.Turn(by) }
	text := func() bool { return scroll(s.read, 0, by) }
	if by > 0 && !text() || by < 0 && !rows() {
		if by > 0 {
			rows()
		} else {
			text()
		}
	}
}

// shift scrolls the table to the side.
func (s *Sheet) shift(by float32) {
	if s.across != nil {
		scroll(s.across, by, 0)
	}
}

// scroll scrolls by so many units, as far as there is anything, and tells whether that moves it.
func scroll(s *container.Scroll, dx, dy float32) bool {
	size, least := s.Size(), s.Content.MinSize()
	to := fyne.NewPos(min(max(s.Offset.X+dx, 0), max(least.Width-size.Width, 0)),
		min(max(s.Offset.Y+dy, 0), max(least.Height-size.Height, 0)))
	if to == s.Offset {
		return false
	}
	s.ScrollToOffset(to)
	return true
}
