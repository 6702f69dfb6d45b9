package main

import (
	"math"

	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// ringRoom is the room around a plane, for the ring at its edge, in units.
const ringRoom = 12

// outer is a window with the room around it, inner without it.
func (p *planePane) outer(v plot.Rect) plot.Rect {
	across, up := p.ringParts()
	return grow(v, across/(1-2*across), up/(1-2*up))
}

func (p *planePane) inner(v plot.Rect) plot.Rect {
	across, up := p.ringParts()
	return grow(v, -across, -up)
}

// ringParts are the room as parts of the map's width and height.
func (p *planePane) ringParts() (across, up float64) {
	room := ringRoom * p.ui.style().Scale
	return min(room/float64(max(p.w, 1)), 0.2), min(room/float64(max(p.h, 1)), 0.2)
}

func grow(v plot.Rect, across, up float64) plot.Rect {
	dx, dy := across*(v.X1-v.X0), up*(v.Y1-v.Y0)
	return plot.Rect{X0: v.X0 - dx, X1: v.X1 + dx, Y0: v.Y0 - dy, Y1: v.Y1 + dy}
}

// planeView is the window of a plane of two knobs: logarithmic axes are measured by their logarithms to base 10.
func planeView(x, y sweep.Axis) (view plot.Rect, logX, logY bool) {
	return plot.Rect{X0: onAxis(x, x.From), X1: onAxis(x, x.To), Y0: onAxis(y, y.From), Y1: onAxis(y, y.To)}, x.Log, y.Log
}

// onAxis is where a value lies on an axis of a picture.
func onAxis(a sweep.Axis, v float64) float64 {
	if a.Log {
		return math.Log10(v)
	}
	return v
}

// digits is v with so many significant digits.
func digits(v float64, n int) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return v
	}
	unit := math.Pow(10, float64(n-1)-math.Floor(math.Log10(math.Abs(v))))
	return math.Round(v*unit) / unit
}
