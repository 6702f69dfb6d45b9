package relief

import (
	"math"

	"descentlab/widgets/plot"
)

const arrowBox = 3.5 // half the width of the strip along an arrow that labels keep off, in units

// arrows draws the scene's arrows as they lie on the surface, what is hidden of them faintly, and then their labels.
func (p *Painter) arrows() {
	for _, strong := range [2]bool{false, true} {
		for i := range p.scene.Map.Arrows {
			if a := &p.scene.Map.Arrows[i]; a.Strong == strong {
				p.pointing(a)
			}
		}
	}
	for i := range p.scene.Map.Arrows {
		p.arrowLabel(&p.scene.Map.Arrows[i])
	}
}

// course is where an arrow begins on the block and its direction there, and how long a unit is; false if it has none, or begins
// beside the window.
func (p *Painter) course(a *plot.Arrow) (at, along plot.Vec, unit float64, ok bool) {
	v := p.scene.Map.View
	at.X, at.Y = place(v, a.At)
	along = plot.Vec{X: a.Along.X / (v.X1 - v.X0), Y: a.Along.Y / (v.Y1 - v.Y0)}
	along = along.Mul(1 / along.Len())
	return at, along, p.style.Scale / p.ground.lens.k, inSquare(at) && along.Finite()
}

// pointing draws an arrow with its halo.
func (p *Painter) pointing(a *plot.Arrow) {
	at, along, unit, ok := p.course(a)
	if !ok {
		return
	}
	s, ok := a.Shape(at, along, unit)
	if !ok {
		return
	}
	ink := plot.Faded(a.Color, a.Strength())
	p.lead(s.From, s.Neck)
	for i := 1; i < len(p.spots); i++ {
		p.balled = plot.AppendAlong(p.balled, p.spots[i-1].at, p.spots[i].at, p.px(arrowBox))
	}
	var head [3]plot.Vec
	hidden := false
	for i, corner := range s.Head {
		if !inSquare(corner) {
			p.stroke(p.spots, math.Inf(1), a.Width(), ink, 0.75*a.Strength())
			return // it points out of the window
		}
		var behind bool
		head[i], behind = p.ground.spotAt(corner.X, corner.Y)
		hidden = hidden || behind
	}
	if hidden {
		ink = plot.Faded(ink, hiddenPart)
	} else {
		halo := plot.Faded(p.halo(), 0.75*a.Strength())
		p.pieces = p.pieces[:0]
		for i := range head {
			p.pieces = append(p.pieces, plot.Piece{A: head[i], B: head[(i+1)%3], Radius: p.px(haloWidth), Strength: 1})
		}
		p.on.Stroke(p.pieces, plot.Pen{Color: halo})
	}
	p.stroke(p.spots, math.Inf(1), a.Width(), plot.Faded(a.Color, a.Strength()), 0.75*a.Strength())
	p.corners = append(p.corners[:0], head[:]...)
	p.on.Fill(p.corners, ink)
}

// lead finds the spots of a straight line on the block.
func (p *Painter) lead(from, to plot.Vec) {
	v := p.scene.Map.View
	ends := [2]plot.Point{point(v, from.X, from.Y), point(v, to.X, to.Y)}
	p.spots = p.ground.drape(p.spots[:0], ends[:])
}

// arrowLabel writes an arrow's label beyond its tip, or beyond the last place of it that is in the window.
func (p *Painter) arrowLabel(a *plot.Arrow) {
	at, along, unit, ok := p.course(a)
	if !ok || a.Label == "" || p.style.Font == nil {
		return
	}
	p.lead(at, at.Add(along.Mul(unit*max(a.Long, a.Off))))
	n := len(p.spots)
	if n < 2 {
		return
	}
	tip, back := p.spots[n-1].at, p.spots[max(n-4, 0)].at
	way := tip.Sub(back)
	if way = way.Mul(1 / way.Len()); !way.Finite() {
		way = plot.Vec{Y: -1}
	}
	frame := plot.Box{X1: float64(p.w), Y1: float64(p.h)}
	if b, written := a.Write(p.on, p.style, tip, way, frame, p.labels, p.balled); written {
		p.labels = append(p.labels, b)
	}
}
