package plot

// A coverage says, coarsely, where lines run in a picture: whether a box lies on any of them takes as long for
// thousands of steps as for one.
type coverage struct {
	cell  float64 // device units
	cols  int
	rows  int
	taken []bool
}

// coverageCell is the size of a cell, in units: about the room that a line should have.
const coverageCell = 3

// newCoverage gives a coverage of nothing. It is good until the next one is asked for.
func (c *composition) newCoverage() *coverage {
	w, h := c.size()
	g, cell := &c.covers, max(c.style.px(coverageCell), 1)
	g.cell, g.cols, g.rows = cell, int(w/cell)+1, int(h/cell)+1
	g.taken = sized(&g.taken, g.cols*g.rows)
	clear(g.taken)
	return g
}

// line takes the cells along a segment, as far as it is in the picture.
func (g *coverage) line(a, b Vec) {
	if !a.Finite() || !b.Finite() {
		return
	}
	a, b, seen := Box{0, 0, float64(g.cols)*g.cell - 1, float64(g.rows)*g.cell - 1}.Clip(a, b)
	if !seen {
		return
	}
	step := b.Sub(a)
	n := int(step.Len()/(0.5*g.cell)) + 1
	for i := range n + 1 {
		at := a.Add(step.Mul(float64(i) / float64(n)))
		g.taken[int(at.Y/g.cell)*g.cols+int(at.X/g.cell)] = true
	}
}

// box takes the cells of a rectangle.
func (g *coverage) box(b Box) {
	g.each(b, func(i int) bool { g.taken[i] = true; return false })
}

// block reports whether anything runs through a box.
func (g *coverage) block(b Box) bool {
	return g.each(b, func(i int) bool { return g.taken[i] })
}

// each calls f with the cells of a box until it says stop, and reports whether it has.
func (g *coverage) each(b Box, f func(i int) bool) bool {
	x0, x1 := max(int(b.X0/g.cell), 0), min(int(b.X1/g.cell), g.cols-1)
	y0, y1 := max(int(b.Y0/g.cell), 0), min(int(b.Y1/g.cell), g.rows-1)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			if f(y*g.cols + x) {
				return true
			}
		}
	}
	return false
}

// covered is where the racers go, whole ways and the heads at their ends, the handles, and the curves that ask for it. What is
// under way does not matter, so that labels stay where they are while the race is played.
func (c *composition) covered() *coverage {
	ways := c.scene.cleared()
	if len(ways) == 0 && len(c.scene.Curves) == 0 && len(c.scene.Handles) == 0 {
		return nil
	}
	g := c.newCoverage()
	c.fanned, c.seats = c.fanned[:0], c.seats[:0]
	seat := 0
	for _, t := range ways {
		c.cover(g, t.Pts)
		if len(t.Pts) == 0 {
			continue
		}
		if last, ok := c.lastSeen(t.Pts); ok {
			c.fanned, c.seats = append(c.fanned, last), append(c.seats, seat)
		}
		seat++
	}
	c.fan().spread(c.fanned, c.seats)
	for _, at := range c.fanned {
		r := c.style.px(1.2 * traceHead)
		g.box(boxAbout(at, r, r))
	}
	for _, curve := range c.scene.Curves {
		if curve.Clear {
			c.cover(g, curve.Pts)
		}
	}
	for _, h := range c.scene.Handles {
		if at := c.device(h.At); at.Finite() && c.sees(at) {
			r := c.style.px(handleRadius + 1)
			g.box(boxAbout(at, r, r))
		}
	}
	return g
}

func (c *composition) cover(g *coverage, pts []Point) {
	for i := 1; i < len(pts); i++ {
		g.line(c.device(pts[i-1]), c.device(pts[i]))
	}
}

// lastSeen is where a way ends, and whether that is in the picture.
func (c *composition) lastSeen(pts []Point) (at Vec, ok bool) {
	for i := len(pts) - 1; i >= 0; i-- {
		if at := c.device(pts[i]); at.Finite() {
			return at, c.sees(at)
		}
	}
	return Vec{}, false
}
