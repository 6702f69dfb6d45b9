package surfaces

import "math"

// Lowest tells which of the points are the lowest minima of the list; those that differ by rounding only are all of them.
func (v Survey) Lowest() []bool { return Lowest(v.Points, v.View) }

// Lowest tells which of the critical points of a window are its lowest minima, ties included. What counts as rounding follows
// from how much the values differ in the window: between the points, and a cell away from each minimum.
func Lowest(points []Critical, view Rect) []bool {
	const rounding = 1e-12
	least, top, bend := math.Inf(1), math.Inf(-1), 0.0
	for _, c := range points {
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
		lowest[i] = c.Kind == Minimum && c.Value-least <= 1e-9*math.Abs(least)+rounding*height
	}
	return lowest
}
