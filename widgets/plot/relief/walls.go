package relief

import "math"

// A wall is a side of the block: the section of the surface along an edge of the window, and below it the foot.
type wall struct {
	top, foot   []corner // from the left to the right, seen from outside
	reach       [2]float32
	shade       float32
	begin, step int // of its points in the mesh
}

// wallLight is how much of the light of level ground the walls have that face south, east, north and west of the picture.
func (l *lens) wallLight(outX, outY float64) float32 {
	u, w := outX*l.cosY-outY*l.sinY, outX*l.sinY+outY*l.cosY
	return float32(0.86 + 0.3*(u*light[0]+w*light[1]))
}

// buildWalls finds where the walls are in the picture.
func (g *ground) buildWalls() {
	n := g.mesh.n
	for i, side := range [4]struct {
		begin, step int
		x, y        float64 // outwards
	}{
		{0, 1, 0, -1}, {n - 1, n, 1, 0}, {n*n - 1, -1, 0, 1}, {n*n - n, -n, -1, 0},
	} {
		w := &g.walls[i]
		w.begin, w.step, w.shade = side.begin, side.step, g.lens.wallLight(side.x, side.y)
		g.buildWall(w)
	}
}

func (g *ground) buildWall(w *wall) {
	n, l := g.mesh.n, &g.lens
	w.top, w.foot = sized(w.top, n), sized(w.foot, n)
	w.reach = [2]float32{float32(math.Inf(1)), float32(math.Inf(-1))}
	whole := l.rise + plinth
	for i := range n {
		k := w.begin + i*w.step
		x, y := float64(k%n)/float64(n-1)-0.5, float64(k/n)/float64(n-1)-0.5
		up := float64(g.mesh.part[k]) * l.rise
		w.top[i] = g.cornerAt(x, y, up, wallFoot+float32((up+plinth)/whole)*(wallTop-wallFoot), w.shade)
		w.foot[i] = g.cornerAt(x, y, -plinth, wallFoot, w.shade)
		w.reach[0] = min(w.reach[0], w.top[i].y, w.foot[i].y)
		w.reach[1] = max(w.reach[1], w.top[i].y, w.foot[i].y)
	}
}

func (g *ground) cornerAt(x, y, z float64, level, shade float32) corner {
	at, near := g.lens.project(x, y, z)
	fine := float64(g.fine)
	return corner{float32(at.X * fine), float32(at.Y * fine), float32(near), level, shade}
}

// fillWall draws some rows of a wall, if it faces the eye.
func (g *ground) fillWall(w *wall, lo, hi int) {
	if w.reach[0] > float32(hi) || w.reach[1] < float32(lo) {
		return
	}
	for i := range g.mesh.n - 1 {
		g.rasterise(&w.top[i], &w.foot[i+1], &w.foot[i], lo, hi)
		g.rasterise(&w.top[i], &w.top[i+1], &w.foot[i+1], lo, hi)
	}
}
