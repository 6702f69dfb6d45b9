package pdf

import (
	"image/color"

	"descentlab/widgets/plot"
)

// slack is how far a line may be from where it was drawn, in device units: less than is seen.
const slack = 0.06

// Stroke draws lines with round ends. Pieces of one width and strength are one path, so that none lies over another.
func (c *Canvas) Stroke(line []plot.Piece, pen plot.Pen) {
	if pen.Reach > 0 {
		c.paths(line, pen.Halo, pen.Reach)
	}
	c.paths(line, pen.Color, 0)
}

// paths draws the pieces, wider by reach on either side.
func (c *Canvas) paths(line []plot.Piece, ink color.RGBA, reach float64) {
	p := c.page
	p.within(c.clip)
	for i := 0; i < len(line); {
		first := line[i]
		if !finite(first.Radius, first.Strength) || ink.A == 0 {
			i++
			continue
		}
		p.ink(ink, first.Strength, "RG")
		p.begin()
		p.put(2 * (first.Radius + reach) * p.unit)
		p.op("w")
		for i < len(line) && line[i].Radius == first.Radius && line[i].Strength == first.Strength {
			p.way = append(p.way[:0], c.there(line[i].A))
			for i++; i < len(line) && line[i].A == line[i-1].B && line[i].Radius == first.Radius &&
				line[i].Strength == first.Strength; i++ {
				p.way = append(p.way, c.there(line[i].A))
			}
			p.way = append(p.way, c.there(line[i-1].B))
			p.lines()
		}
		p.end("S")
	}
}

// lines writes the way, where it is finite. A piece without length is a dot.
func (p *page) lines() {
	for rest := p.way; len(rest) > 0; {
		n := 0
		for n < len(rest) && rest[n].Finite() {
			n++
		}
		if n > 1 {
			p.polyline(plot.Simplified(rest[:n], slack))
		}
		rest = rest[min(n+1, len(rest)):]
	}
}

func (p *page) polyline(way []plot.Vec) {
	for i, at := range way {
		p.place(at)
		if i == 0 {
			p.op("m")
		} else {
			p.op("l")
		}
	}
}

// Fill fills a polygon.
func (c *Canvas) Fill(corners []plot.Vec, ink color.RGBA) {
	if len(corners) < 3 || ink.A == 0 {
		return
	}
	p := c.page
	p.way = p.way[:0]
	for _, at := range corners {
		if !at.Finite() {
			return
		}
		p.way = append(p.way, c.there(at))
	}
	p.within(c.clip)
	p.ink(ink, 1, "rg")
	p.begin()
	p.polyline(p.way)
	p.end("h f")
}

// round is how far the handles of a quarter of a circle reach, in radii.
const round = 0.5522847498

// Circle draws a disc or a ring.
func (c *Canvas) Circle(at plot.Vec, r, width float64, ink color.RGBA) {
	if !finite(at.X, at.Y, r, width) || width == 0 && r <= 0 || ink.A == 0 {
		return
	}
	p := c.page
	p.within(c.clip)
	if width == 0 {
		p.ink(ink, 1, "rg")
		p.begin()
		p.oval(c.there(at), r)
		p.end("h f")
		return
	}
	p.ink(ink, 1, "RG")
	p.begin()
	p.put(width * p.unit)
	p.op("w")
	p.oval(c.there(at), max(r, 0))
	p.end("h S")
}

// oval writes a circle.
func (p *page) oval(at plot.Vec, r float64) {
	p.corners(plot.Vec{X: at.X - r, Y: at.Y - r}, 2*r, 2*r, r)
}

// corners writes a rectangle whose corners are quarters of circles.
func (p *page) corners(at plot.Vec, w, h, r float64) {
	to := func(x, y float64) { p.place(plot.Vec{X: x, Y: y}) }
	x0, y0, x1, y1, k := at.X, at.Y, at.X+w, at.Y+h, r*(1-round)
	to(x0+r, y0)
	p.op("m")
	to(x1-r, y0)
	p.op("l")
	to(x1-k, y0)
	to(x1, y0+k)
	to(x1, y0+r)
	p.op("c")
	to(x1, y1-r)
	p.op("l")
	to(x1, y1-k)
	to(x1-k, y1)
	to(x1-r, y1)
	p.op("c")
	to(x0+r, y1)
	p.op("l")
	to(x0+k, y1)
	to(x0, y1-k)
	to(x0, y1-r)
	p.op("c")
	to(x0, y0+r)
	p.op("l")
	to(x0, y0+k)
	to(x0+k, y0)
	to(x0+r, y0)
	p.op("c")
}

// Box fills a rectangle.
func (c *Canvas) Box(at plot.Vec, w, h, radius float64, ink color.RGBA) {
	if !finite(at.X, at.Y, w, h, radius) || w <= 0 || h <= 0 || ink.A == 0 {
		return
	}
	p := c.page
	p.within(c.clip)
	p.ink(ink, 1, "rg")
	p.begin()
	if radius > 0 {
		p.corners(c.there(at), w, h, min(radius, w/2, h/2))
	} else {
		p.box(c.there(at), w, h)
	}
	p.end("f")
}
