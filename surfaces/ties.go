package surfaces

import (
	"math"
	"slices"
)

// Lowest tells which of the points are the lowest minima of the list; those that differ by rounding only are all of them.
func (v Survey) Lowest() []bool { return Lowest(v.Points, v.View) }

// Lowest tells which of the critical points are the lowest minima of a window, ties included; of points that have no minimum in
// there, the lowest of all. What lies beyond the window does not count, however low it is: of a surface that goes on falling
// there, the lowest would be another one in every view. What counts as rounding follows from how much the values differ in the
// window: between the points, and a cell away from each minimum.
func Lowest(points []Critical, view Rect) []bool {
	const rounding = 1e-12
	here := slices.ContainsFunc(points, func(c Critical) bool { return c.Kind == Minimum && view.Contains(c.At) })
	counts := func(c Critical) bool { return !here || view.Contains(c.At) }
	least, top, bend := math.Inf(1), math.Inf(-1), 0.0
	for _, c := range points {
		if !counts(c) {
			continue
		}
		if c.Kind == Minimum {
			least = math.Min(least, c.Value)
			if c.L2 > bend { // a kink has none
				bend = c.L2
			}
		}
		top = math.Max(top, c.Value)
	}
	cell := view.Diagonal() / cells
	height := math.Max(top-least, bend*cell*cell)
	lowest := make([]bool, len(points))
	for i, c := range points {
		lowest[i] = c.Kind == Minimum && counts(c) && c.Value-least <= 1e-9*math.Abs(least)+rounding*height
	}
	return lowest
}
