package plot

import (
	"image/color"
	"math"
)

// A Sign stands for what happens to a racer.
type Sign int

// The signs. Each is drawn by thin lines in a circle.
const (
	BasinSign     Sign   = iota // a valley: it enters a basin
	RidgeSign                   // a way that parts: it crosses a ridge
	SaddleSign                  // a cross: it lingers at a saddle
	OvershootSign               // a hill: the loss rises
	SpikeSign                   // a peak: and falls again
	SwaySign                    // a zigzag: to and fro
	EdgeSign                    // a zigzag below a line: at the edge of stability
	CycleSign                   // an arrow around
	PlateauSign                 // a table: nearly level ground
	LeftSign                    // an arrow out of a corner: it leaves the map
	ArrivedSign                 // a ring with a dot: it has settled
	EndedSign                   // a ring that is struck through: the run ends before its time
	Signs         = iota        // how many there are
)

// signLines are the lines of a sign in a circle of radius 1.
var signLines = [Signs][][]Vec{
	BasinSign:     {{{-0.55, -0.45}, {-0.28, 0.2}, {0, 0.42}, {0.28, 0.2}, {0.55, -0.45}}},
	RidgeSign:     {{{0, -0.6}, {0, -0.12}}, {{-0.5, 0.5}, {-0.18, 0.18}, {0, -0.12}, {0.18, 0.18}, {0.5, 0.5}}},
	SaddleSign:    {{{-0.45, -0.45}, {0.45, 0.45}}, {{-0.45, 0.45}, {0.45, -0.45}}},
	OvershootSign: {{{-0.55, 0.42}, {0, -0.48}, {0.55, 0.42}}},
	SpikeSign:     {{{-0.6, 0.45}, {-0.2, 0.45}, {0, -0.6}, {0.2, 0.45}, {0.6, 0.45}}},
	SwaySign:      {{{-0.62, 0.3}, {-0.31, -0.3}, {0, 0.3}, {0.31, -0.3}, {0.62, 0.3}}},
	EdgeSign:      {{{-0.55, -0.5}, {0.55, -0.5}}, {{-0.6, 0.5}, {-0.3, -0.1}, {0, 0.5}, {0.3, -0.1}, {0.6, 0.5}}},
	CycleSign:     {arc(0.48, -0.35*math.Pi, 1.3*math.Pi), {{-0.02, -0.62}, {0.3, -0.4}, {0.02, -0.12}}},
	PlateauSign:   {{{-0.6, 0.4}, {-0.32, -0.25}, {0.32, -0.25}, {0.6, 0.4}}},
	LeftSign:      {{{-0.4, 0.4}, {0.42, -0.42}}, {{-0.08, -0.42}, {0.42, -0.42}, {0.42, 0.08}}},
	ArrivedSign:   {arc(0.5, 0, 2*math.Pi), {{0, 0}}},
	EndedSign:     {arc(0.5, 0, 2*math.Pi), {{-0.35, 0.35}, {0.35, -0.35}}},
}

// arc is a part of a circle about the middle, clockwise by so much from an angle.
func arc(r, from, by float64) []Vec {
	const corners = 24
	line := make([]Vec, corners+1)
	for i := range line {
		sin, cos := math.Sincos(from + by*float64(i)/corners)
		line[i] = Vec{r * cos, r * sin}
	}
	return line
}

// Draw draws the sign by lines of a width in a circle of radius r.
func (s Sign) Draw(on Canvas, at Vec, r, width float64, ink color.RGBA) {
	c := compose(on, Scene{}, Style{})
	defer c.done()
	c.sign(s, at, r, width, ink)
}

// sign draws a sign as Sign.Draw does.
func (s *sketch) sign(sign Sign, at Vec, r, width float64, ink color.RGBA) {
	s.pieces = s.pieces[:0]
	radius, strength := hairline(width)
	for _, line := range signLines[sign] {
		before := at.Add(line[0].Mul(r))
		if len(line) == 1 {
			s.pieces = append(s.pieces, Piece{before, before, 1.6 * radius, strength})
		}
		for _, p := range line[1:] {
			next := at.Add(p.Mul(r))
			s.pieces = append(s.pieces, Piece{before, next, radius, strength})
			before = next
		}
	}
	s.on.Stroke(s.pieces, Pen{Color: ink})
}

// Disc draws the sign in a disc of a racer's colour: a rim about a fill.
func (s Sign) Disc(on Canvas, at Vec, r, scale float64, rim, fill, ink color.RGBA) {
	c := compose(on, Scene{}, Style{})
	defer c.done()
	c.disc(s, at, r, scale, rim, fill, ink)
}

// Widths of a disc's rim and of the lines of its sign, in units.
const (
	discRim  = 1.2
	signLine = 1.5
)

// disc draws a disc as Sign.Disc does.
func (s *sketch) disc(sign Sign, at Vec, r, scale float64, rim, fill, ink color.RGBA) {
	s.on.Circle(at, r, 0, fill)
	s.on.Circle(at, r-discRim*scale/2, discRim*scale, rim)
	s.sign(sign, at, 0.8*r, signLine*scale, ink)
}
