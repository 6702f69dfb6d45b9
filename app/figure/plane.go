package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// A Plane is how the racer that is looked at ends for all settings of two of its knobs. It is not changed once made.
type Plane struct {
	*sweep.Sheet
	Axes   [2]sweep.Axis
	Places []lab.Place // that the sheet's targets are
}

// PlaneScene is a plane over two axes, in some colours that may be nil: a ring at the present setting and, on a quadratic
// surface, the line of stability. The racer that is looked at must have the two knobs.
func PlaneScene(s lab.State, axes [2]sweep.Axis, cells *plot.Cells, p *plot.Palette) plot.Scene {
	racer := s.Doc.Subject()
	scene := plot.Scene{Ticks: true, Cells: cells, StartAs: words.T("setting"), Across: axes[0].Knob, Up: axes[1].Knob}
	scene.View, scene.LogX, scene.LogY = PlaneView(axes[0], axes[1])
	var at [2]float64
	for k, a := range axes {
		at[k] = OnAxis(a, s.Doc.AxisValue(racer, a.Knob, s.Examples()))
	}
	scene.Start = &plot.Point{X: at[0], Y: at[1]}
	scene.Curves, scene.Traces = Stability(s, s.Doc.Racers[racer].Spec, axes, p)
	return scene
}

// PlaneView is the window of a plane of two knobs: logarithmic axes are measured by their logarithms to base 10.
func PlaneView(x, y sweep.Axis) (view plot.Rect, logX, logY bool) {
	return plot.Rect{X0: OnAxis(x, x.From), X1: OnAxis(x, x.To), Y0: OnAxis(y, y.From), Y1: OnAxis(y, y.To)}, x.Log, y.Log
}

// OnAxis is where a value lies on an axis of a picture.
func OnAxis(a sweep.Axis, v float64) float64 {
	if a.Log {
		return math.Log10(v)
	}
	return v
}

// offAxis is the value that lies at a place of an axis.
func offAxis(a sweep.Axis, at float64) float64 {
	if a.Log {
		return math.Pow(10, at)
	}
	return at
}

// Grow is a window with room around it, in parts of its width and height; negative parts take it away.
func Grow(v plot.Rect, across, up float64) plot.Rect {
	dx, dy := across*(v.X1-v.X0), up*(v.Y1-v.Y0)
	return plot.Rect{X0: v.X0 - dx, X1: v.X1 + dx, Y0: v.Y0 - dy, Y1: v.Y1 + dy}
}
