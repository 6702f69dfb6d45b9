package plot

import (
	"context"
	"math"
)

// A Grid holds values of a surface over a window, at the centres of W by H equal
// cells: V[j*W+i] is column i of row j. Row 0 is the top one, near View.Y1.
type Grid struct {
	W, H int
	View Rect
	V    []float64
}

// Sample evaluates a surface on w by h cells with all cores. rows is called once
// for each goroutine, by that goroutine, and gives a function that stores the
// values at (xs[i], y) in dst. Sample gives nil if ctx is cancelled first.
func Sample(ctx context.Context, view Rect, w, h int, rows func() func(dst, xs []float64, y float64)) *Grid {
	g := &Grid{W: max(w, 0), H: max(h, 0), View: view}
	g.V = make([]float64, g.W*g.H)
	xs := make([]float64, g.W)
	for i := range xs {
		xs[i] = g.at(float64(i), 0).X
	}
	inChunks(g.H, 8, func() func(lo, hi int) {
		row := rows()
		return func(lo, hi int) {
			for j := lo; j < hi && ctx.Err() == nil; j++ {
				row(g.V[j*g.W:(j+1)*g.W], xs, g.at(0, float64(j)).Y)
			}
		}
	})
	if ctx.Err() != nil {
		return nil
	}
	return g
}

// at is the middle of cell (i, j); fractions lie between the middles.
func (g *Grid) at(i, j float64) Point {
	v := g.View
	return Point{
		X: v.X0 + (i+0.5)/float64(g.W)*(v.X1-v.X0),
		Y: v.Y1 - (j+0.5)/float64(g.H)*(v.Y1-v.Y0),
	}
}

// cell is the value of the cell that p lies in, and whether there is one.
func (g *Grid) cell(p Point) (v float64, ok bool) {
	i := (p.X - g.View.X0) / (g.View.X1 - g.View.X0) * float64(g.W)
	j := (g.View.Y1 - p.Y) / (g.View.Y1 - g.View.Y0) * float64(g.H)
	if !(i >= 0 && i < float64(g.W) && j >= 0 && j < float64(g.H)) {
		return 0, false
	}
	return g.V[int(j)*g.W+int(i)], true
}

// Range gives the least and the greatest of the finite values; both are NaN if
// there is none.
func (g *Grid) Range() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, v := range g.V {
		if isFinite(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if lo > hi {
		return math.NaN(), math.NaN()
	}
	return lo, hi
}
