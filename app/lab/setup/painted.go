package setup

import (
	"fmt"
	"math"
	"slices"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// MaxSpots is the largest number of points that the strokes of the painted region have in all.
const MaxSpots = 4000

// PaintedStarts are n starts in the painted region, evenly by area, each with a seed of its own. They follow from the region
// and the seed. There are none if nothing is painted or all is rubbed out, and fewer than n where next to nothing is left.
func (e *Experiment) PaintedStarts(n int, seed uint64) []sweep.Start {
	return e.Painted.Starts(n, seed)
}

// PaintStroke goes on with stroke i of the painted region, or begins it: its brush has come to a place. Of places close
// together the last one is kept, in as many digits as the brush needs.
func (e *Experiment) PaintStroke(i int, brush sweep.Stroke, at surfaces.Point) {
	e.Painted = e.Painted[:min(i+1, len(e.Painted))]
	i = min(i, len(e.Painted))
	brush.Radius, brush.Ratio = geom.Digits(brush.Radius, 3), geom.Digits(brush.Ratio, 3)
	unit := math.Pow(10, math.Floor(math.Log10(brush.Radius))-2)
	spot := sweep.Spot{X: geom.Digits(math.Round(at.X/unit)*unit, 12) + 0, Y: geom.Digits(math.Round(at.Y/unit)*unit, 12) + 0}
	if i == len(e.Painted) {
		brush.Pts = []sweep.Spot{spot}
		e.Painted = append(e.Painted, brush)
		return
	}
	brush.Pts = slices.Clone(e.Painted[i].Pts)
	if n := len(brush.Pts); n > 1 && near(brush, brush.Pts[n-2], brush.Pts[n-1]) {
		brush.Pts = brush.Pts[:n-1]
	}
	if brush.Pts[len(brush.Pts)-1] != spot {
		brush.Pts = append(brush.Pts, spot)
	}
	if !slices.Equal(brush.Pts, e.Painted[i].Pts) { // else nothing has changed
		e.Painted[i] = brush
	}
}

// near tells whether two places are so close together that a stroke need not keep both.
func near(s sweep.Stroke, a, b sweep.Spot) bool {
	return math.Hypot((a.X-b.X)/s.Radius, (a.Y-b.Y)/s.Height()) < 0.25
}

func checkPainted(r sweep.Region) error {
	spots := 0
	for i, s := range r {
		if !geom.Finite(s.Radius) || s.Radius <= 0 || !geom.Finite(s.Ratio) || s.Ratio < 0 {
			return At(fmt.Sprintf("[%d]", i), words.Errorf(
				"painted region: stroke %d: the radius must be above 0, and the ratio not below; got %v and %v", i+1, s.Radius, s.Ratio))
		}
		if len(s.Pts) == 0 {
			return At(fmt.Sprintf("[%d]", i), words.Errorf("painted region: stroke %d has no points", i+1))
		}
		for _, p := range s.Pts {
			if !geom.Finite(p.X) || !geom.Finite(p.Y) {
				return words.Errorf("painted region: stroke %d: its points must be finite; got (%v, %v)", i+1, p.X, p.Y)
			}
		}
		spots += len(s.Pts)
	}
	if spots > MaxSpots {
		return words.Errorf("painted region: its strokes have %d points, and may have %d; clear some of it", spots, MaxSpots)
	}
	return nil
}

// Paints tells whether the maps show where a swarm's runs are to begin, so that it can be painted.
func (e *Experiment) Paints() bool {
	return e.Look.Panel == PanelSwarm && e.Swarm.From == FromPainted
}
