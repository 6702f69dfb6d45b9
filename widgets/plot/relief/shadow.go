package relief

import (
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

// A shadow is what the block throws on what it stands on, soft at its edges.
type shadow struct {
	ink    ink
	sides  [4][3]float32 // lines a x + b y + c, in widths of the soft edge: over 0 inside
	x0, x1 float32       // beyond is none
	y0, y1 float32
	most   float32
}

// How far the shadow lies off the block and how soft it is, in sides of the block, and how strong.
const (
	shadowRight, shadowDown = 0.03, 0.07
	softness                = 0.075
	shadowLight, shadowDark = 0.34, 0.6
)

func (s *shadow) set(l *lens, dark bool) {
	s.ink, s.most = inkOf(color.RGBA{70, 82, 110, 255}), shadowLight
	if dark {
		s.ink, s.most = ink{}, shadowDark
	}
	var corners [4]plot.Vec
	s.x0, s.y0, s.x1, s.y1 = math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32
	soft := float32(softness * l.k)
	for i, c := range [4][2]float64{{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}} {
		corners[i], _ = l.project(c[0], c[1], -plinth)
		corners[i].X += shadowRight * l.k
		corners[i].Y += shadowDown * l.k
		x, y := float32(corners[i].X), float32(corners[i].Y)
		s.x0, s.y0, s.x1, s.y1 = min(s.x0, x-soft), min(s.y0, y-soft), max(s.x1, x+soft), max(s.y1, y+soft)
	}
	for i, a := range corners {
		b := corners[(i+1)%4]
		d := b.Sub(a)
		k := 1 / (d.Len() * float64(soft))
		// Against the clock in the block is so in the picture, too: inside is at the left.
		s.sides[i] = [3]float32{float32(d.Y * k), float32(-d.X * k), float32((d.X*a.Y - d.Y*a.X) * k)}
	}
}

// at is how dense the shadow is at a place.
func (s *shadow) at(x, y float32) float32 {
	if x < s.x0 || x > s.x1 || y < s.y0 || y > s.y1 {
		return 0
	}
	dense := s.most
	for _, side := range s.sides {
		in := side[0]*x + side[1]*y + side[2]
		if in <= -1 {
			return 0
		}
		if in < 1 {
			t := 0.5 + 0.5*in
			dense *= t * t * (3 - 2*t)
		}
	}
	return dense
}
