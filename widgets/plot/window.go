package plot

import "math"

// A window shows a grid in pixels under another view than its own, which may
// reach beyond it.
type window struct {
	grid *Grid
	w, h int
	same bool // the pixels are the grid's cells
	// Pixel centre x lies at cell x0 + x*dx, in units of cell centres.
	x0, dx, y0, dy float64
	cols           []place
}

// A place lies between the centres of cell i and its neighbour, at fraction t.
// i is negative if it is outside the grid.
type place struct {
	i, next int
	t       float64
}

func newWindow(g *Grid, view Rect, w, h int) *window {
	n := &window{grid: g, w: w, h: h, same: view == g.View && w == g.W && h == g.H}
	cellsX, cellsY := float64(g.W)/(g.View.X1-g.View.X0), float64(g.H)/(g.View.Y1-g.View.Y0)
	n.dx = (view.X1 - view.X0) / float64(w) * cellsX
	n.x0 = (view.X0-g.View.X0)*cellsX + n.dx/2 - 0.5
	n.dy = (view.Y1 - view.Y0) / float64(h) * cellsY
	n.y0 = (g.View.Y1-view.Y1)*cellsY + n.dy/2 - 0.5
	n.cols = make([]place, w)
	for x := range n.cols {
		n.cols[x] = placeOf(n.x0+float64(x)*n.dx, g.W)
	}
	return n
}

// placeOf finds the cells about a coordinate. Half a cell beyond the outer
// centres still belongs to the grid.
func placeOf(at float64, cells int) place {
	if !(at >= -0.5 && at <= float64(cells)-0.5) {
		return place{i: -1}
	}
	at = clamp(at, 0, float64(cells-1))
	i := min(int(at), max(cells-2, 0))
	return place{i, min(i+1, cells-1), at - float64(i)}
}

// row stores the values of the pixels of row y: NaN where the surface is not
// finite, unknown outside the grid. The rows beyond the picture repeat its own.
func (n *window) row(dst []float64, y int) {
	y = max(0, min(y, n.h-1))
	if n.same {
		copy(dst, n.grid.V[y*n.w:(y+1)*n.w])
		for x, v := range dst {
			if !isFinite(v) {
				dst[x] = math.NaN()
			}
		}
		return
	}
	down := placeOf(n.y0+float64(y)*n.dy, n.grid.H)
	if down.i < 0 {
		for x := range dst {
			dst[x] = unknown
		}
		return
	}
	w := n.grid.W
	upper, lower := n.grid.V[down.i*w:(down.i+1)*w], n.grid.V[down.next*w:(down.next+1)*w]
	for x, right := range n.cols {
		if right.i < 0 {
			dst[x] = unknown
			continue
		}
		dst[x] = between(upper[right.i], upper[right.next], lower[right.i], lower[right.next], right.t, down.t)
	}
}

// between interpolates bilinearly. Where a corner is not finite the nearest
// corner decides.
func between(tl, tr, bl, br, tx, ty float64) float64 {
	v := (tl*(1-tx)+tr*tx)*(1-ty) + (bl*(1-tx)+br*tx)*ty
	if isFinite(v) {
		return v
	}
	if tx >= 0.5 {
		tl, bl = tr, br
	}
	if ty >= 0.5 {
		tl = bl
	}
	if !isFinite(tl) {
		return math.NaN()
	}
	return tl
}
