package figure

import (
	"context"
	"math"

	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A BatchKey tells apart what the lines are of.
type BatchKey struct {
	Probe   *surfaces.Probe
	Field   *plot.Field
	View    surfaces.Rect
	Palette *plot.Palette
	Batch   int
	Seed    uint64
}

const (
	MostFlicker   = 200 // steps whose lines are kept
	batchCells    = 96  // along each side of a batch's grid, if the batch is not large
	batchSamples  = 4e6 // losses of single examples that such a grid may take
	ellipseSteps  = 48
	flickerWidth  = 1.2
	everyLevel    = 3 // of those of the ground a batch has one
	EllipseWidth  = 1.5
	smallestShape = 1e-3 // of the window: smaller ellipses would hide under the racer's glyph anyway
)

// BatchLines are the isolines of a batch's own loss, at every third level of the whole one's.
func BatchLines(ctx context.Context, key BatchKey, batched *surfaces.Probe, step int) []plot.Curve {
	n := min(max(int(math.Sqrt(batchSamples/float64(key.Batch))), batchCells/4), batchCells)
	grid := plot.Sample(ctx, key.View, n, n, func() func(dst, xs []float64, y float64) {
		return batched.Batch(step).Row
	})
	if grid == nil {
		return nil
	}
	var levels []float64
	for i := 0; i < len(key.Field.Levels); i += everyLevel {
		levels = append(levels, key.Field.Levels[i])
	}
	var curves []plot.Curve
	for _, line := range grid.Isolines(levels) {
		pts := line.Pts
		if line.Closed {
			pts = append(pts[:len(pts):len(pts)], pts[0])
		}
		curves = append(curves, plot.Curve{Pts: pts, Color: key.Palette.Text, Width: flickerWidth, Faint: true})
	}
	return curves
}

// A PlotEllipse has two half axes, at right angles to each other.
type PlotEllipse struct{ A, B plot.Point }

// EllipseOf is the ellipse of one standard deviation of a covariance.
func EllipseOf(xx, xy, yy float64) PlotEllipse {
	mean, spread := (xx+yy)/2, math.Hypot((xx-yy)/2, xy)
	large, small := math.Sqrt(max(mean+spread, 0)), math.Sqrt(max(mean-spread, 0))
	sin, cos := math.Sincos(math.Atan2(2*xy, xx-yy) / 2)
	return PlotEllipse{plot.Point{X: large * cos, Y: large * sin}, plot.Point{X: -small * sin, Y: small * cos}}
}

// Reach is the greater half axis.
func (e PlotEllipse) Reach() float64 { return math.Hypot(e.A.X, e.A.Y) }

// Outline is the ellipse around a place, so many times as large; nil if it cannot be seen.
func (e PlotEllipse) Outline(at surfaces.Point, unit float64, view surfaces.Rect) []plot.Point {
	if reach := e.Reach() * unit; !(reach > smallestShape*(view.X1-view.X0)) || reach-reach != 0 {
		return nil
	}
	pts := make([]plot.Point, ellipseSteps+1)
	for k := range pts {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / ellipseSteps)
		pts[k] = plot.Point{X: at.X + unit*(cos*e.A.X+sin*e.B.X), Y: at.Y + unit*(cos*e.A.Y+sin*e.B.Y)}
	}
	return pts
}
