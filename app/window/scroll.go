package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// lineStep is how far an arrow scrolls, in units.
const lineStep = 44

// scrolling lets the keys scroll what lies over the window.
func scrolling(s *container.Scroll) func(fyne.KeyName) {
	return func(name fyne.KeyName) {
		page := s.Size().Height - lineStep
		by, is := map[fyne.KeyName]float32{
			fyne.KeyUp: -lineStep, fyne.KeyDown: lineStep, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
			fyne.KeyHome: -s.Offset.Y, fyne.KeyEnd: s.Content.MinSize().Height,
		}[name]
		if is {
			most := max(s.Content.MinSize().Height-s.Size().Height, 0)
			s.ScrollToOffset(fyne.NewPos(s.Offset.X, min(max(s.Offset.Y+by, 0), most)))
		}
	}
}
