package plot

import "image/color"

// What other pictures of a surface than the map have in common with it.

// Draw draws the sign of a critical point about a place.
func (k MarkKind) Draw(on Canvas, st Style, at Vec, r, width float64, ink color.RGBA) {
	c := compose(on, Scene{}, st)
	defer c.done()
	c.drawMark(k, at, r, width, ink)
}

// Spread takes heads aside of their places where these are too close together, as the map does. seats are the numbers of their
// racers among so many; start is where they begin, anywhere but finite if that is not seen; in a frame, in device units.
func Spread(places []Vec, seats []int, racers int, start Vec, frame Box, scale float64) {
	fan{racers: racers, apart: headsApart * scale, ring: startFan * scale, start: start, frame: frame}.spread(places, seats)
}

// Halo sets the racers' colours off from the ground.
func (p *Palette) Halo() color.RGBA {
	if p.Dark {
		return p.Ground
	}
	return p.Panel
}

// InksOn are an ink that stands out from a colour, and a halo close to that, which keeps it apart from whatever else is there.
func (p *Palette) InksOn(c color.RGBA) (ink, halo color.RGBA) {
	i := p.inksOn(luminanceOf(c))
	return i.ink, i.halo
}

// Bands are the colours of the ground below, between and above so many levels.
func (p *Palette) Bands(levels int) []color.RGBA { return bandColors(p, levels) }

// Faded is a colour with its opacity multiplied by a share.
func Faded(c color.RGBA, share float64) color.RGBA { return faded(c, share) }

// At is the colour of the cell that a point lies in; it has no opacity where there is none.
func (cs *Cells) At(p Point) color.RGBA { return cs.at(p) }
