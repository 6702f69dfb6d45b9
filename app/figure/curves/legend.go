package curves

import (
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Legend is the line below the curve: what its marks are, and what can be done.
type Legend struct{ Look Look }

// Draw draws it.
func (l Legend) Draw(on plot.Canvas) {
	s := newSketch(on, l.Look)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Ground)
	mark, y := words.T("minimum"), s.h/2+s.px(4)
	at := plot.Vec{X: s.px(8), Y: s.h / 2}
	s.on.Circle(at, s.px(5), s.px(1.6), s.Palette.Text)
	s.on.Circle(at, s.px(1.6), 0, s.Palette.Text)
	s.words(mark, plot.Vec{X: s.px(18), Y: y}, 12, s.Palette.Muted, plot.AlignLeft)
	room := s.w - s.px(34) - s.wide(mark, 12, false)
	for _, text := range []string{
		words.T("drag the ball: new start · arrow keys: step, back · wheel: zoom"),
		words.T("drag the ball · arrow keys: step, back · wheel: zoom"),
		words.T("drag the ball · arrow keys step"),
	} {
		if s.wide(text, 12, false) <= room {
			s.words(text, plot.Vec{X: s.w, Y: y}, 12, s.Palette.Muted, plot.AlignRight)
			return
		}
	}
}
