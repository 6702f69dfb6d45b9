package plot

import "slices"

// A Line is a connected piece of an isoline.
type Line struct {
	Level  int     // index into the levels
	Pts    []Point // world coordinates
	Closed bool    // the last point is joined to the first, which is not repeated
}

// The square between the centres of four neighbouring cells has its corners
// numbered clockwise, 1 top left, 2 top right, 4 bottom right, 8 bottom left,
// and its sides too, from the top one.
const (
	topSide = iota
	rightSide
	bottomSide
	leftSide
)

// A passage is the piece of an isoline in one square: from one side to another,
// with the higher ground on its right hand as the picture is seen.
type passage struct{ from, to uint8 }

// squareCases lists the passages of a square by the sum of its corners that are
// not below the level (marching squares: Lorensen and Cline 1987 in the plane;
// the table form is d3-contour's). At a saddle, 5 and 10, the value in the middle
// decides which corners are joined: the cases 16 and 17 take their place when it
// is not below the level.
var squareCases = [18][]passage{
	1:  {{topSide, leftSide}},
	2:  {{rightSide, topSide}},
	3:  {{rightSide, leftSide}},
	4:  {{bottomSide, rightSide}},
	5:  {{topSide, leftSide}, {bottomSide, rightSide}},
	6:  {{bottomSide, topSide}},
	7:  {{bottomSide, leftSide}},
	8:  {{leftSide, bottomSide}},
	9:  {{topSide, bottomSide}},
	10: {{rightSide, topSide}, {leftSide, bottomSide}},
	11: {{rightSide, bottomSide}},
	12: {{leftSide, rightSide}},
	13: {{topSide, rightSide}},
	14: {{leftSide, topSide}},
	16: {{topSide, rightSide}, {bottomSide, leftSide}},
	17: {{leftSide, topSide}, {rightSide, bottomSide}},
}

// squareCase gives the case of the square with the corners tl, tr, br, bl.
func squareCase(tl, tr, br, bl, level float64) int {
	c := 0
	for i, v := range [4]float64{tl, tr, br, bl} {
		if v >= level {
			c |= 1 << i
		}
	}
	if c == 5 || c == 10 {
		if middle := tl/4 + tr/4 + br/4 + bl/4; middle >= level {
			return 16 + c/10
		}
	}
	return c
}

// A piece is a passage between two edges of the grid. Edge 2k leads from cell
// k to its right-hand neighbour, edge 2k+1 to the one below.
type piece struct{ from, to int32 }

// Isolines gives the isolines of ascending levels, by marching squares with
// linear interpolation: they lead from cell centre to cell centre. Lines are
// closed, or end where the grid does, or at values that are not finite.
// Higher ground is on the right of a line on the map (y upwards). The order of
// the lines follows from the values alone.
func (g *Grid) Isolines(levels []float64) []Line {
	if g.W < 2 || g.H < 2 || len(levels) == 0 {
		return nil
	}
	pieces := g.pieces(levels)
	lines := make([][]Line, len(levels))
	inChunks(len(levels), 1, func() func(lo, hi int) {
		join := joiner{grid: g}
		return func(k, _ int) { lines[k] = join.lines(pieces[k], k, levels[k]) }
	})
	return slices.Concat(lines...)
}

const noBand = -1 // of a value that is not finite

// pieces gives, for each level, its pieces in the order of the squares. One pass
// over the grid serves all levels: a square is looked at only for those between
// its corners.
func (g *Grid) pieces(levels []float64) [][]piece {
	pieces := make([][]piece, len(levels))
	above, below := make([]int32, g.W), make([]int32, g.W)
	g.bands(above, 0, levels)
	for j := 0; j+1 < g.H; j++ {
		g.bands(below, j+1, levels)
		top, bottom := g.V[j*g.W:(j+1)*g.W], g.V[(j+1)*g.W:(j+2)*g.W]
		for i := 0; i+1 < g.W; i++ {
			b0, b1, b2, b3 := above[i], above[i+1], below[i+1], below[i]
			if b0 == b1 && b1 == b2 && b2 == b3 {
				continue
			}
			lo, hi := min(b0, b1, b2, b3), max(b0, b1, b2, b3)
			if lo == noBand {
				continue
			}
			for k := lo; k < hi; k++ {
				c := squareCase(top[i], top[i+1], bottom[i+1], bottom[i], levels[k])
				for _, pass := range squareCases[c] {
					pieces[k] = append(pieces[k], piece{g.edge(i, j, pass.from), g.edge(i, j, pass.to)})
				}
			}
		}
		above, below = below, above
	}
	return pieces
}

// bands stores, for each value of a row, how many levels it is not below.
func (g *Grid) bands(dst []int32, j int, levels []float64) {
	b := 0
	for i, v := range g.V[j*g.W : (j+1)*g.W] {
		if !isFinite(v) {
			dst[i] = noBand
			continue
		}
		b = walkBand(levels, v, b)
		dst[i] = int32(b)
	}
}

// walkBand gives the number of levels that v is not below, by walking from a
// guess: neighbours are mostly in the same band.
func walkBand(levels []float64, v float64, guess int) int {
	for guess < len(levels) && v >= levels[guess] {
		guess++
	}
	for guess > 0 && v < levels[guess-1] {
		guess--
	}
	return guess
}

// edge is the number of a side of square (i, j).
func (g *Grid) edge(i, j int, side uint8) int32 {
	k := j*g.W + i
	switch side {
	case topSide:
		return int32(2 * k)
	case rightSide:
		return int32(2*(k+1) + 1)
	case bottomSide:
		return int32(2 * (k + g.W))
	default:
		return int32(2*k + 1)
	}
}

// vertex is where an edge crosses the level.
func (g *Grid) vertex(edge int32, level float64) Point {
	k := int(edge / 2)
	i, j := float64(k%g.W), float64(k/g.W)
	step := 1
	if edge&1 == 1 {
		step = g.W
	}
	// Halved, so that the difference of two huge values does not overflow.
	a, b := g.V[k]/2, g.V[k+step]/2
	t := clamp((level/2-a)/(b-a), 0, 1)
	if edge&1 == 1 {
		return g.at(i, j+t)
	}
	return g.at(i+t, j)
}

// A joiner links the pieces of one level after the other. An edge is the end of
// at most one piece and the start of at most one, so that a table by edges finds
// the next piece.
type joiner struct {
	grid   *Grid
	starts starts // pieces that are in no line yet, by the edges at which they start
	joined []bool // this piece has another before it, or is part of a line
}

func (n *joiner) lines(pieces []piece, level int, value float64) []Line {
	n.starts.fill(pieces)
	n.joined = append(n.joined[:0], make([]bool, len(pieces))...)
	for _, p := range pieces {
		if s := n.starts.at(p.to); s != 0 {
			n.joined[s-1] = true
		}
	}
	var lines []Line
	// First the lines that begin somewhere, then those that close.
	for _, closed := range [2]bool{false, true} {
		for s := range pieces {
			if !n.joined[s] {
				lines = append(lines, Line{Level: level, Pts: n.follow(pieces, int32(s), value, closed), Closed: closed})
			}
		}
		if !closed {
			n.release(pieces)
		}
	}
	return lines
}

// release frees the pieces that are in no line yet: those still in the table.
func (n *joiner) release(pieces []piece) {
	for s, p := range pieces {
		n.joined[s] = n.starts.at(p.from) == 0
	}
}

// follow walks from piece s to the end of its line, or around, and takes the
// pieces out of the table.
func (n *joiner) follow(pieces []piece, s int32, value float64, closed bool) []Point {
	var pts []Point
	edge := pieces[s].from
	for n.starts.at(edge) != 0 {
		s = n.starts.at(edge) - 1
		n.starts.take(edge)
		n.joined[s] = true
		pts = append(pts, n.grid.vertex(edge, value))
		edge = pieces[s].to
	}
	if !closed {
		pts = append(pts, n.grid.vertex(edge, value))
	}
	return pts
}
