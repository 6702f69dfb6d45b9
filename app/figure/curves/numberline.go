package curves

import (
	"math"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

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
		s.words(label, plot.Vec{X: middle, Y: b.Y1 + s.px(40)}, 11, s.Letters(curve.Rate), plot.AlignCenter)
		s.on.Circle(plot.Vec{X: to, Y: y}, s.px(3.6), s.px(1.8), s.Ink(curve.Landing))
	}
	if !math.IsNaN(from) {
		s.on.Circle(plot.Vec{X: from, Y: y}, s.px(3.8), 0, s.Ink(curve.Weight))
	}
	letter := b.X1 - s.px(38)
	for _, v := range ticks(b.x0, b.x1, 10) {
		x := b.at(v, b.y0).X
		half := s.Font.Width(number(v), s.px(11)) / 2
		if x-half < busy.X1 && x+half > busy.X0 || x-half < b.X0+s.px(2) || x+half > b.X1-s.px(2) || math.Abs(x-letter) < half+s.px(8) {
			continue
		}
		s.words(number(v), plot.Vec{X: x, Y: b.Y1 + s.px(40)}, 11, s.Palette.Muted, plot.AlignCenter)
	}
	if letter > busy.X1+s.px(4) || letter < busy.X0-s.px(4) {
		s.words("w", plot.Vec{X: letter, Y: b.Y1 + s.px(40)}, 11, s.Palette.Text, plot.AlignCenter)
	}
}
