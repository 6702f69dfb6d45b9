package proof

import (
	"math"

	"descentlab/internal/geom"
)

// A group is a set of boxes that touch.
type group struct {
	parts []part
	lump  bool // it may be several
	done  bool // it has been divided as far as it is worth it
}

// rest describes it.
func (g group) rest() Rest {
	r := Rest{Box: g.parts[0].rect(), Lump: g.lump}
	for _, p := range g.parts {
		r.Box = r.Box.Union(p.rect())
		r.Boxes = append(r.Boxes, p.rect())
		r.Doubt |= p.doubt
		r.Level = r.Level || p.level
	}
	return r
}

// rests sorts boxes into groups. Of too many it makes one.
func (s *search) rests(parts []part) []group {
	switch {
	case len(parts) == 0:
		return nil
	case len(parts) > mostSort:
		return []group{{parts: parts, done: true, lump: true}}
	}
	x := s.shelve(parts)
	var groups []group
	seen := make([]bool, len(parts))
	for i := range parts {
		if seen[i] {
			continue
		}
		seen[i] = true
		var g group
		for queue := []int{i}; len(queue) > 0; {
			p := parts[queue[0]]
			queue = queue[1:]
			g.parts = append(g.parts, p)
			x.near(p, func(k int) {
				if !seen[k] && touching(p.rect(), parts[k].rect()) {
					seen[k] = true
					queue = append(queue, k)
				}
			})
		}
		groups = append(groups, g)
	}
	return groups
}

// A grid has boxes sorted by where they begin, into cells as large as the largest of them.
type grid struct {
	view geom.Rect
	side [2]float64
	by   map[[2]int][]int
}

func (s *search) shelve(parts []part) *grid {
	const finest = 1.0 / (1 << 45) // of the window: cells of boxes without width are too many to number
	x := &grid{view: s.view, by: map[[2]int][]int{}}
	x.side = [2]float64{finest * (s.view.X1 - s.view.X0), finest * (s.view.Y1 - s.view.Y0)}
	for _, p := range parts {
		for k := range x.side {
			x.side[k] = math.Max(x.side[k], p.box[k].Width())
		}
	}
	for i, p := range parts {
		x.by[x.cell(p)] = append(x.by[x.cell(p)], i)
	}
	return x
}

func (x *grid) cell(p part) [2]int {
	return [2]int{int(math.Floor((p.box[0].Lo - x.view.X0) / x.side[0])), int(math.Floor((p.box[1].Lo - x.view.Y0) / x.side[1]))}
}

// near visits all boxes that may touch p.
func (x *grid) near(p part, visit func(k int)) {
	c := x.cell(p)
	for u := c[0] - 2; u <= c[0]+2; u++ {
		for v := c[1] - 2; v <= c[1]+2; v++ {
			for _, k := range x.by[[2]int{u, v}] {
				visit(k)
			}
		}
	}
}

// touching reports whether two boxes have a point in common, or nearly so: what is narrowed leaves gaps.
func touching(a, b geom.Rect) bool {
	const slack = 0.25
	w, h := slack*math.Max(a.X1-a.X0, b.X1-b.X0), slack*math.Max(a.Y1-a.Y0, b.Y1-b.Y0)
	return a.X0 <= b.X1+w && b.X0 <= a.X1+w && a.Y0 <= b.Y1+h && b.Y0 <= a.Y1+h
}
