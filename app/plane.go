package main

import (
	"math"

	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// planeView is the window of a plane of two knobs: logarithmic axes are measured by their logarithms to base 10.
func planeView(x, y sweep.Axis) (view plot.Rect, logX, logY bool) {
	x0, x1 := axisEnds(x)
	y0, y1 := axisEnds(y)
	return plot.Rect{X0: x0, X1: x1, Y0: y0, Y1: y1}, x.Log, y.Log
}

func axisEnds(a sweep.Axis) (lo, hi float64) { return onAxis(a, a.From), onAxis(a, a.To) }

// onAxis is where a value lies on an axis of a picture.
func onAxis(a sweep.Axis, v float64) float64 {
	if a.Log {
		return math.Log10(v)
	}
	return v
}
