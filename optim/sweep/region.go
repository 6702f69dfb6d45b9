package sweep

import (
	"math"
	"math/rand/v2"
	"slices"

	"descentlab/internal/geom"
)

// A Spot is a place in the plane.
type Spot = geom.Point

// A Stroke is what a brush paints, or rubs out, on its way along a line. It is not changed once made.
type Stroke struct {
	Pts    []Spot  // of the brush's middle, at least one; one alone is a dab
	Radius float64 // of the brush, along x; > 0
	Ratio  float64 // of the brush's height to its width; 0: it is round
	Erase  bool
}

// Height is the radius of the brush along y.
func (s Stroke) Height() float64 {
	if s.Ratio == 0 {
		return s.Radius
	}
	return s.Radius * s.Ratio
}

// A Region is a part of the plane: what its strokes have painted one after the other and not rubbed out since.
type Region []Stroke

// Contains tells whether a point is in the region.
func (r Region) Contains(x, y float64) bool {
	pieces := r.pieces()
	for i := len(pieces) - 1; i >= 0; i-- {
		if pieces[i].holds(x, y) {
			return !pieces[i].erase
		}
	}
	return false
}

// Starts gives n starts in the region, evenly by area, each with a seed of its own. They are a pure function of the region
// and the seed. There are none if nothing is painted or all is rubbed out, and fewer than n where next to nothing is left.
func (r Region) Starts(n int, seed uint64) []Start {
	pieces := r.pieces()
	cells := cellsOf(pieces)
	if len(cells) == 0 {
		return nil
	}
	sums := make([]float64, len(cells)) // of the areas so far
	area := 0.0
	for i, c := range cells {
		area += (c.x1 - c.x0) * (c.y1 - c.y0)
		sums[i] = area
	}
	random := rand.New(rand.NewPCG(seed, 0xba117))
	starts := make([]Start, 0, n)
	for tries := 50*n + 20000; len(starts) < n && tries > 0; tries-- {
		i, _ := slices.BinarySearch(sums, area*random.Float64())
		c := &cells[min(i, len(cells)-1)]
		x, y := c.x0+random.Float64()*(c.x1-c.x0), c.y0+random.Float64()*(c.y1-c.y0)
		if c.painted(pieces, x, y) {
			starts = append(starts, Start{X: x, Y: y, Seed: seed + uint64(len(starts))})
		}
	}
	return starts
}

// A piece is the part of a stroke between two of its points, in the units of its brush: it holds what is at most 1 away.
type piece struct {
	w, h   float64 // of the unit
	ax, ay float64 // where it begins
	dx, dy float64 // how it goes on
	inv    float64 // 1 / its length squared; 0 for a dab
	erase  bool
}

func (r Region) pieces() []piece {
	var list []piece
	for _, s := range r {
		w, h := s.Radius, s.Height()
		if !(w > 0 && h > 0) {
			continue
		}
		for i, b := range s.Pts {
			if i == 0 && len(s.Pts) > 1 {
				continue
			}
			a := s.Pts[max(i-1, 0)]
			p := piece{w: w, h: h, ax: a.X / w, ay: a.Y / h, dx: (b.X - a.X) / w, dy: (b.Y - a.Y) / h, erase: s.Erase}
			if length := p.dx*p.dx + p.dy*p.dy; length > 0 {
				p.inv = 1 / length
			}
			list = append(list, p)
		}
	}
	return list
}

// from is the squared distance of a point from the piece's line, in units of the brush.
func (p *piece) from(x, y float64) float64 {
	x, y = x/p.w-p.ax, y/p.h-p.ay
	t := max(0, min(1, (x*p.dx+y*p.dy)*p.inv))
	x, y = x-t*p.dx, y-t*p.dy
	return x*x + y*y
}

func (p *piece) holds(x, y float64) bool { return p.from(x, y) <= 1 }

// box is what the piece lies in.
func (p *piece) box() Rect {
	return Rect{
		X0: (p.ax + min(p.dx, 0) - 1) * p.w, X1: (p.ax + max(p.dx, 0) + 1) * p.w,
		Y0: (p.ay + min(p.dy, 0) - 1) * p.h, Y1: (p.ay + max(p.dy, 0) + 1) * p.h,
	}
}

// A cell is a rectangle with what is painted, or can be, in it.
type cell struct {
	x0, x1, y0, y1 float64
	over           []int32 // the pieces that reach into it, the last first, down to one that covers it; none: all is painted
}

const (
	manyCells = 1024 // half painted ones, beyond which cells are no longer parted
	cellDepth = 80   // how often a cell is parted at most
)

// cellsOf parts the plane: its cells hold all that is painted, and little else.
func cellsOf(pieces []piece) (cells []cell) {
	root := cell{x0: math.Inf(1), x1: math.Inf(-1), y0: math.Inf(1), y1: math.Inf(-1)}
	for i := len(pieces) - 1; i >= 0; i-- {
		root.over = append(root.over, int32(i))
		if b := pieces[i].box(); !pieces[i].erase {
			root.x0, root.x1 = min(root.x0, b.X0), max(root.x1, b.X1)
			root.y0, root.y1 = min(root.y0, b.Y0), max(root.y1, b.Y1)
		}
	}
	if root.x0 > root.x1 {
		return nil
	}
	open := []cell{root}
	for depth := 0; depth < cellDepth && len(open) > 0 && len(open) <= manyCells; depth++ {
		var parted []cell
		for i := range open {
			for _, part := range open[i].halves(pieces) {
				switch some, all := part.keep(pieces, open[i].over); {
				case all:
					cells = append(cells, part)
				case some:
					parted = append(parted, part)
				}
			}
		}
		open = parted
	}
	return append(cells, open...)
}

// halves parts a cell across its longer way, as its last brush measures it.
func (c *cell) halves(pieces []piece) [2]cell {
	a, b := *c, *c
	a.over, b.over = nil, nil
	if last := &pieces[c.over[0]]; (c.x1-c.x0)/last.w > (c.y1-c.y0)/last.h {
		a.x1 = c.x0 + (c.x1-c.x0)/2
		b.x0 = a.x1
	} else {
		a.y1 = c.y0 + (c.y1-c.y0)/2
		b.y0 = a.y1
	}
	return [2]cell{a, b}
}

// keep notes which of some pieces, the last first, matter in the cell, and tells whether some of it may be painted, or all is.
func (c *cell) keep(pieces []piece, of []int32) (some, all bool) {
	x, y := c.x0+(c.x1-c.x0)/2, c.y0+(c.y1-c.y0)/2
	paints, covered := 0, false // paints: how many of those kept end with the lowest that paints
	all = true
	for _, i := range of {
		p := &pieces[i]
		reach := 1 + math.Hypot((c.x1-c.x0)/p.w, (c.y1-c.y0)/p.h)/2
		if p.from(x, y) > reach*reach {
			continue
		}
		c.over = append(c.over, i)
		if p.erase {
			all = false
		} else {
			paints = len(c.over)
		}
		if p.holds(c.x0, c.y0) && p.holds(c.x1, c.y0) && p.holds(c.x0, c.y1) && p.holds(c.x1, c.y1) {
			covered = true
			break
		}
	}
	c.over = c.over[:paints] // rubbing out where nothing is painted changes nothing
	if all = all && covered; all {
		c.over = nil
	}
	return paints > 0, all
}

// painted tells whether a point of the cell is.
func (c *cell) painted(pieces []piece, x, y float64) bool {
	for _, i := range c.over {
		if pieces[i].holds(x, y) {
			return !pieces[i].erase
		}
	}
	return len(c.over) == 0
}
