// Package curves draws the room Curve: the curve with its ball and hops, the loss against the step, the cobweb, the rule with its
// numbers, the table and the strip of factors. Each is a value that draws itself on any canvas.
package curves

import (
	"image/color"
	"math"
	"strings"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Look is how a picture looks: the style of all pictures, with the letters of mathematics.
type Look struct {
	plot.Style
	Italic *plot.Font // may be nil
}

// italic is the font of letters, if there is one.
func (l Look) italic() *plot.Font {
	if l.Italic != nil {
		return l.Italic
	}
	return l.Font
}

// px are units in device units.
func (l Look) px(units float64) float64 { return units * l.Scale }

// Ink is the colour of a role.
func (l Look) Ink(r curve.Role) color.RGBA {
	switch r {
	case curve.Weight:
		return l.Palette.Accent
	case curve.Rate:
		return l.Palette.Racers[0]
	case curve.Slope:
		return l.Palette.Racers[1]
	case curve.Landing:
		return l.Palette.Racers[2]
	}
	return l.Palette.Text
}

// Letters is the colour of a role as letters have it.
func (l Look) Letters(r curve.Role) color.RGBA { return l.Palette.Letters(l.Ink(r)) }

// faded is a colour with a part of its opacity.
func faded(c color.RGBA, part float64) color.RGBA {
	f := func(v uint8) uint8 { return uint8(float64(v)*math.Max(0, math.Min(1, part)) + 0.5) }
	return color.RGBA{f(c.R), f(c.G), f(c.B), f(c.A)}
}

// A sketch is a canvas with a look, and the shapes that the pictures are made of.
type sketch struct {
	Look
	on     plot.Canvas
	w, h   float64
	pieces []plot.Piece
}

// newSketch begins a picture on a canvas.
func newSketch(on plot.Canvas, l Look) *sketch {
	s := &sketch{Look: l, on: on}
	s.w, s.h = on.Size()
	return s
}

// line draws the line through points, so many units wide. Where a point is not finite it breaks.
func (s *sketch) line(width float64, ink color.RGBA, pts ...plot.Vec) {
	s.pieces = s.pieces[:0]
	r := s.px(width) / 2
	for i := 1; i < len(pts); i++ {
		if pts[i-1].Finite() && pts[i].Finite() {
			s.pieces = append(s.pieces, plot.Piece{A: pts[i-1], B: pts[i], Radius: r, Strength: 1})
		}
	}
	if len(s.pieces) > 0 {
		s.on.Stroke(s.pieces, plot.Pen{Color: ink})
	}
}

// dashed draws the line through points in dashes of so many units.
func (s *sketch) dashed(width, dash, gap float64, ink color.RGBA, pts ...plot.Vec) {
	s.pieces = s.pieces[:0]
	r, left, drawn := s.px(width)/2, s.px(dash), true
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		if !a.Finite() || !b.Finite() {
			continue
		}
		for length := b.Sub(a).Len(); length > 0 && len(s.pieces) < 4000; {
			part := math.Min(left, length)
			end := a.Add(b.Sub(a).Mul(part / length))
			if drawn {
				s.pieces = append(s.pieces, plot.Piece{A: a, B: end, Radius: r, Strength: 1})
			}
			if left -= part; left <= 0 {
				drawn = !drawn
				left = s.px(gap)
				if drawn {
					left = s.px(dash)
				}
			}
			a, length = end, length-part
		}
	}
	if len(s.pieces) > 0 {
		s.on.Stroke(s.pieces, plot.Pen{Color: ink})
	}
}

// number is a number in four digits, or in three where the picture is narrow.
func (s *sketch) number(v float64) string {
	digits := 4
	if s.w < s.px(360) {
		digits = 3
	}
	return brief(v, digits)
}

// brief is a number without the plus of its exponent, which says nothing and takes room.
func brief(v float64, digits int) string {
	return strings.ReplaceAll(strings.ReplaceAll(words.ShortTo(v, digits), "-", "−"), "e+", "e")
}

// words writes a text at a place in a size of units.
func (s *sketch) words(text string, at plot.Vec, size float64, ink color.RGBA, a plot.Align) {
	s.write(plot.Text{Text: text, Size: s.px(size), Ink: ink, Align: a, Tabular: true}, at)
}

// bold writes heavy letters.
func (s *sketch) bold(text string, at plot.Vec, size float64, ink color.RGBA, a plot.Align) {
	s.write(plot.Text{Text: text, Size: s.px(size), Ink: ink, Align: a, Tabular: true, Bold: true}, at)
}

// signed writes a text that stands out from the ground by a halo.
func (s *sketch) signed(text string, at plot.Vec, size float64, ink color.RGBA, a plot.Align, bold bool) {
	s.write(plot.Text{Text: text, Size: s.px(size), Ink: ink, Align: a, Bold: bold,
		Halo: faded(s.Palette.Panel, 0.85), Reach: s.px(2)}, at)
}

// ring draws a circle that is open inside, over what is below.
func (s *sketch) ring(at plot.Vec, r, width float64, ink color.RGBA) {
	s.on.Circle(at, s.px(r), 0, s.Palette.Panel)
	s.on.Circle(at, s.px(r), s.px(width), ink)
}

// A box is a part of a picture in which values have places.
type box struct {
	plot.Box
	x0, x1, y0, y1 float64 // values at the edges: x1 at the right, y1 at the top
}

// at is where values are seen; far outside it is not finite.
func (b box) at(x, y float64) plot.Vec {
	v := plot.Vec{X: b.X0 + (x-b.x0)/(b.x1-b.x0)*(b.X1-b.X0), Y: b.Y1 - (y-b.y0)/(b.y1-b.y0)*(b.Y1-b.Y0)}
	if math.Abs(v.X) > 1e5 || math.Abs(v.Y) > 1e5 {
		return plot.Vec{X: math.NaN(), Y: math.NaN()}
	}
	return v
}

// holds tells whether a place lies in the box.
func (b box) holds(v plot.Vec) bool {
	return v.X >= b.X0 && v.X <= b.X1 && v.Y >= b.Y0 && v.Y <= b.Y1
}

// cut keeps what of a line lies in the box: its pieces, between which points that are not finite stand.
func (b box) cut(pts []plot.Vec) []plot.Vec {
	var list []plot.Vec
	for i := 1; i < len(pts); i++ {
		p, q, seen := b.Clip(pts[i-1], pts[i])
		if !seen {
			continue
		}
		if n := len(list); n > 0 && list[n-1] == p {
			list = append(list, q)
			continue
		}
		list = append(list, plot.Vec{X: math.NaN()}, p, q)
	}
	return list
}

// ticks are round numbers about so many of which lie between two.
func ticks(lo, hi float64, about int) []float64 {
	if !(hi > lo) || math.IsInf(hi-lo, 0) {
		return nil
	}
	unit := math.Pow(10, math.Floor(math.Log10((hi-lo)/float64(about))))
	for _, k := range []float64{1, 2, 2.5, 5, 10} {
		if (hi-lo)/(k*unit) <= float64(about) {
			unit *= k
			break
		}
	}
	var list []float64
	for v := math.Ceil(lo/unit) * unit; v <= hi && len(list) < 4*about; v += unit {
		if math.Abs(v) < unit*1e-9 {
			v = 0
		}
		list = append(list, v)
	}
	return list
}
