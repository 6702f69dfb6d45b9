package relief

import (
	"math"

	"descentlab/widgets/plot"
)

// A spot is a place of a line on the surface, in the picture.
type spot struct {
	at     plot.Vec
	step   float32 // how many points of the line come before, with fractions
	hidden bool
	gap    bool // nothing leads here from the spot before
}

const (
	lift      = 0.003 // by which lines lie over the ground, in sides of the block
	tolerance = 0.015 // by how much farther off than what is seen something may be that is not hidden by it
)

// hides tells whether something is before a place that is so near.
func (g *ground) hides(at plot.Vec, near float64) bool {
	x, y := int(at.X*float64(g.fine)), int(at.Y*float64(g.fine))
	if x < 0 || y < 0 || x >= g.w || y >= g.h || !at.Finite() {
		return false
	}
	return near < float64(g.near[y*g.w+x])*(1-tolerance)
}

// spotAt is where a place of the block is seen, on the ground.
func (g *ground) spotAt(x, y float64) (plot.Vec, bool) {
	part, _ := g.mesh.at(x, y)
	at, near := g.lens.project(x, y, part*g.lens.rise+lift)
	return at, g.hides(at, near)
}

var square = plot.Box{X0: -0.5, Y0: -0.5, X1: 0.5, Y1: 0.5}

// drape appends the spots of a line that lies on the surface, as far as it is in the window.
func (g *ground) drape(spots []spot, pts []plot.Point) []spot {
	gap := true
	for i := range pts {
		x, y := place(g.key.view, pts[i])
		b := plot.Vec{X: x, Y: y}
		if i == 0 {
			if inSquare(b) {
				spots, gap = g.add(spots, b, 0, true), false
			}
			continue
		}
		x, y = place(g.key.view, pts[i-1])
		a := plot.Vec{X: x, Y: y}
		from, to, in := square.Clip(a, b)
		if !in || !a.Finite() || !b.Finite() {
			gap = true
			continue
		}
		if gap || from != a {
			spots = g.add(spots, from, float32(i-1)+share(a, b, from), true)
		}
		way := to.Sub(from)
		n := min(max(int(way.Len()*float64(g.mesh.n)*0.7), 1), 2*g.mesh.n)
		for k := 1; k <= n; k++ {
			at := from.Add(way.Mul(float64(k) / float64(n)))
			spots = g.add(spots, at, float32(i-1)+share(a, b, at), false)
		}
		gap = to != b
	}
	return spots
}

func inSquare(p plot.Vec) bool { return math.Abs(p.X) <= 0.5 && math.Abs(p.Y) <= 0.5 }

// share is how far a place is on the way from a to b.
func share(a, b, at plot.Vec) float32 {
	d := b.Sub(a)
	if length := d.Len(); length > 0 {
		return float32(min(at.Sub(a).Len()/length, 1))
	}
	return 1
}

// add appends a spot, unless it is hardly any farther than the one before.
func (g *ground) add(spots []spot, at plot.Vec, step float32, gap bool) []spot {
	seen, hidden := g.spotAt(at.X, at.Y)
	if n := len(spots); n > 0 && !gap && !spots[n-1].gap {
		last, before := &spots[n-1], spots[max(n-2, 0)]
		if last.hidden == hidden && before.hidden == hidden && seen.Sub(before.at).Len() < closest {
			last.at, last.step = seen, step
			return spots
		}
	}
	return append(spots, spot{seen, step, hidden, gap})
}

// closest is how far apart the spots of a line are at least, in device units.
const closest = 1.2

// pieces appends those pieces of a line up to a step that are hidden, or those that are not, cut into dashes if these are any.
func pieces(list []plot.Piece, spots []spot, upTo float64, of plot.Piece, hidden bool, dashes *plot.Dashing) []plot.Piece {
	var cut plot.Dashing
	if dashes != nil {
		cut = *dashes
	}
	for i := 1; i < len(spots); i++ {
		a, b := spots[i-1], spots[i]
		if float64(a.step) >= upTo {
			break
		}
		if b.gap {
			continue
		}
		if b.hidden != hidden {
			cut.Skip(b.at.Sub(a.at).Len())
			continue
		}
		end := b.at
		if float64(b.step) > upTo {
			end = a.at.Add(b.at.Sub(a.at).Mul((upTo - float64(a.step)) / float64(b.step-a.step)))
		}
		of.A, of.B = a.at, end
		if dashes == nil {
			list = append(list, of)
		} else {
			list = cut.Cut(list, of)
		}
	}
	return list
}
