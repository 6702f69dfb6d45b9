package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// Radii of the rings that draw the eye to the start, in units: outside of its own ring.
const (
	innerRing = 15
	outerRing = 21
)

// StartRings are rings round the start of the race, in the accent's colour, and round on the map, whatever the window.
func StartRings(s lab.State, p *plot.Palette) []plot.Curve {
	at := s.Doc.Outset()
	ring := func(r float64) []plot.Point { return ellipse(at, r*s.Shown.UnitX, r*s.Shown.UnitY) }
	return []plot.Curve{
		{Pts: ring(innerRing), Color: p.Accent, Width: 2.2},
		{Pts: ring(outerRing), Color: p.Accent, Width: 2.2, Faint: true},
	}
}

// ellipse is an ellipse, with its axes along those of the plane, as a closed line.
func ellipse(at geom.Point, rx, ry float64) []plot.Point {
	const corners = 72
	line := make([]plot.Point, corners+1)
	for i := range line {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		line[i] = plot.Point{X: at.X + rx*cos, Y: at.Y + ry*sin}
	}
	return line
}
