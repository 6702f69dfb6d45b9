package maps

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
)

// Radii of the rings that draw the eye to the start, in units: outside of its own ring.
const (
	innerRing = 15
	outerRing = 21
)

// startRings are rings round the start of the race, in the accent's colour, and round on the map, whatever the window.
func startRings(s *lab.State, p *plot.Palette) []plot.Curve {
	at := s.Doc.Outset()
	ring := func(r float64) []plot.Point {
		const corners = 72
		line := make([]plot.Point, corners+1)
		for i := range line {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
			line[i] = plot.Point{X: at.X + r*s.Shown.UnitX*cos, Y: at.Y + r*s.Shown.UnitY*sin}
		}
		return line
	}
	return []plot.Curve{
		{Pts: ring(innerRing), Color: p.Accent, Width: 2.2},
		{Pts: ring(outerRing), Color: p.Accent, Width: 2.2, Faint: true},
	}
}

// fromRing tells whether a swarm races from a ring at the moment: it is what is to be seen then.
func fromRing(s *lab.State) bool {
	return s.Playing && s.View.Swarm != nil && s.Panel() == setup.PanelSwarm && s.Doc.Swarm.From == setup.FromRing && !s.Stale()
}
