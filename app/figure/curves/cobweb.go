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
	s.titled(plot.Vec{X: b.X0, Y: s.px(16)}, 11, s.w-b.X0-s.px(8), s.Palette.Muted,
		words.T("w after the step against w before"), words.T("new w against w"))
	for _, v := range ticks(b.y0, b.y1, 5) {
		at := b.at(v, v)
		s.line(1, faded(s.Palette.Border, 0.9), plot.Vec{X: b.X0, Y: at.Y}, plot.Vec{X: b.X1, Y: at.Y})
		s.words(number(v), plot.Vec{X: b.X0 - s.px(6), Y: at.Y + s.px(4)}, 10.5, s.Palette.Muted, plot.AlignRight)
		s.words(number(v), plot.Vec{X: at.X, Y: b.Y1 + s.px(15)}, 10.5, s.Palette.Muted, plot.AlignCenter)
	}
	s.line(1, faded(s.Palette.Muted, 0.8), plot.Vec{X: b.X0, Y: b.Y1}, plot.Vec{X: b.X1, Y: b.Y0})
	names := &labels{s: s, within: b.Box}
	put := c.rule(s, b, names)
	c.way(s, b, names)
	put()
	diagonal := named{words.T("stays put"), s.Palette.Muted, nil}
	for i := range 41 {
		diagonal.pts = append(diagonal.pts, plot.Vec{X: b.X0 + float64(i)/40*(b.X1-b.X0), Y: b.Y1 - float64(i)/40*(b.Y1-b.Y0)})
	}
	names.spareLine(diagonal.pts)
	names.put(label{text: diagonal.name, size: 10.5, ink: diagonal.ink}, diagonal.sides(b)...)
}

// rule is the line of a method that remembers nothing, and where it stays put. It returns what writes its name, where there is
// room once all is drawn.
func (c Cobweb) rule(s *sketch, b box, names *labels) (put func()) {
	r, ink := c.State.Runs[0], s.Ink(curve.Rate)
	if !r.Timeless() {
		name := words.T("%s remembers: it has no one line", r.Racer.Title())
		if s.wide(name, 10.5, false) > b.X1-b.X0-s.px(8) {
			name = words.T("no one line: it remembers")
		}
		corner := func(x, y, right, low float64) spot { return spot{plot.Vec{X: x, Y: y}, right, low} }
		return func() {
			names.put(label{text: name, size: 10.5, ink: ink, must: true}, corner(b.X0, b.Y0, 4, 14), corner(b.X1, b.Y1, -4, -8),
				corner(b.X0, b.Y0, 4, 40), corner(b.X1, b.Y1, -4, -34))
		}
	}
	n := max(2, int((b.X1-b.X0)/3))
	pts := make([]plot.Vec, n+1)
	for i, to := range r.Leads(b.x0, b.x1, n+1) {
		pts[i] = b.at(b.x0+(b.x1-b.x0)*float64(i)/float64(n), to)
	}
	line := named{"", ink, b.cut(pts)}
	s.line(2, ink, line.pts...)
	names.spareLine(line.pts)
	c.stays(s, b)
	k, _, is := c.State.Curve.Factor(r, c.State.Row(0).W)
	if _, regular := c.State.Curve.Parabola(); !is || !regular {
		return func() {}
	}
	line.name = words.T("slope %s", number(roundedTo(k, 4)))
	return func() { names.put(label{text: line.name, size: 10.5, ink: ink}, line.sides(b)...) }
}

// sides are to the right and to the left of a line, from its ends on.
func (n named) sides(b box) []spot {
	var list []spot
	for _, part := range []float64{0.06, 0.12, 0.2, 0.94, 0.88, 0.8, 0.3, 0.7} {
		if i := int(part * float64(len(n.pts)-1)); i >= 0 && i < len(n.pts) && n.pts[i].Finite() && b.holds(n.pts[i]) {
			list = append(list, beside(n.pts[i], 10, 4), beside(n.pts[i], -10, 4), above(n.pts[i], 7), above(n.pts[i], -16))
		}
	}
	return list
}

// stays marks where the line of the method stays put.
func (c Cobweb) stays(s *sketch, b box) {
	for _, m := range c.State.Curve.Minima {
		if at := b.at(m.At, m.At); at.Finite() && b.holds(at) {
			s.ring(at, 4, 1.4, s.Palette.Text)
		}
	}
}

// way is where the first racer has been: up or down to where it leads, and across to the diagonal.
func (c Cobweb) way(s *sketch, b box, names *labels) {
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
		pts := b.cut([]plot.Vec{foot, b.at(row.W, row.New), b.at(row.New, row.New)})
		s.line(1.5, faded(ink, part), pts...)
		names.spareLine(pts)
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
