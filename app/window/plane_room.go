package window

import (
	"descentlab/app/figure"
	"descentlab/widgets/plot"
)

// ringRoom is the room around a plane, for the ring at its edge, in units.
const ringRoom = 12

// outer is a window with the room around it, inner without it.
func (p *planePane) outer(v plot.Rect) plot.Rect {
	across, up := p.ringParts()
	return figure.Grow(v, across/(1-2*across), up/(1-2*up))
}

func (p *planePane) inner(v plot.Rect) plot.Rect {
	across, up := p.ringParts()
	return figure.Grow(v, -across, -up)
}

// ringParts are the room as parts of the map's width and height.
func (p *planePane) ringParts() (across, up float64) {
	room := ringRoom * p.ui.style().Scale
	return min(room/float64(max(p.w, 1)), 0.2), min(room/float64(max(p.h, 1)), 0.2)
}
