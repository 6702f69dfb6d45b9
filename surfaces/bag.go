package surfaces

import (
	"cmp"
	"math"
	"slices"
)

// A bag holds the zeros found so far, sorted into the cells of a window so that
// those near a point are found without looking at all of them.
type bag struct {
	frame
	apart  func(p, q Point) bool // between two flat zeros there is no curve of such
	zeros  []zero
	byCell map[[2]int][]int
	sharp  int     // zeros that are not flat
	looks  int     // zeros looked at in search of near ones
	news   []Point // new zeros but for more points of a curve already known
}

const (
	// Points of a curve of zeros are kept this many cells apart, or more.
	thinning = 0.5
	// Flat zeros closer than that belong to the same curve; if the curve has been
	// followed from both, only those as close as following leaves them.
	linking = 2.5
	joining = 1.25
	// A zero so close to a flat one is the same point, split by rounding.
	absorbing = 1e-2
)

func newBag(f frame, apart func(p, q Point) bool) *bag {
	return &bag{frame: f, apart: apart, byCell: map[[2]int][]int{}}
}

// near calls visit for the zeros within r cells of p, until it returns false.
func (b *bag) near(p Point, r float64, visit func(i int) bool) {
	c, k := b.cell(p), int(math.Ceil(r))
	for u := c[0] - k; u <= c[0]+k; u++ {
		for v := c[1] - k; v <= c[1]+k; v++ {
			within := b.byCell[[2]int{u, v}]
			b.looks += len(within)
			for _, i := range within {
				q := &b.zeros[i].at
				x, y := (p.X-q.X)/b.w, (p.Y-q.Y)/b.h
				if x*x+y*y <= r*r && !visit(i) {
					return
				}
			}
		}
	}
}

// flatNear reports whether a flat zero lies within r cells of p.
func (b *bag) flatNear(p Point, r float64) (yes bool) {
	if b.sharp == len(b.zeros) {
		return false
	}
	b.near(p, r, func(i int) bool {
		yes = b.zeros[i].flat
		return !yes
	})
	return yes
}

// knows reports whether z is one of the zeros already found.
func (b *bag) knows(z zero) (yes bool) {
	b.near(z.at, 1, func(i int) bool {
		known := b.zeros[i]
		yes = b.distance(z.at, known.at) <= math.Max(z.blur, known.blur)
		return !yes
	})
	return yes
}

// add puts z into the bag, unless it is one more point of a curve that is
// dense there.
func (b *bag) add(z zero) {
	if z.flat && b.flatNear(z.at, thinning) {
		return
	}
	if !z.flat || !b.flatNear(z.at, linking) {
		b.news = append(b.news, z.at)
	}
	if !z.flat {
		b.sharp++
	}
	c := b.cell(z.at)
	b.byCell[c] = append(b.byCell[c], len(b.zeros))
	b.zeros = append(b.zeros, z)
}

// distinct returns the zeros with one for each curve of flat ones.
func (b *bag) distinct() []zero {
	var out []zero
	seen := make([]bool, len(b.zeros))
	for i, z := range b.zeros {
		switch {
		case seen[i]:
		case z.flat:
			curve := b.curve(i, seen)
			z = b.middle(curve)
			z.curve = len(curve) > 1
			out = append(out, z)
		case !b.flatNear(z.at, absorbing):
			out = append(out, z)
		}
	}
	return out
}

// curve returns the flat zeros linked with zero i, and marks them as seen.
func (b *bag) curve(i int, seen []bool) []zero {
	seen[i] = true
	queue := []int{i}
	var curve []zero
	for len(queue) > 0 {
		z := b.zeros[queue[0]]
		queue = queue[1:]
		curve = append(curve, z)
		b.near(z.at, linking, func(k int) bool {
			if b.zeros[k].flat && !seen[k] && b.linked(z, b.zeros[k]) {
				seen[k] = true
				queue = append(queue, k)
			}
			return true
		})
	}
	return curve
}

// linked reports whether two flat zeros within the linking distance are neighbours
// on a curve.
func (b *bag) linked(p, q zero) bool {
	return (!p.drawn || !q.drawn || b.distance(p.at, q.at) <= joining) && !b.apart(p.at, q.at)
}

// middle returns the member of a curve nearest to the curve's centre.
func (b *bag) middle(curve []zero) zero {
	var centre Point
	for _, z := range curve {
		centre.X += z.at.X / float64(len(curve))
		centre.Y += z.at.Y / float64(len(curve))
	}
	return slices.MinFunc(curve, func(p, q zero) int {
		return cmp.Compare(b.distance(p.at, centre), b.distance(q.at, centre))
	})
}
