package plot

import (
	"image"
	"image/color"
	"math"
)

// Shapes are an image as areas of one colour each, for canvases that keep what is drawn: it stays sharp however near one looks.
// Places are those of the image's own pixels.
type Shapes struct {
	Ground color.RGBA // opaque, of all that is no area
	Areas  []Area     // later ones lie over earlier ones
	Cells  *Cells     // over these; nil: there are none
	At     Box        // where the cells are
}

// An Area is what is within rings, by the even-odd rule. The last corner of a ring is joined to the first.
type Area struct {
	Rings [][]Vec
	Color color.RGBA
}

// A Shaped image can also be told as shapes.
type Shaped interface {
	image.Image
	// Shapes tells them, unless ok is false: then there are only pixels.
	Shapes() (shapes Shapes, ok bool)
}

var _ Shaped = (*groundImage)(nil)

// Shapes are the bands between isolines, each of which reaches up to the highest ground and is covered by the next. Hatched
// ground has none.
func (g *groundImage) Shapes() (Shapes, bool) {
	s := Shapes{Ground: g.plain, Cells: g.scene.Cells}
	if s.Cells != nil {
		s.At = g.boxOf(s.Cells.View)
	}
	if g.window == nil {
		return s, true
	}
	grid := g.scene.Field.Grid
	for _, v := range grid.V {
		if !isFinite(v) {
			return s, false
		}
	}
	all := g.boxOf(grid.View)
	s.Areas = []Area{{[][]Vec{{{all.X0, all.Y0}, {all.X1, all.Y0}, {all.X1, all.Y1}, {all.X0, all.Y1}}}, g.bands[0]}}
	rings := make([][][]Vec, len(g.levels))
	for _, line := range grid.walled().Isolines(g.levels) {
		ring := make([]Vec, len(line.Pts))
		for i, p := range line.Pts {
			ring[i] = g.spread(p)
		}
		rings[line.Level] = append(rings[line.Level], ring)
	}
	for k, list := range rings {
		if len(list) > 0 {
			s.Areas = append(s.Areas, Area{list, g.bands[k+1]})
		}
	}
	return s, true
}

// boxOf is where a window of the plane is in the image.
func (g *groundImage) boxOf(r Rect) Box {
	a := g.scene.toDevice(Point{X: r.X0, Y: r.Y1}, float64(g.w), float64(g.h))
	b := g.scene.toDevice(Point{X: r.X1, Y: r.Y0}, float64(g.w), float64(g.h))
	return Box{a.X, a.Y, b.X, b.Y}
}

// spread is where a point of an isoline is in the image. The outermost values of a grid lie half a cell inside its window: what
// ends there goes on to the edge, and a little beyond.
func (g *groundImage) spread(p Point) Vec {
	grid := g.scene.Field.Grid
	v := grid.View
	dx, dy := (v.X1-v.X0)/float64(grid.W), (v.Y1-v.Y0)/float64(grid.H)
	snap := func(at, lo, hi, step float64) float64 {
		switch {
		case at < lo+0.5001*step:
			return lo - step/4
		case at > hi-0.5001*step:
			return hi + step/4
		}
		return at
	}
	p.X, p.Y = snap(p.X, v.X0, v.X1, dx), snap(p.Y, v.Y0, v.Y1, dy)
	return g.scene.toDevice(p, float64(g.w), float64(g.h))
}

// walled is the grid with the deepest values all around it, one cell wide, so that all isolines are closed.
func (g *Grid) walled() *Grid {
	v := g.View
	dx, dy := (v.X1-v.X0)/float64(g.W), (v.Y1-v.Y0)/float64(g.H)
	wall := &Grid{W: g.W + 2, H: g.H + 2, View: Rect{X0: v.X0 - dx, X1: v.X1 + dx, Y0: v.Y0 - dy, Y1: v.Y1 + dy}}
	wall.V = make([]float64, wall.W*wall.H)
	for i := range wall.V {
		wall.V[i] = -math.MaxFloat64
	}
	for j := range g.H {
		copy(wall.V[(j+1)*wall.W+1:], g.V[j*g.W:(j+1)*g.W])
	}
	return wall
}
