package lanes

// A Watch follows points of the plane, each within a disc, and the lowest loss of each.
type Watch struct {
	X, Y, Square []float64 // of each disc: middle, and square of the radius; a negative one holds nobody
	Best         []float64 // the lowest losses so far
}

// Groups is how many bytes Look needs for n points.
func Groups(n int) int { return (n + 3) / 4 }

// Look takes in the losses of the points that are in their discs, and tells which are not: bit i%4 of outside[i/4] is set if
// point i is outside, or nowhere. The sum of squares is rounded term by term.
func (w Watch) Look(outside []uint8, x, y, losses []float64) {
	n := len(x)
	y, losses, outside = y[:n], losses[:n], outside[:Groups(n)]
	from := w.lanes(outside, x, y, losses)
	clear(outside[from/4:])
	for i := from; i < n; i++ {
		dx, dy := x[i]-w.X[i], y[i]-w.Y[i]
		switch {
		case !(float64(dx*dx)+float64(dy*dy) <= w.Square[i]):
			outside[i/4] |= 1 << (i % 4)
		case losses[i] < w.Best[i]:
			w.Best[i] = losses[i]
		}
	}
}
