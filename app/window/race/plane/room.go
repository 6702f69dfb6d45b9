package plane

import (
	"descentlab/app/figure"
	"descentlab/widgets/plot"
)

// ringRoom is the room around a plane, for the ring at its edge, in units.
const ringRoom = 12

// outer is a window with the room around it.
func (p *Pane) outer(v plot.Rect) plot.Rect {
	across, up := p.ringParts()
	return figure.Grow(v, across/(1-2*across), up/(1-2*up))
}

// inner is a window without the room around it.
func (p *Pane) inner(v plot.Rect) plot.Rect {
	across, up := p.ringParts()
	return figure.Grow(v, -across, -up)
}

// ringParts are the room as parts of the map's width and height.
func (p *Pane) ringParts() (across, up float64) {
	room := ringRoom * p.desk.Style().Scale
	return min(room/float64(max(p.w, 1)), 0.2), min(room/float64(max(p.h, 1)), 0.2)
}
