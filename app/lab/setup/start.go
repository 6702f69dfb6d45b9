package setup

import (
	"math"
	"slices"

	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// startPlaces are where a formula's racers may start, as parts of its window: off its middle, its axes and its diagonals, where
// the critical points and the ridges of many formulas are.
var startPlaces = []surfaces.Point{
	{X: 1. / 6, Y: 3. / 4}, {X: 5. / 6, Y: 2. / 3}, {X: 1. / 4, Y: 1. / 6}, {X: 2. / 3, Y: 1. / 12},
	{X: 0.4, Y: 0.62}, {X: 0.61, Y: 0.43}, {X: 0.08, Y: 0.36}, {X: 0.93, Y: 0.22},
	{X: 0.45, Y: 0.92}, {X: 0.54, Y: 0.33}, {X: 0.3, Y: 0.48}, {X: 0.72, Y: 0.88},
}

// PlaceStart moves the start to where a race on the surface can begin: a point of the home window that is no critical one and
// not on level ground, as far as there is one. It fails as the surface's Probe does.
func (e *Experiment) PlaceStart() error { return e.PlaceStartIn(e.Home) }

// PlaceStartIn is PlaceStart in another window.
func (e *Experiment) PlaceStartIn(home surfaces.Rect) error {
	probe, err := e.probe()
	if err != nil {
		return err
	}
	points, slopes := make([]surfaces.Point, len(startPlaces)), make([]float64, len(startPlaces))
	for i, part := range startPlaces {
		points[i] = e.Box().Clamp(surfaces.Point{
			X: tidyPart(home.X0, home.X1, part.X), Y: tidyPart(home.Y0, home.Y1, part.Y),
		})
		slopes[i] = slope(probe, points[i])
	}
	ranked := slices.Clone(slopes)
	slices.Sort(ranked)
	least := max(ranked[len(ranked)/2]*1e-3, min(1e-6, ranked[len(ranked)-1]))
	at := slices.IndexFunc(slopes, func(s float64) bool { return s > 0 && s >= least })
	e.Start = points[max(at, 0)]
	return nil
}

// StartRests tells whether the race begins at a critical point: the gradient is zero, or becomes so in the rounding of the
// coordinates.
func (e *Experiment) StartRests() bool {
	probe, err := e.probe()
	if err != nil {
		return false
	}
	start := e.Outset()
	j := probe.Jet(start.X, start.Y)
	bend := math.Abs(j.XX) + math.Abs(j.XY) + math.Abs(j.YY)
	rounding := 0x1p-51 * max(math.Abs(start.X), math.Abs(start.Y))
	return geom.Finite(j.F) && math.Hypot(j.X, j.Y) <= rounding*bend
}

// StartHasValue tells whether the surface has a finite value at the start.
func (e *Experiment) StartHasValue() bool {
	probe, err := e.probe()
	return err == nil && geom.Finite(probe.Value(e.Start.X, e.Start.Y))
}

func (e *Experiment) probe() (*surfaces.Probe, error) {
	s, err := e.Landscape()
	if err != nil {
		return nil, err
	}
	return s.Probe(e.Params)
}

// slope is the length of the gradient, or 0 where the surface has no finite value.
func slope(p *surfaces.Probe, at surfaces.Point) float64 {
	f, x, y := p.Grad(at.X, at.Y)
	if g := math.Hypot(x, y); geom.Finite(f) && geom.Finite(g) {
		return g
	}
	return 0
}

// tidyPart is a part of an interval, with few digits.
func tidyPart(from, to, part float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(to-from))-2)
	v := from + part*(to-from)
	if tidied := math.Round(v/unit) * unit; tidied > from && tidied < to {
		return geom.Digits(tidied, 12) + 0
	}
	return v
}
