package figure

import (
	"math"

	"descentlab/optim/race"
	"descentlab/widgets/plot"
)

// The number of levels on a map, and on a small one.
const (
	Isolines    = 24
	fewIsolines = 13
)

// Spacings are the ways to space isolines, as the document names them.
var Spacings = map[string]plot.Spacing{
	"log": plot.LogSpacing, "linear": plot.LinearSpacing, "quantile": plot.QuantileSpacing,
}

// Way is a position of the run at every step, or nil if it has none.
func Way(run *race.Run, at func(int) []float64) []plot.Point {
	if at(0) == nil {
		return nil
	}
	pts := make([]plot.Point, run.Steps+1)
	for t := range pts {
		x := at(t)
		pts[t] = plot.Point{X: x[0], Y: x[1]}
	}
	// A memory is zero before its first update: the second position starts with the first.
	first := run.X(0)
	pts[0] = plot.Point{X: first[0], Y: first[1]}
	return pts
}

// WithHead returns the traces drawn up to step t.
func WithHead(list []plot.Trace, t float64) []plot.Trace {
	moved := make([]plot.Trace, len(list))
	for i, trace := range list {
		trace.Head = t
		moved[i] = trace
	}
	return moved
}

// Resolution is the smallest difference from best that a float64 loss can show.
func Resolution(best float64) float64 {
	return max(1e-16, math.Nextafter(math.Abs(best), math.Inf(1))-math.Abs(best))
}
