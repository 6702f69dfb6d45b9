package curves

import (
	"math"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// A Cobweb is w after the step against w before: where the line of a method crosses the diagonal it stays put.
type Cobweb struct {
	State curve.State
	View  geom.Rect // of the curve: its w are both axes
	Look  Look
}

// mostTurns is how many steps of the way are drawn.
const mostTurns = 60

// Draw draws it.
func (c Cobweb) Draw(on plot.Canvas) {
	s := newSketch(on, c.Look)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	b := box{plot.Box{X0: s.px(38), Y0: s.px(28), X1: s.w - s.px(14), Y1: s.h - s.px(24)},
		c.View.X0, c.View.X1, c.View.X0, c.View.X1}
	title := s.Font.Shortened(words.T("w after the step against w before"), s.px(11), b.X1-b.X0)
	s.words(title, plot.Vec{X: b.X0, Y: s.px(16)}, 11, s.Palette.Muted, plot.AlignLeft)
	for _, v := range ticks(b.y0, b.y1, 5) {
		at := b.at(v, v)
		s.line(1, faded(s.Palette.Border, 0.9), plot.Vec{X: b.X0, Y: at.Y}, plot.Vec{X: b.X1, Y: at.Y})
		s.words(number(v), plot.Vec{X: b.X0 - s.px(6), Y: at.Y + s.px(4)}, 10.5, s.Palette.Muted, plot.AlignRight)
		s.words(number(v), plot.Vec{X: at.X, Y: b.Y1 + s.px(15)}, 10.5, s.Palette.Muted, plot.AlignCenter)
	}
	s.line(1, faded(s.Palette.Muted, 0.8), plot.Vec{X: b.X0, Y: b.Y1}, plot.Vec{X: b.X1, Y: b.Y0})
	s.signed(words.T("stays put"), plot.Vec{X: b.X0 + 0.86*(b.X1-b.X0), Y: b.Y0 + 0.14*(b.Y1-b.Y0)},
		10.5, s.Palette.Muted, plot.AlignRight, false)
	c.rule(s, b)
	c.way(s, b)
}

// rule is the line of a method that remembers nothing, with its name, and where it stays put.
func (c Cobweb) rule(s *sketch, b box) {
	run, ink := c.State.Runs[0], s.Ink(curve.Rate)
	if !run.Timeless() {
		s.signed(words.T("%s remembers: it has no one line", run.Racer.Title()), plot.Vec{X: (b.X0 + b.X1) / 2, Y: b.Y1 - s.px(8)},
			10.5, ink, plot.AlignCenter, false)
		return
	}
	n := max(2, int((b.X1-b.X0)/3))
	pts := make([]plot.Vec, n+1)
	for i, to := range run.Leads(b.x0, b.x1, n+1) {
		pts[i] = b.at(b.x0+(b.x1-b.x0)*float64(i)/float64(n), to)
	}
	line := b.cut(pts)
	s.line(2, ink, line...)
	if k, _, is := c.State.Curve.Factor(run, c.State.Row(0).W); is && len(line) > 2 {
		if _, regular := c.State.Curve.Parabola(); regular {
			at, a := line[1], plot.AlignLeft
			if k > 0 {
				at = line[len(line)-1]
				a = plot.AlignRight
			}
			off := s.px(14)
			if k > 0 {
				off = -s.px(6)
			}
			y := math.Max(b.Y0+s.px(10), math.Min(b.Y1-s.px(6), at.Y+off))
			s.signed(words.T("slope %s", number(roundedTo(k, 4))), plot.Vec{X: at.X + off, Y: y}, 10.5, ink, a, false)
		}
	}
	for _, m := range c.State.Curve.Minima {
		if at := b.at(m.At, m.At); at.Finite() && b.holds(at) {
			s.ring(at, 4, 1.4, s.Palette.Text)
		}
	}
}

// way is where the first racer has been: up or down to where it leads, and across to the diagonal.
func (c Cobweb) way(s *sketch, b box) {
	run, last := c.State.Runs[0], c.State.Runs[0].Reach(c.State.Step)
	ink := s.Ink(curve.Weight)
	from := max(0, last-mostTurns)
	for t := from; t < last; t++ {
		row := run.At(t)
		part := math.Max(0.35, math.Pow(0.95, float64(last-1-t)))
		foot := b.at(row.W, row.W)
		if t == 0 {
			foot = b.at(row.W, b.y0)
		}
		s.line(1.5, faded(ink, part), b.cut([]plot.Vec{foot, b.at(row.W, row.New), b.at(row.New, row.New)})...)
	}
	row := run.At(last)
	at, to := b.at(row.W, row.W), b.at(row.W, row.New)
	green := s.Ink(curve.Landing)
	s.dashed(1.6, 4, 3, green, b.cut([]plot.Vec{at, to, b.at(row.New, row.New)})...)
	if to.Finite() && b.holds(to) {
		s.on.Circle(to, s.px(3.6), s.px(1.6), green)
	}
	if at.Finite() && b.holds(at) {
		s.on.Circle(at, s.px(4.6), 0, s.Palette.Panel)
		s.on.Circle(at, s.px(3.8), 0, ink)
	}
}
