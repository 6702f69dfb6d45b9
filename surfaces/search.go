package surfaces

import (
	"context"
	"math"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// scans are the numbers of starts along a side of the window, scan by scan.
var scans = [...]int{32, 160, 320, 640}

// A search looks for the zeros of a surface's gradient in one window. It takes
// derivatives per cell of its frame.
type search struct {
	frame
	eval  evaluator
	found *bag
	work  int // jets taken
	limit int // of work, after which the search stops
}

func newSearch(eval evaluator, view Rect) *search {
	s := &search{frame: newFrame(view), eval: eval, limit: math.MaxInt}
	s.found = newBag(s.frame, s.apart)
	return s
}

const (
	looksPerJet = 12              // zeros that are looked at in the time of a jet
	mostFound   = 8 * maxCritical // zeros, after which the search stops
)

// spent reports whether the search has done as much as it may.
func (s *search) spent() bool {
	return s.work+s.found.looks/looksPerJet >= s.limit || s.found.sharp >= mostFound
}

// run scans the window with ever finer grids. The first scan lets every start
// wander through the whole window; the others follow only those that have a zero
// close by, to find what lies between the starts of the scan before. From the
// third on they look only around what was new in the last one: where a scan finds
// nothing new, a finer one hardly would.
func (s *search) run(ctx context.Context) error {
	for i, n := range scans {
		var where region
		if i >= 2 {
			if where = s.around(s.found.news); len(where) == 0 {
				return nil
			}
		}
		s.found.news = nil
		if err := s.scan(ctx, n, i == 0, where); err != nil {
			return err
		}
	}
	return nil
}

// A region is the set of cells in which a scan starts; nil means all.
type region map[[2]int]bool

// around returns the cells that the points lie in, and their neighbours.
func (s *search) around(points []Point) region {
	r := region{}
	for _, p := range points {
		c := s.cell(p)
		for u := c[0] - 1; u <= c[0]+1; u++ {
			for v := c[1] - 1; v <= c[1]+1; v++ {
				r[[2]int{u, v}] = true
			}
		}
	}
	return r
}

// wandering is the leash that lets a start go through the whole window.
var wandering = leash{first: math.Inf(1), stride: 6, reach: math.Inf(1), halving: 12}

// scan starts Newton's method from a grid of n by n points over the window, and
// one row more on each side, as far as they lie in the region.
func (s *search) scan(ctx context.Context, n int, wander bool, where region) error {
	spacing := float64(cells) / float64(n)
	// The length of Newton's step tells how far a zero is, whatever the axes and
	// the scale of the surface: around each one there is a disc where it is short.
	l := leash{first: 2 * spacing, stride: 2 * spacing, reach: 6 * spacing, halving: 2}
	if wander {
		l = wandering
	}
	for row := -1; row <= n; row++ {
		if err := ctx.Err(); err != nil || s.spent() {
			return err
		}
		for col := -1; col <= n; col++ {
			du, dv := scatter(row*n + col)
			start := s.point((float64(col)+du)*spacing, (float64(row)+dv)*spacing)
			if where != nil && !where[s.cell(start)] {
				continue
			}
			if z, ok := s.descend(start, l); ok {
				s.keep(z)
			}
		}
	}
	return nil
}

// scatter returns where in its square start number k lies. A regular grid would
// put starts on axes of symmetry, which Newton's method cannot leave, and would
// meet a periodic surface always at the same phase. The sequence is the additive
// recurrence R2 of M. Roberts, The unreasonable effectiveness of quasirandom
// sequences, 2018, shrunk to the middle of the square.
func scatter(k int) (du, dv float64) {
	_, u := math.Modf(math.Abs(float64(k)) * 0.7548776662466927)
	_, v := math.Modf(math.Abs(float64(k)) * 0.5698402909980532)
	return 0.25 + u/2, 0.25 + v/2
}

// keep adds z to what was found if it lies in the window, is new, and holds up.
func (s *search) keep(z zero) {
	rim := s.resolution(z.at)
	inside := s.view.Clamp(z.at)
	if math.Abs(inside.X-z.at.X) > rim.X || math.Abs(inside.Y-z.at.Y) > rim.Y {
		return
	}
	z.at = inside
	if s.found.knows(z) || !s.vanishes(z.at) || !geom.Finite(z.jet(s.eval).XX) {
		return
	}
	z.flat = !s.curved(z)
	s.found.add(z)
}

// jet returns value and derivatives at p, the derivatives per cell.
func (s *search) jet(p Point) expr.Jet {
	s.work++
	return s.scaled(s.eval.Jet(p.X, p.Y))
}
