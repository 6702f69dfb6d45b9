package figure

import (
	"descentlab/surfaces"
)

// maxStretch is the ratio of the axes' units beyond which a window is stretched to fill the map instead of being
// shown with equal units: below it, circles stay circles and gradients cross isolines at right angles.
const maxStretch = 4

// Visible is what a map of w by h pixels shows of a window: all of it, with equal units on both axes, and more along
// the longer side. Windows far from square are stretched instead.
func Visible(view surfaces.Rect, w, h float64) surfaces.Rect {
	if !(w > 0 && h > 0) {
		return view
	}
	dx, dy := view.X1-view.X0, view.Y1-view.Y0
	perX, perY := dx/w, dy/h
	if perX > perY*maxStretch || perY > perX*maxStretch {
		return view
	}
	if perX > perY {
		extra := (perX*h - dy) / 2
		view.Y0, view.Y1 = view.Y0-extra, view.Y1+extra
	} else {
		extra := (perY*w - dx) / 2
		view.X0, view.X1 = view.X0-extra, view.X1+extra
	}
	return view
}
