package curves

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// bands is how many colours the ground under a curve has.
const bands = 24

// The part of the map's colours that they have: what is written on them, in a theme's own ink, stands out.
const (
	darkTop   = 0.72 // from the deepest
	lightFoot = 0.42 // to the highest
)

// DrawGround draws what stays while a ball moves: the ground under the curve in bands of the map's colours, the curve, its minima
// and the numbers at the edges.
func (p Plot) DrawGround(on plot.Canvas) {
	s := newSketch(on, p.Look)
	b := p.box(s.w, s.h)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	line := p.line(b)
	s.bands(b, line)
	s.line(2, mixed(s.Palette.Text, s.Palette.Panel, 0.08), b.cut(line)...)
	s.edges(p, b)
	for i, m := range p.State.Curve.Minima {
		if at := b.at(m.At, m.Loss); at.Finite() && b.holds(at) && i < 26 {
			s.minimum(at, m.Name, i == 0, len(p.State.Curve.Minima) > 6)
		}
	}
}

// mixed is a colour with a share of another.
func mixed(a, b color.RGBA, share float64) color.RGBA { return plot.Mix(a, b, share) }

// line is the curve as it is seen, a point for every other pixel.
func (p Plot) line(b box) []plot.Vec {
	n := int(math.Max(2, (b.X1-b.X0)/2)) + 1
	ws, losses := make([]float64, n), make([]float64, n)
	for i := range ws {
		ws[i] = b.x0 + (b.x1-b.x0)*float64(i)/float64(n-1)
	}
	p.State.Curve.Losses(losses, ws)
	pts := make([]plot.Vec, n)
	for i := range ws {
		y := losses[i]
		switch { // far beyond the picture is beyond it, and is drawn towards there
		case y > b.y1+2*(b.y1-b.y0):
			y = b.y1 + 2*(b.y1-b.y0)
		case y < b.y0-2*(b.y1-b.y0):
			y = b.y0 - 2*(b.y1-b.y0)
		}
		pts[i] = b.at(ws[i], y)
	}
	return pts
}

// bands fills what lies under the curve: for every band all that is no higher than its upper edge, from the
// highest to the lowest.
func (s *sketch) bands(b box, line []plot.Vec) {
	var corners []plot.Vec
	for k := bands - 1; k >= 0; k-- {
		top := b.Y1 - (b.Y1-b.Y0)*float64(k+1)/bands
		ink := s.band((float64(k) + 0.5) / bands)
		for from := 0; from < len(line); {
			to := from
			for to < len(line) && line[to].Finite() {
				to++
			}
			if to-from > 1 {
				corners = append(corners[:0], plot.Vec{X: line[from].X, Y: b.Y1})
				for _, v := range line[from:to] {
					corners = append(corners, plot.Vec{X: v.X, Y: math.Max(top, math.Min(b.Y1, v.Y))})
				}
				corners = append(corners, plot.Vec{X: line[to-1].X, Y: b.Y1})
				s.on.Fill(corners, ink)
			}
			from = to + 1
		}
		s.line(0.8, faded(s.Palette.Muted, 0.14), plot.Vec{X: b.X0, Y: top}, plot.Vec{X: b.X1, Y: top})
	}
}

// band is the colour of a height, from 0 to 1.
func (s *sketch) band(t float64) color.RGBA {
	if s.Palette.Dark {
		return s.Palette.Height(darkTop * t)
	}
	return s.Palette.Height(lightFoot + (1-lightFoot)*t)
}

// edges are the numbers of the loss at the left, and of w along the line below.
func (s *sketch) edges(p Plot, b box) {
	for _, v := range b.heights(s) {
		at := b.at(b.x0, v)
		s.line(1, s.Palette.Text, plot.Vec{X: b.X0, Y: at.Y}, plot.Vec{X: b.X0 + s.px(6), Y: at.Y})
		s.signed(number(v), plot.Vec{X: b.X0 + s.px(10), Y: at.Y + s.px(4)}, 11, s.Palette.Text, plot.AlignLeft, false)
	}
	if !p.small(s) {
		s.signed(words.T("loss L"), plot.Vec{X: b.X0 + s.px(10), Y: s.px(16)}, 11, s.Palette.Text, plot.AlignLeft, false)
	}
	s.line(1, s.Palette.Border, plot.Vec{X: b.X0, Y: b.Y1}, plot.Vec{X: b.X1, Y: b.Y1})
	for _, v := range ticks(b.x0, b.x1, 10) {
		at := b.at(v, b.y0)
		s.line(1, s.Palette.Muted, plot.Vec{X: at.X, Y: b.Y1}, plot.Vec{X: at.X, Y: b.Y1 + s.px(5)})
	}
}

// heights are the losses that are written at the left: none in a narrow picture.
func (b box) heights(s *sketch) []float64 {
	if s.w < s.px(240) {
		return nil
	}
	return slices.DeleteFunc(ticks(b.y0, b.y1, 6), func(v float64) bool {
		y := b.at(b.x0, v).Y
		return !(y >= s.px(22) && y <= b.Y1-s.px(12))
	})
}

// number is one at the edge, without zeros behind the point.
func number(v float64) string { return strings.ReplaceAll(words.Digits(v, 6), "-", "−") }

// minimum marks a lowest place.
func (s *sketch) minimum(at plot.Vec, name string, best, crowded bool) {
	if crowded && !best {
		s.ring(at, 2.6, 1.2, s.Palette.Text)
		return
	}
	s.ring(at, 5, 1.6, s.Palette.Text)
	s.on.Circle(at, s.px(1.6), 0, s.Palette.Text)
	s.signed(name, at.Add(plot.Vec{Y: s.px(16)}), 11, s.Palette.Text, plot.AlignCenter, false)
}
