package relief

import (
	"math"

	"descentlab/internal/bands"
	"descentlab/widgets/plot"
)

// A mesh is the surface at n by n points of the block, row by row from the south and in each from the west.
type mesh struct {
	of    *plot.Field
	view  plot.Rect
	n     int
	scale plot.HeightScale
	part  []float32 // how far up the scale, 0 to 1; 0 where there is a hole
	level []float32 // of the field, as plot.Field.Level tells it; hole where it is not finite
	slope [][2]float32

	sampling, leaning bands.Bands
	ready             bool
}

// hole is the level of a point where the surface has no finite value.
const hole = -10

// Points along a side of a mesh.
const (
	leastMesh = 8
	mostMesh  = 512
)

// make fits the mesh to a field in a window, if it is of another one.
func (m *mesh) make(f *plot.Field, view plot.Rect, n int) (fresh bool) {
	n = min(max(n, leastMesh), mostMesh)
	if m.of == f && m.view == view && m.n == n {
		return false
	}
	if m.of != f {
		m.scale = f.HeightScale()
	}
	m.of, m.view, m.n = f, view, n
	m.part, m.level, m.slope = sized(m.part, n*n), sized(m.level, n*n), sized(m.slope, n*n)
	if !m.ready {
		m.sampling.Init(4, m.sample)
		m.leaning.Init(4, m.lean)
		m.ready = true
	}
	m.sampling.Rows(0, n)
	m.leaning.Rows(0, n)
	return true
}

// sample takes the heights of some rows.
func (m *mesh) sample(lo, hi int) {
	g, v := m.of.Grid, m.view
	for j := lo; j < hi; j++ {
		y := v.Y0 + (v.Y1-v.Y0)*float64(j)/float64(m.n-1)
		for i := range m.n {
			x := v.X0 + (v.X1-v.X0)*float64(i)/float64(m.n-1)
			value, k := valueAt(g, x, y), j*m.n+i
			part := m.scale.At(value)
			if math.IsNaN(part) {
				m.part[k], m.level[k] = 0, hole
				continue
			}
			m.part[k], m.level[k] = float32(part), float32(m.of.Level(value))
		}
	}
}

// valueAt interpolates between the middles of a grid's cells; beyond the outer ones it goes on straight. Where a corner is not
// finite the nearest one decides.
func valueAt(g *plot.Grid, x, y float64) float64 {
	i, s := between((x-g.View.X0)/(g.View.X1-g.View.X0)*float64(g.W)-0.5, g.W)
	j, t := between((g.View.Y1-y)/(g.View.Y1-g.View.Y0)*float64(g.H)-0.5, g.H)
	right, down := min(i+1, g.W-1), min(j+1, g.H-1)
	a, b, c, d := g.V[j*g.W+i], g.V[j*g.W+right], g.V[down*g.W+i], g.V[down*g.W+right]
	if v := (a*(1-s)+b*s)*(1-t) + (c*(1-s)+d*s)*t; !math.IsNaN(v) && !math.IsInf(v, 0) {
		return v
	}
	if s >= 0.5 {
		a, c = b, d
	}
	if t >= 0.5 {
		a = c
	}
	return a
}

// between is the cell before a place in units of cells, and how far beyond its middle the place is: over 1 or below 0 outside.
func between(at float64, cells int) (i int, t float64) {
	i = min(max(int(math.Floor(at)), 0), max(cells-2, 0))
	return i, min(max(at-float64(i), -0.5), 1.5)
}

// lean finds how steep some rows are, in heights of the scale a side.
func (m *mesh) lean(lo, hi int) {
	n := m.n
	for j := lo; j < hi; j++ {
		for i := range n {
			west, east := max(i-1, 0), min(i+1, n-1)
			south, north := max(j-1, 0), min(j+1, n-1)
			m.slope[j*n+i] = [2]float32{
				(m.part[j*n+east] - m.part[j*n+west]) * float32(n-1) / float32(east-west),
				(m.part[north*n+i] - m.part[south*n+i]) * float32(n-1) / float32(north-south),
			}
		}
	}
}

// at is how far up the scale the ground is at a place of the block, as it is drawn; it is held at the edges. open is false in
// a hole.
func (m *mesh) at(x, y float64) (part float64, open bool) {
	last := float64(m.n - 1)
	x, y = min(max((x+0.5)*last, 0), last), min(max((y+0.5)*last, 0), last)
	i, j := min(int(x), m.n-2), min(int(y), m.n-2)
	x, y = x-float64(i), y-float64(j)
	k := j*m.n + i
	a, b, c, d := m.part[k], m.part[k+1], m.part[k+m.n], m.part[k+m.n+1]
	solid := m.level[k] != hole && m.level[k+1] != hole && m.level[k+m.n] != hole && m.level[k+m.n+1] != hole
	if x+y <= 1 {
		return float64(a) + x*float64(b-a) + y*float64(c-a), solid
	}
	return float64(d) + (1-x)*float64(c-d) + (1-y)*float64(b-d), solid
}

// place is where a point of the plane is on the block.
func place(view plot.Rect, p plot.Point) (x, y float64) {
	return (p.X-view.X0)/(view.X1-view.X0) - 0.5, (p.Y-view.Y0)/(view.Y1-view.Y0) - 0.5
}

// point is the point of the plane at a place of the block.
func point(view plot.Rect, x, y float64) plot.Point {
	return plot.Point{X: view.X0 + (x+0.5)*(view.X1-view.X0), Y: view.Y0 + (y+0.5)*(view.Y1-view.Y0)}
}

// sized is memory of the given length; what is in it does not matter.
func sized[T any](memory []T, n int) []T {
	if cap(memory) < n {
		return make([]T, n)
	}
	return memory[:n]
}
