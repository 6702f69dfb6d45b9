package relief

import (
	"image"
	"math"

	"descentlab/internal/bands"
	"descentlab/widgets/plot"
)

// A ground is the block in pixels, with how near every one of them is. It is drawn anew only when it looks otherwise.
type ground struct {
	key  groundKey
	mesh mesh
	lens lens
	pic  *image.RGBA

	w, h, fine int // samples of the picture, and how many there are along a side of a pixel
	near       []float32
	level      []float32 // of the field; below 0: what else there is
	shade      []float32 // 1: as the map

	seen  []corner // the mesh in the picture
	reach [][2]float32
	walls [4]wall
	dye   dye

	seeing, filling, dyeing bands.Bands
	ready                   bool
}

// A groundKey is all that the look of a ground follows from.
type groundKey struct {
	field   *plot.Field
	cells   *plot.Cells
	region  *plot.Region
	view    plot.Rect
	camera  Camera
	mesh    int
	fine    int
	size    image.Point
	scale   float64
	palette *plot.Palette
	clear   bool
}

// A corner is a point of the block in samples of the picture, with what is interpolated between corners.
type corner struct{ x, y, near, level, shade float32 }

// Levels of what is no surface: walls are at wallFoot to wallTop.
const (
	nothing  = -100
	cliff    = -5 // between the surface and a hole
	wallFoot = -2
	wallTop  = -1
)

// draw draws the ground of a scene, if it looks otherwise than the last one.
func (g *ground) draw(s Scene, st plot.Style, w, h int) (fresh bool) {
	fine := 1
	if !s.Coarse && float64(max(w, h)) <= finest {
		fine = 2
	}
	key := groundKey{
		s.Map.Field, s.Map.Cells, s.Map.Region, s.Map.View, s.Camera, s.mesh(), fine, image.Pt(w, h), st.Scale, st.Palette,
		s.Clear,
	}
	if g.key == key && g.pic != nil {
		return false
	}
	g.key = key
	if g.pic == nil || g.pic.Rect.Size() != key.size {
		g.pic = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	if !g.ready {
		g.seeing.Init(4, g.see)
		g.filling.Init(6, g.fill)
		g.dyeing.Init(6, g.colour)
		g.ready = true
	}
	g.lens = newLens(s.Camera, w, h)
	g.w, g.h, g.fine = w*fine, h*fine, fine
	g.near, g.level, g.shade = sized(g.near, g.w*g.h), sized(g.level, g.w*g.h), sized(g.shade, g.w*g.h)
	if s.solid() {
		g.mesh.make(s.Map.Field, s.Map.View, key.mesh)
		n := g.mesh.n
		g.seen, g.reach = sized(g.seen, n*n), sized(g.reach, n)
		g.seeing.Rows(0, n)
		g.buildWalls()
	}
	g.dye.set(s, st, &g.lens)
	g.filling.Rows(0, g.h)
	g.dyeing.Rows(0, h)
	return true
}

// light is where it comes from, in the picture: from the left, from behind the block and from above.
var light = [3]float64{-0.62, 0.28, 0.73}

// see finds where some rows of the mesh are in the picture, and how much light they have.
func (g *ground) see(lo, hi int) {
	l, m, n := &g.lens, &g.mesh, g.mesh.n
	fine := float64(g.fine)
	lx, ly := light[0]*l.cosY+light[1]*l.sinY, light[1]*l.cosY-light[0]*l.sinY
	steep := float32(l.rise)
	for j := lo; j < hi; j++ {
		top, bottom := float32(math.Inf(1)), float32(math.Inf(-1))
		y := float64(j)/float64(n-1) - 0.5
		for i := range n {
			k := j*n + i
			at, near := l.project(float64(i)/float64(n-1)-0.5, y, float64(m.part[k])*l.rise)
			dx, dy := m.slope[k][0]*steep, m.slope[k][1]*steep
			facing := (float32(light[2]) - float32(lx)*dx - float32(ly)*dy) / float32(math.Sqrt(float64(1+dx*dx+dy*dy)))
			c := corner{float32(at.X * fine), float32(at.Y * fine), float32(near), m.level[k], max(facing/float32(light[2]), 0)}
			g.seen[k] = c
			top, bottom = min(top, c.y), max(bottom, c.y)
		}
		g.reach[j] = [2]float32{top, bottom}
	}
}

// fill draws all that is seen in some rows of samples.
func (g *ground) fill(lo, hi int) {
	for i := lo * g.w; i < hi*g.w; i++ {
		g.near[i], g.level[i] = 0, nothing
	}
	if g.mesh.of != g.key.field || g.key.field == nil {
		return
	}
	top, bottom, n := float32(lo), float32(hi), g.mesh.n
	for j := range n - 1 {
		if min(g.reach[j][0], g.reach[j+1][0]) > bottom || max(g.reach[j][1], g.reach[j+1][1]) < top {
			continue
		}
		south, north := g.seen[j*n:(j+1)*n], g.seen[(j+1)*n:(j+2)*n]
		for i := range n - 1 {
			a, b, c, d := &south[i], &south[i+1], &north[i], &north[i+1]
			if min(a.y, b.y, c.y, d.y) > bottom || max(a.y, b.y, c.y, d.y) < top {
				continue
			}
			g.triangle(a, c, b, lo, hi)
			g.triangle(b, c, d, lo, hi)
		}
	}
	for i := range g.walls {
		g.fillWall(&g.walls[i], lo, hi)
	}
}

// slack is by how much of itself a triangle reaches beyond its sides, so that there is no gap between two.
const slack = 2e-3

// triangle draws a triangle in some rows, if its front is seen: its corners follow one another as the hands of a clock.
func (g *ground) triangle(a, b, c *corner, lo, hi int) {
	if a.level == hole || b.level == hole || c.level == hole {
		g.broken(a, b, c, lo, hi)
		return
	}
	g.rasterise(a, b, c, lo, hi)
}

// broken draws a triangle of a hole: its floor, or a side of it.
func (g *ground) broken(a, b, c *corner, lo, hi int) {
	p, q, r := *a, *b, *c
	level := float32(hole)
	if !(a.level == hole && b.level == hole && c.level == hole) {
		level = cliff
	}
	p.level, q.level, r.level = level, level, level
	g.rasterise(&p, &q, &r, lo, hi)
}

func (g *ground) rasterise(a, b, c *corner, lo, hi int) {
	area := (b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x)
	if !(area > 1e-6) {
		return
	}
	x0, x1 := max(int(min(a.x, b.x, c.x)+0.5), 0), min(int(max(a.x, b.x, c.x)+0.5), g.w)
	y0, y1 := max(int(min(a.y, b.y, c.y)+0.5), lo), min(int(max(a.y, b.y, c.y)+0.5), hi)
	if x0 >= x1 || y0 >= y1 {
		return
	}
	inv := 1 / area
	// How much of corners a and b there is at a place, and how that changes along the picture.
	ax, ay, bx, by := (b.y-c.y)*inv, (c.x-b.x)*inv, (c.y-a.y)*inv, (a.x-c.x)*inv
	px, py := float32(x0)+0.5-c.x, float32(y0)+0.5-c.y
	rowA, rowB := ax*px+ay*py, bx*px+by*py
	near, nearA, nearB := c.near, a.near-c.near, b.near-c.near
	level, levelA, levelB := c.level, a.level-c.level, b.level-c.level
	shade, shadeA, shadeB := c.shade, a.shade-c.shade, b.shade-c.shade
	for y := y0; y < y1; y++ {
		wa, wb := rowA, rowB
		row := y * g.w
		for i := row + x0; i < row+x1; i++ {
			if wa >= -slack && wb >= -slack && wa+wb <= 1+slack {
				if d := near + wa*nearA + wb*nearB; d > g.near[i] {
					g.near[i] = d
					g.level[i] = level + wa*levelA + wb*levelB
					g.shade[i] = shade + wa*shadeA + wb*shadeB
				}
			}
			wa, wb = wa+ax, wb+bx
		}
		rowA, rowB = rowA+ay, rowB+by
	}
}
