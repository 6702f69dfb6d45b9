package curves

import (
	"image/color"

	"descentlab/app/curve"
	"descentlab/widgets/plot"
)

// A Shelf is the list of curves, each in small with its name and a few words.
type Shelf struct {
	Shapes []curve.Shape
	Curves []*curve.Curve // of the shapes
	Chosen string         // the key of one
	Hover  int            // the one under the pointer; -1: none
	Look   Look
}

// ShelfRow is the height of a row, in units.
const ShelfRow = 41

// RowAt is the shape at a height of the picture, in units; false if there is none.
func (f Shelf) RowAt(y float64) (int, bool) {
	i := int(y / ShelfRow)
	return i, y >= 0 && i < len(f.Shapes)
}

// Draw draws it.
func (f Shelf) Draw(on plot.Canvas) {
	s := newSketch(on, f.Look)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	for i, shape := range f.Shapes {
		y := s.px(float64(i) * ShelfRow)
		s.card(plot.Box{X0: 0, Y0: y + s.px(1), X1: s.w, Y1: y + s.px(ShelfRow-1)}, shape.Key == f.Chosen, i == f.Hover, false)
		wide, x := s.px(56), s.px(74)
		if s.w < s.px(225) { // the words have more need of it
			wide, x = s.px(36), s.px(50)
		}
		thumbnail{f.Curves[i], plot.Box{X0: s.px(6), Y0: y + s.px(5), X1: s.px(6) + wide, Y1: y + s.px(ShelfRow-5)}}.draw(s)
		s.bold(shape.Title, plot.Vec{X: x, Y: y + s.px(18)}, 13, s.Palette.Text, plot.AlignLeft)
		s.titled(plot.Vec{X: x, Y: y + s.px(33)}, 11, s.w-x-s.px(5), s.Palette.Muted, shape.Note)
	}
}

// card is the ground of something to choose: framed in the accent's colour if it is chosen.
func (s *sketch) card(b plot.Box, chosen, hover, raised bool) {
	w, h := b.X1-b.X0, b.Y1-b.Y0
	at := plot.Vec{X: b.X0, Y: b.Y0}
	ground, rim := s.Palette.Panel, s.Palette.Panel
	if raised {
		ground, rim = s.Palette.Control, s.Palette.Border
	}
	switch {
	case chosen:
		ground, rim = mixed(ground, s.Palette.Accent, 0.16), s.Palette.Accent
	case hover:
		ground = mixed(ground, s.Palette.Text, 0.07)
	}
	s.on.Box(at, w, h, s.px(6), rim)
	line := s.px(1.4)
	s.on.Box(at.Add(plot.Vec{X: line, Y: line}), w-2*line, h-2*line, s.px(5), ground)
}

// Chips are the rates that are worth a try, with what became of them.
type Chips struct {
	State curve.State
	Hover int // the one under the pointer; -1: none
	Look  Look
}

// ChipsHeight is the height of the picture, in units.
const ChipsHeight = 62

// At is the trial at an abscissa of a picture of a width; false if there is none.
func (c Chips) At(x, w float64) (int, bool) {
	i := int(x / (w + c.gap()) * float64(len(c.State.Trials)))
	return i, x >= 0 && i < len(c.State.Trials)
}

// gap is what parts the chips, in device units.
func (c Chips) gap() float64 { return c.Look.px(8) }

// Draw draws them.
func (c Chips) Draw(on plot.Canvas) {
	s := newSketch(on, c.Look)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	n := float64(len(c.State.Trials))
	eta, _ := c.State.Doc.Eta(0)
	for i, t := range c.State.Trials {
		wide := (s.w + c.gap()) / n
		b := plot.Box{X0: float64(i) * wide, Y0: 0, X1: float64(i+1)*wide - c.gap(), Y1: s.h}
		s.card(b, t.Eta == eta, i == c.Hover, true)
		middle, ink := (b.X0+b.X1)/2, s.Palette.Muted
		if t.Fate == curve.Explodes {
			ink = s.Palette.Error
		}
		s.bold(Eta(t.Eta), plot.Vec{X: middle, Y: s.px(20)}, 13, s.Letters(curve.Rate), plot.AlignCenter)
		s.words(t.Fate.String(), plot.Vec{X: middle, Y: s.px(36)}, 12, s.Palette.Text, plot.AlignCenter)
		s.words(t.Count(), plot.Vec{X: middle, Y: s.px(52)}, 11, ink, plot.AlignCenter)
	}
}

// A Quiz is a question with its choices, and once one is taken what is right.
type Quiz struct {
	Question curve.Question
	Taken    int // the choice that was taken; -1: none yet
	Hover    int // the one under the pointer; -1: none
	Look     Look
}

// QuizHeight is the height of the picture, in units.
const QuizHeight = 136

const quizSize, quizLeading, quizHigh = 12, 18, 26

// top is where the choices begin in a picture of a width, in units: below the lines of the question, of which there are two or
// more.
func (q Quiz) top(w float64) float64 {
	s := &sketch{Look: q.Look, w: w}
	return 6 + quizLeading*float64(max(2, len(s.wrapped(q.Question.Text, quizSize, w))))
}

// At is the choice at a place of a picture of a width; false if there is none.
func (q Quiz) At(at plot.Vec, w float64) (int, bool) {
	y, top := at.Y/q.Look.Scale, q.top(w)
	i := int(at.X / (w + q.Look.px(8)) * float64(len(q.Question.Choices)))
	return i, y >= top && y <= top+quizHigh && at.X >= 0 && i < len(q.Question.Choices)
}

// Draw draws it.
func (q Quiz) Draw(on plot.Canvas) {
	s := newSketch(on, q.Look)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	s.quiet(q.Question.Text, plot.Vec{Y: s.px(13)}, quizSize, quizLeading, s.w)
	top := q.top(s.w)
	n := float64(len(q.Question.Choices))
	for i, c := range q.Question.Choices {
		wide := (s.w + s.px(8)) / n
		b := plot.Box{X0: float64(i) * wide, Y0: s.px(top), X1: float64(i+1)*wide - s.px(8), Y1: s.px(top + quizHigh)}
		s.card(b, false, i == q.Hover, true)
		ink := s.Palette.Text
		switch {
		case q.Taken >= 0 && i == q.Question.Right:
			s.rim(b, s.Ink(curve.Landing))
			ink = s.Letters(curve.Landing)
		case i == q.Taken:
			s.rim(b, s.Palette.Error)
			ink = s.Palette.Error
		}
		s.words(c.Text, plot.Vec{X: (b.X0 + b.X1) / 2, Y: s.px(top + 18)}, 12, ink, plot.AlignCenter)
	}
	if q.Taken >= 0 {
		s.quiet(curve.Sentence{{Text: q.Question.Why}}, plot.Vec{Y: s.px(top + quizHigh + 17)}, 11, 15, s.w)
	}
}

// rim is a coloured frame.
func (s *sketch) rim(b plot.Box, ink color.RGBA) {
	p := func(x, y float64) plot.Vec { return plot.Vec{X: x, Y: y} }
	i := s.px(0.8)
	s.line(1.6, ink, p(b.X0+i, b.Y0+i), p(b.X1-i, b.Y0+i), p(b.X1-i, b.Y1-i), p(b.X0+i, b.Y1-i), p(b.X0+i, b.Y0+i))
}

// quiet writes a sentence in lines: what has a role in its colour, the rest muted.
func (s *sketch) quiet(text curve.Sentence, at plot.Vec, size, leading, width float64) {
	for _, line := range s.wrapped(text, size, width) {
		x := at.X
		for _, span := range line {
			ink := s.Palette.Muted
			if span.Role != curve.Plain {
				ink = s.Ink(span.Role)
			}
			s.words(span.Text, plot.Vec{X: x, Y: at.Y}, size, ink, plot.AlignLeft)
			x += s.width(span, size)
		}
		at.Y += s.px(leading)
	}
}
