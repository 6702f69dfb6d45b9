package setup

import (
	"math"

	"descentlab/internal/geom"
)

// RingAround lets a swarm loose from a ring around a place, with a radius that suits the window unless there is such a ring
// already, and shows it.
func (e *Experiment) RingAround(at geom.Point) {
	e.Look.Panel = PanelSwarm
	if e.Swarm.From == FromRing && e.Swarm.Around == at {
		return
	}
	e.Swarm.From, e.Swarm.Point, e.Swarm.Around = FromRing, false, at
	e.Swarm.Radius = ringRadius(e.Home)
}

// ringRadius is a round number of about a hundredth of a window's diagonal.
func ringRadius(home geom.Rect) float64 {
	r := home.Diagonal() / 100
	unit := math.Pow(10, math.Floor(math.Log10(r)))
	return math.Round(r/unit) * unit
}
