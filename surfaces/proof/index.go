package proof

import "descentlab/internal/geom"

// shelves are how many along each side of the window the zeros known are sorted into.
const shelves = 64

// An index holds zeros, each in a box that is known to have no other, and in the small one in which it lies.
type index struct {
	view  geom.Rect
	wide  []box
	small []box
	by    map[[2]int][]int
}

func newIndex(view geom.Rect) index { return index{view: view, by: map[[2]int][]int{}} }

// shelf is where a coordinate belongs.
func shelf(v, lo, hi float64) int {
	return int(geom.Clamp(shelves*(v-lo)/(hi-lo), -1, shelves))
}

func (x *index) shelves(b box) (c0, c1, r0, r1 int) {
	v := x.view
	return shelf(b[0].Lo, v.X0, v.X1), shelf(b[0].Hi, v.X0, v.X1), shelf(b[1].Lo, v.Y0, v.Y1), shelf(b[1].Hi, v.Y0, v.Y1)
}

func (x *index) add(wide, small box) {
	c0, c1, r0, r1 := x.shelves(wide)
	for c := c0; c <= c1; c++ {
		for r := r0; r <= r1; r++ {
			x.by[[2]int{c, r}] = append(x.by[[2]int{c, r}], len(x.wide))
		}
	}
	x.wide, x.small = append(x.wide, wide), append(x.small, small)
}

// find reports whether a zero is filed on one of the shelves that a box touches of which is says yes.
func (x *index) find(b box, is func(i int) bool) bool {
	c0, c1, r0, r1 := x.shelves(b)
	for c := c0; c <= c1; c++ {
		for r := r0; r <= r1; r++ {
			for _, i := range x.by[[2]int{c, r}] {
				if is(i) {
					return true
				}
			}
		}
	}
	return false
}

// covers reports whether a box lies in that of a zero, so that it has no other.
func (x *index) covers(b box) bool {
	if len(x.wide) == 0 {
		return false
	}
	c0, _, r0, _ := x.shelves(b)
	for _, i := range x.by[[2]int{c0, r0}] {
		if x.wide[i].covers(b) {
			return true
		}
	}
	return false
}

// within reports whether a zero that is known lies in a box.
func (x *index) within(b box) bool {
	return x.find(b, func(i int) bool { return b.covers(x.small[i]) })
}

// same reports whether the zero of a box, which lies in near, is known: each is the only one in its box, and one of these
// holds both.
func (x *index) same(b, near box) bool {
	return x.find(b, func(i int) bool { return x.wide[i].covers(near) || b.covers(x.small[i]) })
}
