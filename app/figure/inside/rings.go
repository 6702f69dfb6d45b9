package inside

import (
	"math"

	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// Of the rings of a quadratic model.
const (
	ringGrid  = 81  // samples across
	ringCount = 7   // about so many
	ringWidth = 1.1 // units
)

// model adds level lines of the quadratic model around the head, up to a distance on the map.
func (o *Overlay) model(l Look) {
	step, m := o.step, &o.step.Model
	if m.Said != "" {
		return
	}
	reach := geom.Point{X: modelRadius * o.units.X, Y: modelRadius * o.units.Y}
	from := step.From
	g := &plot.Grid{W: ringGrid, H: ringGrid, V: make([]float64, ringGrid*ringGrid),
		View: plot.Rect{X0: from.X - reach.X, X1: from.X + reach.X, Y0: from.Y - reach.Y, Y1: from.Y + reach.Y}}
	low, high := math.Inf(1), math.Inf(-1)
	inner := [2]bool{} // the least and the greatest value are within, not at the edge
	for j := range ringGrid {
		for i := range ringGrid {
			// Samples lie in the middles of cells, rows from the top down.
			u, v := (2*float64(i)+1)/ringGrid-1, 1-(2*float64(j)+1)/ringGrid
			f, r := m.At(geom.Point{X: u * reach.X, Y: v * reach.Y}), u*u+v*v
			if r > 1 {
				f = math.NaN()
			}
			g.V[j*ringGrid+i] = f
			if f < low {
				low, inner[0] = f, r < 0.9
			}
			if f > high {
				high, inner[1] = f, r < 0.9
			}
		}
	}
	if !(high > low) || !geom.Finite(high-low) {
		return
	}
	for _, line := range g.Isolines(ringLevels(low, high, inner)) {
		pts := line.Pts
		if line.Closed {
			pts = append(append([]plot.Point(nil), pts...), pts[0])
		}
		o.curves = append(o.curves, plot.Curve{Pts: pts, Color: l.Palette.Text, Width: ringWidth, Dashed: true, Faint: true})
		o.rims = append(o.rims, "")
	}
}

// ringLevels are levels between two values: about a minimum or a maximum within so that the rings are equally far apart, else at
// equal differences.
func ringLevels(low, high float64, inner [2]bool) []float64 {
	levels := make([]float64, ringCount)
	for k := range levels {
		t := (float64(k) + 1) / (ringCount + 1)
		switch {
		case inner[0] && !inner[1]:
			t *= t
		case inner[1] && !inner[0]:
			t = 1 - (1-t)*(1-t)
		}
		levels[k] = low + t*(high-low)
	}
	return levels
}
