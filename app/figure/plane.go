package figure

import (
	"math"

	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// Grow is a window with room around it: parts of its width and of its height, on each side.
func Grow(v plot.Rect, across, up float64) plot.Rect {
	dx, dy := across*(v.X1-v.X0), up*(v.Y1-v.Y0)
	return plot.Rect{X0: v.X0 - dx, X1: v.X1 + dx, Y0: v.Y0 - dy, Y1: v.Y1 + dy}
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

// Digits is v with so many significant digits.
func Digits(v float64, n int) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return v
	}
	unit := math.Pow(10, float64(n-1)-math.Floor(math.Log10(math.Abs(v))))
	return math.Round(v*unit) / unit
}
