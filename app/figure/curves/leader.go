package curves

import (
	"image/color"
	"math"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// leader draws the ball, the tangent there, and where the step leads.
func (p Plot) leader(s *sketch, b box, l *labels) {
	row := p.State.Row(0)
	at, land := b.at(row.W, row.Loss), b.at(row.New, p.State.Curve.Loss(row.New))
	if p.Grown < 1 && row.Step > 0 {
		before := p.State.Runs[0].At(row.Step - 1)
		if way := hop(b.at(before.W, before.Loss), at, p.Grown); way != nil {
			at = way[len(way)-1]
		}
		s.numberLine(p, b, row, false)
		p.ball(s, b, at)
		return
	}
	moves := !row.Last && row.New != row.W
	s.numberLine(p, b, row, p.Step && moves)
	if !at.Finite() || !b.holds(at) {
		p.gone(s, b)
		return
	}
	s.dashed(1, 2, 2, faded(p.ink(), 0.9), at, plot.Vec{X: at.X, Y: b.Y1 + s.px(14)})
	l.spare(plot.Box{X0: at.X, Y0: at.Y, X1: at.X, Y1: b.Y1})
	if p.Step && moves {
		p.ghost(s, b, l, at, land, row)
	}
	var spots []spot
	if p.Tangent {
		spots = p.tangent(s, b, l, at, row)
	}
	p.ball(s, b, at)
	l.take(around(at, s.px(BallRadius+2)))
	p.sign(s, b, l, at, land, row, moves)
	if spots != nil && !p.small(s) {
		l.put(label{text: words.T("slope %s", curve.Number(row.Slope)), size: 12, ink: s.Ink(curve.Slope), bold: true}, spots...)
	}
}

// ghost draws where the step will lead.
func (p Plot) ghost(s *sketch, b box, l *labels, at, land plot.Vec, row curve.Row) {
	ink := s.Ink(curve.Landing)
	s.dashed(1.8, 4, 3.5, ink, b.cut(hop(at, land, 1))...)
	if land.Finite() && b.holds(land) {
		s.dashed(1, 2, 2, faded(ink, 0.9), land, plot.Vec{X: land.X, Y: b.Y1 + s.px(14)})
		width := 1.8
		if p.Lit == curve.Landing {
			width = 3.2
		}
		l.take(around(land, s.px(8)))
		l.spare(plot.Box{X0: land.X, Y0: land.Y, X1: land.X, Y1: b.Y1})
		s.on.Circle(land, s.px(7), 0, faded(ink, 0.2))
		s.on.Circle(land, s.px(7), s.px(width), ink)
	}
}

// tangent draws the line that touches the curve at the ball, and tells where its slope can be written.
func (p Plot) tangent(s *sketch, b box, l *labels, at plot.Vec, row curve.Row) []spot {
	ink := s.Ink(curve.Slope)
	rise := row.Slope * (b.Y1 - b.Y0) / (b.y1 - b.y0) / ((b.X1 - b.X0) / (b.x1 - b.x0)) // in the picture
	if math.IsNaN(rise) || math.IsInf(rise, 0) {
		return nil
	}
	along := plot.Vec{X: 1, Y: -rise}
	along = along.Mul(1 / along.Len())
	up := along
	if along.Y > 0 {
		up = along.Mul(-1)
	}
	width := 2.2
	if p.Lit == curve.Slope {
		width = 3.6
	}
	far, near := at.Add(up.Mul(s.px(112))), at.Sub(up.Mul(s.px(70)))
	s.line(width, ink, b.cut([]plot.Vec{near, far})...)
	l.spare(stretch(near, far)...)
	out := math.Copysign(6, up.X)
	return []spot{beside(far, out, 8), beside(far, -2*out, 8), above(far, 8), beside(near, -out, 12), beside(near, out, -4)}
}

// sign writes w beside the ball, and the landing beside its ring, away from each other where there is room.
func (p Plot) sign(s *sketch, b box, l *labels, at, land plot.Vec, row curve.Row, moves bool) {
	out := -1.0 // to the left
	if moves && row.New < row.W {
		out = 1
	}
	spots := func(at plot.Vec, side, off, down float64) []spot {
		return []spot{beside(at, side*off, down), beside(at, -side*off, down), beside(at, side*off, 4-down),
			beside(at, -side*off, 4-down), above(at, 18), above(at, -30), above(at, 38), above(at, -50),
			beside(at, 2*off, 38), beside(at, -2*off, 38)}
	}
	here, lands := words.T("w = %s", curve.Number(row.W)), words.T("lands at %s", curve.Number(row.New))
	if p.small(s) {
		here, lands = curve.Number(row.W), curve.Number(row.New)
	}
	must := p.Name == "" // else the rule says it
	low, landLow := 22.0, 12.0
	if land.Finite() && land.Sub(at).Len() < s.px(60) { // one above the other, as the places are
		low, landLow = -12, 20
		if land.Y < at.Y {
			low, landLow = 22, -14
		}
	}
	l.put(label{text: here, size: 12, ink: p.ink(), bold: true, must: must}, spots(at, out, 15, low)...)
	if !p.Step || !moves {
		return
	}
	if !land.Finite() || !b.holds(land) {
		p.leaves(s, b, lands, s.Ink(curve.Landing), row.New, p.State.Curve.Loss(row.New))
		return
	}
	l.put(label{text: lands, size: 12, ink: s.Ink(curve.Landing), bold: true, must: must}, spots(land, -out, 16, landLow)...)
}

// inside keeps a text that begins or ends at x within the picture: it changes sides at the edges.
func inside(s *sketch, b box, x float64, a plot.Align, width float64) (float64, plot.Align) {
	switch {
	case a == plot.AlignRight && x-s.px(width) < b.X0:
		return x + s.px(12), plot.AlignLeft
	case a == plot.AlignLeft && x+s.px(width) > b.X1:
		return x - s.px(12), plot.AlignRight
	}
	return x, a
}

// gone says of a ball that is beyond the picture where it is, at the edge beyond which it is.
func (p Plot) gone(s *sketch, b box) {
	row := p.State.Row(0)
	p.leaves(s, b, words.T("w = %s", curve.Number(row.W)), p.ink(), row.W, row.Loss)
}

// leaves points to what is beyond an edge of the picture.
func (p Plot) leaves(s *sketch, b box, text string, ink color.RGBA, w, loss float64) {
	y := s.px(82)
	if at := b.at(b.x0, loss); at.Finite() && at.Y > y {
		y = math.Min(at.Y, b.Y1-s.px(12))
	}
	tip, back, a := plot.Vec{X: b.X0 + s.px(4), Y: y}, s.px(9), plot.AlignLeft
	switch {
	case math.IsNaN(w):
		s.signed(words.T("w is no number: NaN"), plot.Vec{X: s.w / 2, Y: s.px(82)}, 13, s.Palette.Error, plot.AlignCenter, true)
		return
	case w > b.x1:
		tip, back, a = plot.Vec{X: b.X1 - s.px(4), Y: y}, -s.px(9), plot.AlignRight
	case w >= b.x0: // above or below
		at := b.at(w, b.y1)
		tip, back = plot.Vec{X: at.X, Y: s.px(66)}, 0
		s.on.Fill([]plot.Vec{tip, tip.Add(plot.Vec{X: s.px(5), Y: s.px(9)}), tip.Add(plot.Vec{X: -s.px(5), Y: s.px(9)})}, ink)
		x, side := inside(s, b, tip.X+s.px(10), plot.AlignLeft, 110)
		s.signed(text, plot.Vec{X: x, Y: tip.Y + s.px(8)}, 12, ink, side, true)
		return
	}
	s.on.Fill([]plot.Vec{tip, tip.Add(plot.Vec{X: back, Y: -s.px(5)}), tip.Add(plot.Vec{X: back, Y: s.px(5)})}, ink)
	s.signed(text, plot.Vec{X: tip.X + 1.6*back, Y: y + s.px(4)}, 12, ink, a, true)
}
