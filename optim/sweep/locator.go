package sweep

import (
	"math"

	"descentlab/optim/race"
)

// locatorCells is their number along each side of a locator.
const locatorCells = 64

// nowhere is the cell into which no target reaches.
const nowhere = 0

// A locator finds the target at a point in a time that does not depend on how many there are: it knows for each cell of
// a grid which targets reach into it.
type locator struct {
	x0, y0, sx, sy float64 // corner of the grid, cells per unit
	cells          [locatorCells * locatorCells]uint16
	lists          [][]reach // by what stands in cells; the one of nowhere is empty
	alone          []reach   // of each target; the square is negative if another one reaches into its disc, or that is too far off
	discs          []disc    // of each target
}

type disc struct{ x, y, radius float64 }

// A reach is where a target counts as reached: a disc.
type reach struct {
	x, y, square float64 // middle, square of the radius
	target       int32
}

func newLocator(targets []Target) *locator {
	l := &locator{lists: make([][]reach, 1)}
	lo, hi := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	for _, t := range targets {
		lo[0], hi[0] = min(lo[0], t.X-t.Within), max(hi[0], t.X+t.Within)
		lo[1], hi[1] = min(lo[1], t.Y-t.Within), max(hi[1], t.Y+t.Within)
	}
	// A little wider, so that the far ends are inside.
	l.x0, l.sx = lo[0], locatorCells*(1-1e-9)/max(hi[0]-lo[0], 1e-300)
	l.y0, l.sy = lo[1], locatorCells*(1-1e-9)/max(hi[1]-lo[1], 1e-300)
	for i, t := range targets {
		l.alone = append(l.alone, reach{t.X, t.Y, t.Within * t.Within, int32(i)})
		l.discs = append(l.discs, disc{t.X, t.Y, t.Within})
		if !(math.Hypot(t.X, t.Y)+t.Within < math.Sqrt(race.Far)) {
			l.alone[i].square = -1
		}
		for k, other := range targets {
			// A little more than enough, so that no rounding counts.
			if k != i && !(math.Hypot(t.X-other.X, t.Y-other.Y) > 1.000001*(t.Within+other.Within)) {
				l.alone[i].square = -1
			}
		}
		for u := l.column(t.X - t.Within); u <= l.column(t.X+t.Within); u++ {
			for v := l.row(t.Y - t.Within); v <= l.row(t.Y+t.Within); v++ {
				if u >= 0 && u < locatorCells && v >= 0 && v < locatorCells {
					l.enter(&l.cells[v*locatorCells+u], reach{t.X, t.Y, t.Within * t.Within, int32(i)})
				}
			}
		}
	}
	return l
}

// enter notes that a target reaches into a cell.
func (l *locator) enter(cell *uint16, target reach) {
	if *cell == nowhere {
		*cell = uint16(len(l.lists))
		l.lists = append(l.lists, nil)
	}
	l.lists[*cell] = append(l.lists[*cell], target)
}

func (l *locator) column(x float64) int { return int(math.Floor((x - l.x0) * l.sx)) }
func (l *locator) row(y float64) int    { return int(math.Floor((y - l.y0) * l.sy)) }

// at is the first target within whose reach the point is, or -1.
func (l *locator) at(x, y float64) int32 { return l.among(l.cell(x, y), x, y) }

// cell is where the point is: nowhere if no target can be there.
func (l *locator) cell(x, y float64) uint16 {
	u, v := (x-l.x0)*l.sx, (y-l.y0)*l.sy
	if u >= 0 && u < locatorCells && v >= 0 && v < locatorCells {
		return l.cells[int(v)*locatorCells+int(u)]
	}
	return nowhere
}

// stays tells whether a point is surely at the target at which the run has been, -1 being none, and at no other.
func (l *locator) stays(target int32, x, y float64) bool {
	if target < 0 {
		return false
	}
	r := &l.alone[target]
	dx, dy := x-r.x, y-r.y
	return dx*dx+dy*dy <= r.square
}

// among is at for a point in the given cell.
func (l *locator) among(cell uint16, x, y float64) int32 {
	list := l.lists[cell]
	for i := range list {
		r := &list[i]
		if dx, dy := x-r.x, y-r.y; dx*dx+dy*dy <= r.square {
			return r.target
		}
	}
	return -1
}

// mostApart is of how many targets at most the distances are reckoned one by one.
const mostApart = 24

// apart is a disc in which a point that is at (x, y), at a target or at none (-1), moves about without coming to another target
// or leaving its own, and without going as far as race.Far; one with a negative square if none is known.
func (l *locator) apart(target int32, x, y float64) reach {
	unknown := reach{square: -1}
	if target >= 0 {
		return l.alone[target]
	}
	if len(l.alone) > mostApart {
		return unknown
	}
	room := math.Sqrt(race.Far) - math.Hypot(x, y)
	for i := range l.discs {
		r := &l.discs[i]
		dx, dy := x-r.x, y-r.y
		room = min(room, math.Sqrt(dx*dx+dy*dy)-r.radius)
	}
	// A little less, so that no rounding counts.
	if room -= 1e-9 * (math.Abs(x) + math.Abs(y) + room); !(room > 0) {
		return unknown
	}
	return reach{x, y, room * room, -1}
}
