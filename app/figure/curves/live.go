package curves

import (
	"image/color"
	"math"
	"strconv"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Sizes of the moving parts, in units.
const (
	BallRadius = 9
	BallReach  = 16   // from its middle: what counts as on it
	bulge      = 0.27 // of a hop, in parts of its length
	mostHops   = 40   // that are drawn
	numbered   = 12   // of them, the last, have numbers
)

// DrawLive draws what moves, over the ground.
func (p Plot) DrawLive(on plot.Canvas) {
	s := newSketch(on, p.Look)
	b := p.box(s.w, s.h)
	for i := len(p.State.Runs) - 1; i >= 0; i-- {
		if p.Hops {
			p.hops(s, b, i)
		}
	}
	for i := len(p.State.Runs) - 1; i > 0; i-- {
		p.companion(s, b, i)
	}
	p.leader(s, b)
	p.title(s)
}

// ink is the colour of a racer: the first is w itself.
func (p Plot) ink(racer int) color.RGBA {
	if racer == 0 {
		return p.Look.Ink(curve.Weight)
	}
	return p.Look.Palette.Racer(p.State.Runs[racer].Racer.Slot)
}

// title says how far it is.
func (p Plot) title(s *sketch) {
	row, middle := p.State.Row(0), s.w/2
	head := words.N(row.Step, "after %d step", "after %d steps", row.Step)
	if row.Step == 0 {
		head = words.T("at the start")
	}
	s.signed(head, plot.Vec{X: middle, Y: s.px(28)}, 15, s.Palette.Text, plot.AlignCenter, true)
	text := words.T("loss %s", curve.Number(row.Loss))
	if least, is := p.State.Curve.Least(); is && row.Loss-least < 1e300 {
		text = words.T("loss %s · %s above the minimum", curve.Number(row.Loss), curve.Number(row.Loss-least))
	}
	s.signed(text, plot.Vec{X: middle, Y: s.px(48)}, 12, s.Palette.Muted, plot.AlignCenter, false)
}

// hops draws the way so far, older hops fainter.
func (p Plot) hops(s *sketch, b box, racer int) {
	run, last := p.State.Runs[racer], p.State.Runs[racer].Reach(p.State.Step)
	ink := p.ink(racer)
	for t := max(0, last-mostHops); t < last; t++ {
		from, to := run.At(t), run.At(t+1)
		age := float64(last - 1 - t)
		part := math.Max(0.22, 0.95*math.Pow(0.86, age))
		if racer > 0 {
			part *= 0.75
		}
		grown := 1.0
		if t == last-1 {
			grown = p.Grown
		}
		arc := hop(b.at(from.W, from.Loss), b.at(to.W, to.Loss), grown)
		s.line(1.8, faded(ink, part), b.cut(arc)...)
	}
	for t := max(0, last-mostHops); t < last; t++ {
		row := run.At(t)
		at := b.at(row.W, row.Loss)
		if !at.Finite() || !b.holds(at) {
			continue
		}
		s.on.Circle(at, s.px(4), 0, s.Palette.Panel)
		s.on.Circle(at, s.px(3), 0, faded(ink, 0.9))
		if racer == 0 && last-t <= numbered && apart(run, b, t, last, s.px(13)) {
			p.numberHop(s, at, row, t)
		}
	}
}

// apart tells whether the place of a step is not too near to those of the steps after it, for its number to be read.
func apart(run *curve.Run, b box, t, last int, room float64) bool {
	at := b.at(run.At(t).W, run.At(t).Loss)
	for later := t + 1; later <= last; later++ {
		if o := b.at(run.At(later).W, run.At(later).Loss); at.Sub(o).Len() < room {
			return false
		}
	}
	return true
}

// numberHop writes the number of a step outside of the curve: on the side to which it rises.
func (p Plot) numberHop(s *sketch, at plot.Vec, row curve.Row, t int) {
	a, x := plot.AlignRight, at.X-s.px(8)
	if row.Slope > 0 {
		a, x = plot.AlignLeft, at.X+s.px(8)
	}
	s.signed(strconv.Itoa(t), plot.Vec{X: x, Y: at.Y + s.px(4)}, 10.5, s.Palette.Text, a, false)
}

// hop is an arc over the way from a place to another, or a part of it from its beginning.
func hop(a, b plot.Vec, part float64) []plot.Vec {
	if !a.Finite() || !b.Finite() {
		return nil
	}
	way := b.Sub(a)
	top := a.Add(way.Mul(0.5)).Sub(plot.Vec{Y: bulge * way.Len()})
	n := max(6, min(48, int(way.Len()/6)))
	pts := make([]plot.Vec, n+1)
	for i := range pts {
		t := part * float64(i) / float64(n)
		pts[i] = a.Mul((1 - t) * (1 - t)).Add(top.Mul(2 * t * (1 - t))).Add(b.Mul(t * t))
	}
	return pts
}

// companion draws another racer's ball.
func (p Plot) companion(s *sketch, b box, racer int) {
	at := p.Ball(racer, s.w, s.h)
	if !at.Finite() || !b.holds(at) {
		p.gone(s, b, racer)
		return
	}
	slot := p.State.Runs[racer].Racer.Slot
	plot.RacerGlyph(slot).Draw(s.on, at.X, at.Y, s.px(6.5), s.Palette.Racer(slot), s.Palette.Panel)
}

// leader draws the first racer: its ball, the tangent there, and where the step leads.
func (p Plot) leader(s *sketch, b box) {
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
		p.gone(s, b, 0)
		return
	}
	s.dashed(1, 2, 2, faded(s.Ink(curve.Weight), 0.9), at, plot.Vec{X: at.X, Y: b.Y1 + s.px(14)})
	if p.Step && moves {
		p.ghost(s, b, at, land, row)
	}
	if p.Tangent {
		p.tangent(s, b, at, row)
	}
	p.ball(s, b, at)
	p.sign(s, b, at, land, row, moves)
}

// ball draws the ball of the first racer.
func (p Plot) ball(s *sketch, b box, at plot.Vec) {
	if !at.Finite() || !b.holds(at) {
		return
	}
	ink := s.Ink(curve.Weight)
	s.on.Circle(at, s.px(BallRadius+6), 0, faded(ink, 0.22))
	s.on.Circle(at, s.px(BallRadius), 0, s.Palette.Panel)
	s.on.Circle(at, s.px(BallRadius-1.5), 0, ink)
	s.on.Circle(at.Sub(plot.Vec{X: s.px(2.4), Y: s.px(2.6)}), s.px(1.8), 0, faded(s.Palette.Text, 0.8))
}

// ghost draws where the step will lead.
func (p Plot) ghost(s *sketch, b box, at, land plot.Vec, row curve.Row) {
	ink := s.Ink(curve.Landing)
	s.dashed(1.8, 4, 3.5, ink, b.cut(hop(at, land, 1))...)
	if land.Finite() && b.holds(land) {
		s.dashed(1, 2, 2, faded(ink, 0.9), land, plot.Vec{X: land.X, Y: b.Y1 + s.px(14)})
		width := 1.8
		if p.Lit == curve.Landing {
			width = 3.2
		}
		s.on.Circle(land, s.px(7), 0, faded(ink, 0.2))
		s.on.Circle(land, s.px(7), s.px(width), ink)
	}
}

// tangent draws the line that touches the curve at the ball.
func (p Plot) tangent(s *sketch, b box, at plot.Vec, row curve.Row) {
	ink := s.Ink(curve.Slope)
	rise := row.Slope * (b.Y1 - b.Y0) / (b.y1 - b.y0) / ((b.X1 - b.X0) / (b.x1 - b.x0)) // in the picture
	if math.IsNaN(rise) || math.IsInf(rise, 0) {
		return
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
	a, x := plot.AlignRight, far.X-s.px(6)
	if up.X > 0 {
		a, x = plot.AlignLeft, far.X+s.px(6)
	}
	if b.holds(plot.Vec{X: far.X, Y: far.Y}) && far.Y > s.px(60) {
		x, a = inside(s, b, x, a, 105)
		s.signed(words.T("slope %s", curve.Number(row.Slope)), plot.Vec{X: x, Y: far.Y + s.px(8)}, 12, ink, a, true)
	}
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

// sign writes w beside the ball, and the landing beside its ring, away from each other.
func (p Plot) sign(s *sketch, b box, at, land plot.Vec, row curve.Row, moves bool) {
	left := !moves || row.New >= row.W
	put := func(text string, at plot.Vec, ink color.RGBA, left bool, off, down float64) {
		a, x := plot.AlignLeft, at.X+s.px(off)
		if left {
			a, x = plot.AlignRight, at.X-s.px(off)
		}
		switch { // no room there
		case left && x-s.px(110) < b.X0:
			a, x, down = plot.AlignLeft, at.X+s.px(off), down+8
		case !left && x+s.px(110) > b.X1:
			a, x, down = plot.AlignRight, at.X-s.px(off), down+8
		}
		y := math.Min(at.Y+s.px(down), b.Y1-s.px(6))
		s.signed(text, plot.Vec{X: x, Y: y}, 12, ink, a, true)
	}
	put(words.T("w = %s", curve.Number(row.W)), at, s.Ink(curve.Weight), left, 13, 22)
	if !p.Step || !moves {
		return
	}
	text := words.T("lands at %s", curve.Number(row.New))
	switch {
	case land.Finite() && b.holds(land):
		down := 12.0
		if land.Sub(at).Len() < s.px(90) { // above, away from what is said of w
			down = -14
		}
		put(text, land, s.Ink(curve.Landing), !left, 16, down)
	default:
		p.leaves(s, b, text, s.Ink(curve.Landing), row.New, p.State.Curve.Loss(row.New))
	}
}

// gone says of a ball that is beyond the picture where it is, at the edge beyond which it is.
func (p Plot) gone(s *sketch, b box, racer int) {
	row := p.State.Row(racer)
	p.leaves(s, b, words.T("w = %s", curve.Number(row.W)), p.ink(racer), row.W, row.Loss)
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

// numberLine draws w, the step and the landing along the axis, with its numbers where there is room.
func (s *sketch) numberLine(p Plot, b box, row curve.Row, moves bool) {
	y := b.Y1 + s.px(14)
	from, to := b.at(row.W, b.y0).X, b.at(row.New, b.y0).X
	busy := plot.Box{X0: math.Inf(1), X1: math.Inf(-1)}
	label := words.T("η · slope = %s", curve.Number(row.Move()))
	if !p.State.Runs[0].Racer.Plain() {
		label = words.T("step = %s", curve.Number(row.Move()))
	}
	if moves && !math.IsNaN(from) && !math.IsNaN(to) {
		a, z := math.Max(b.X0-s.px(20), math.Min(b.X1+s.px(20), from)), math.Max(b.X0-s.px(20), math.Min(b.X1+s.px(20), to))
		half := s.Font.Width(label, s.px(11))/2 + s.px(8)
		middle := math.Max(b.X0+half, math.Min(b.X1-half, (a+z)/2))
		busy.X0, busy.X1 = middle-half, middle+half
		width := 1.8
		if p.Lit == curve.Rate {
			width = 3.4
		}
		tip := z - math.Copysign(s.px(6), z-a)
		s.dashed(width, 5, 3, s.Ink(curve.Rate), plot.Vec{X: a, Y: y}, plot.Vec{X: tip, Y: y})
		if math.Abs(z-a) > s.px(16) {
			back := math.Copysign(s.px(7), z-a)
			s.on.Fill([]plot.Vec{{X: tip, Y: y}, {X: tip - back, Y: y - s.px(4)}, {X: tip - back, Y: y + s.px(4)}}, s.Ink(curve.Rate))
		}
		s.words(label, plot.Vec{X: middle, Y: b.Y1 + s.px(40)}, 11, s.Ink(curve.Rate), plot.AlignCenter)
		s.on.Circle(plot.Vec{X: to, Y: y}, s.px(3.6), s.px(1.8), s.Ink(curve.Landing))
	}
	if !math.IsNaN(from) {
		s.on.Circle(plot.Vec{X: from, Y: y}, s.px(3.8), 0, s.Ink(curve.Weight))
	}
	letter := b.X1 - s.px(38)
	for _, v := range ticks(b.x0, b.x1, 9) {
		x := b.at(v, b.y0).X
		half := s.Font.Width(number(v), s.px(11)) / 2
		if x-half < busy.X1 && x+half > busy.X0 || x-half < b.X0+s.px(2) || x+half > b.X1-s.px(2) || math.Abs(x-letter) < half+s.px(8) {
			continue
		}
		s.words(number(v), plot.Vec{X: x, Y: b.Y1 + s.px(40)}, 11, s.Palette.Muted, plot.AlignCenter)
	}
	if letter > busy.X1+s.px(4) || letter < busy.X0-s.px(4) {
		s.on.Text(plot.Text{Text: "w", Font: s.italic(), Size: s.px(11), Ink: s.Palette.Text, Align: plot.AlignCenter},
			plot.Vec{X: letter, Y: b.Y1 + s.px(40)})
	}
}
