package plot

import (
	"image/color"
	"math"
)

// A Glyph is the shape of a racer's head: with the colour it is the racer's
// identity, the same in map, chart, card and table.
type Glyph int

const (
	Disc Glyph = iota
	Square
	Triangle
	Diamond
	Star
	Cross
	Down // a triangle that stands on its tip
	Ring
)

// racerGlyphs are the glyphs of the first racers. There are as many as a palette
// has racer colours.
var racerGlyphs = [...]Glyph{Disc, Square, Triangle, Diamond, Star, Down, Cross, Ring}

// turns is by how many the glyphs have moved on against the colours, each time
// round. Of the first twenty racers those that share a glyph have colours that
// are far apart, to colour-blind eyes, too.
var turns = [len(racerGlyphs)]int{0, 3, 5, 1, 6, 2, 7, 4}

// RacerGlyph is the glyph of racer i, i >= 0. The first eight differ, as their
// colours do. Then both repeat, but each time round the glyphs have moved on
// against the colours, so that 64 racers have different pairs.
func RacerGlyph(i int) Glyph {
	n := len(racerGlyphs)
	return racerGlyphs[(i+turns[i/n%n])%n]
}

// Draw draws the glyph about (x, y) with the area, roughly, of a disc of radius
// r, filled, with an edge around it about a quarter of r wide. A transparent
// edge is left out.
func (g Glyph) Draw(on Canvas, x, y, r float64, fill, edge color.RGBA) {
	c := compose(on, Scene{}, Style{}) // for the memory that it has
	defer c.done()
	c.glyph(g, Vec{x, y}, r, fill, edge)
}

// outline appends the corners of a glyph with straight sides. The factors give
// the shapes equal weight to the eye.
func (g Glyph) outline(pts []Vec, at Vec, r float64) []Vec {
	corner := func(radius, turn float64) { // turn 0 is up, 1 all the way round
		sin, cos := math.Sincos(2 * math.Pi * turn)
		pts = append(pts, Vec{at.X + radius*sin, at.Y - radius*cos})
	}
	switch g {
	case Square:
		for i := range 4 {
			corner(1.24*r, 0.125+0.25*float64(i))
		}
	case Diamond:
		for i := range 4 {
			corner(1.28*r, 0.25*float64(i))
		}
	case Triangle, Down:
		// A triangle's middle is below the middle of its height.
		turn, drop := 0.0, 0.18*r
		if g == Down {
			turn, drop = 0.5, -drop
		}
		at.Y += drop
		for i := range 3 {
			corner(1.42*r, turn+float64(i)/3)
		}
	case Star:
		for i := range 5 {
			corner(1.45*r, 0.2*float64(i))
			corner(0.62*r, 0.2*float64(i)+0.1)
		}
	case Cross:
		for i := range 4 {
			turn := 0.125 + 0.25*float64(i)
			corner(1.4*r, turn-0.045)
			corner(1.4*r, turn+0.045)
			corner(0.55*r, turn+0.125)
		}
	}
	return pts
}
