package relief

import (
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

// Sizes of what lies on the surface, in units.
const (
	traceWidth  = 2.2
	shadowWidth = 1.2
	haloWidth   = 1.0
	dotSpacing  = 6 // closer steps are not dotted
	dotLight    = 0.55
	hiddenPart  = 0.18 // strength of what is hidden
	faintPart   = 0.3  // of a racer that is not looked at
	sectionLine = 1.2
)

// A line is where a line of the plane lies in the picture.
type line struct {
	of    *plot.Point // its first point
	n     int
	spots []spot
}

// lay finds where a line is, if it is another one than before.
func (p *Painter) lay(l *line, pts []plot.Point) {
	if len(pts) == 0 {
		l.of, l.spots = nil, l.spots[:0]
		return
	}
	if l.of == &pts[0] && l.n == len(pts) {
		return
	}
	l.of, l.n = &pts[0], len(pts)
	l.spots = p.ground.drape(l.spots[:0], pts)
}

// stroke draws a line up to a step: what is hidden of it faintly, and without a halo.
func (p *Painter) stroke(spots []spot, upTo, width float64, ink color.RGBA, halo float64) {
	p.dashed(spots, upTo, width, ink, halo, nil)
}

// dashed is stroke, in dashes if these are any.
func (p *Painter) dashed(spots []spot, upTo, width float64, ink color.RGBA, halo float64, dashes *plot.Dashing) {
	of := plot.Piece{Radius: p.px(width) / 2, Strength: 1}
	if of.Radius < 0.5 {
		of.Radius, of.Strength = 0.5, 2*of.Radius
	}
	if p.pieces = pieces(p.pieces[:0], spots, upTo, of, true, dashes); len(p.pieces) > 0 {
		p.on.Stroke(p.pieces, plot.Pen{Color: plot.Faded(ink, hiddenPart)})
	}
	if p.pieces = pieces(p.pieces[:0], spots, upTo, of, false, dashes); len(p.pieces) > 0 {
		pen := plot.Pen{Color: ink}
		if halo > 0 {
			pen.Halo, pen.Reach = plot.Faded(p.halo(), halo), p.px(haloWidth)
		}
		p.on.Stroke(p.pieces, pen)
	}
}

// drawCurves draws what is nobody's way: those that lie over the ways, or those below.
func (p *Painter) drawCurves(over bool) {
	for len(p.curves) < len(p.scene.Map.Curves) {
		p.curves = append(p.curves, line{})
	}
	for i, c := range p.scene.Map.Curves {
		if c.Over != over {
			continue
		}
		p.lay(&p.curves[i], c.Pts)
		ink, halo, dashes := c.Color, 0.6, (*plot.Dashing)(nil)
		if c.Dashed {
			p.dashing = c.Dashing(p.style.Scale)
			dashes = &p.dashing
		}
		if c.Faint {
			ink, halo = plot.Faded(ink, 0.5), 0
		}
		if c.Dash > 0 {
			halo = 0
		}
		if c.Fill.A > 0 {
			p.fillCurve(p.curves[i].spots, c.Fill)
		}
		p.dashed(p.curves[i].spots, math.Inf(1), c.Width, ink, halo, dashes)
	}
}

// fillCurve fills what a line surrounds, faintly if the surface hides some of it, and not at all where it leaves the window.
func (p *Painter) fillCurve(spots []spot, ink color.RGBA) {
	p.corners = p.corners[:0]
	for i, s := range spots {
		if s.gap && i > 0 {
			return
		}
		if s.hidden {
			ink = plot.Faded(ink, hiddenPart)
			break
		}
	}
	for _, s := range spots {
		p.corners = append(p.corners, s.at)
	}
	p.on.Fill(p.corners, ink)
}

// sections draws the sections of the surface along x and along y that go through the pointer.
func (p *Painter) sections() {
	cross := p.scene.Map.Cross
	if cross == nil {
		return
	}
	v := p.scene.Map.View
	x, y := place(v, *cross)
	if !inSquare(plot.Vec{X: x, Y: y}) {
		return
	}
	ink := p.style.Palette.Text
	for _, ends := range [2][2]plot.Point{
		{{X: v.X0, Y: cross.Y}, {X: v.X1, Y: cross.Y}}, {{X: cross.X, Y: v.Y0}, {X: cross.X, Y: v.Y1}},
	} {
		p.spots = p.ground.drape(p.spots[:0], ends[:])
		p.stroke(p.spots, 1, sectionLine, plot.Faded(ink, 0.72), 0)
	}
	at, _ := p.ground.spotAt(x, y)
	p.on.Circle(at, p.px(4.2), 0, plot.Faded(p.halo(), 0.6))
	p.on.Circle(at, p.px(3.2), 0, ink)
}

// within draws the box in which racers are kept, as far as it is seen.
func (p *Painter) within() {
	r, v := p.scene.Map.Within, p.scene.Map.View
	if r == nil || !p.scene.solid() {
		return
	}
	x0, x1, y0, y1 := max(r.X0, v.X0), min(r.X1, v.X1), max(r.Y0, v.Y0), min(r.Y1, v.Y1)
	if !(x0 < x1 && y0 < y1) {
		return
	}
	for _, side := range [4]struct {
		shown bool
		ends  [2]plot.Point
	}{
		{r.X0 >= v.X0, [2]plot.Point{{X: x0, Y: y0}, {X: x0, Y: y1}}}, {r.X1 <= v.X1, [2]plot.Point{{X: x1, Y: y0}, {X: x1, Y: y1}}},
		{r.Y0 >= v.Y0, [2]plot.Point{{X: x0, Y: y0}, {X: x1, Y: y0}}}, {r.Y1 <= v.Y1, [2]plot.Point{{X: x0, Y: y1}, {X: x1, Y: y1}}},
	} {
		if side.shown {
			p.spots = p.ground.drape(p.spots[:0], side.ends[:])
			p.stroke(p.spots, 1, 1, plot.Faded(p.style.Palette.Text, 0.7), 0.5)
		}
	}
}

// clouds draws those that lie below the curves, or the others: points on the ground, those that are seen.
func (p *Painter) clouds(below bool) {
	for _, c := range p.scene.Map.Clouds {
		if c.Below != below {
			continue
		}
		r, strength := p.px(1.6), max(0.12, min(0.9, 150/float64(max(len(c.Pts), 1))))
		if c.Dot > 0 {
			r = p.px(c.Dot)
		}
		for _, at := range c.Pts {
			x, y := place(p.scene.Map.View, at)
			if !inSquare(plot.Vec{X: x, Y: y}) {
				continue
			}
			seen, hidden := p.ground.spotAt(x, y)
			ink := plot.Faded(c.Color, strength)
			if hidden {
				ink = plot.Faded(ink, hiddenPart)
			}
			width := 0.0
			if c.Ring {
				width = p.px(1.2)
			}
			p.on.Circle(seen, r, width, ink)
		}
	}
}
