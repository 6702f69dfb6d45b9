package poster

import (
	"math"

	"descentlab/widgets/plot"
)

// A layout is where the parts of a race's poster are, in units. What there is no room for is left out.
type layout struct {
	picture, title plot.Box
	rows           []plot.Box // of the table; a text stands on the lower edge
	charts         []plot.Box
}

const (
	rowHigh    = 22
	rowLead    = 4   // of that, between two rows
	headHigh   = 34  // from the upper edge of the title to the first row
	titleHigh  = 14  // to the title's baseline
	chartHigh  = 120 // the least height of a chart
	wide       = 1.25
	leastAside = 220 // how wide a column is at least
	leastRow   = 280 // how wide a row of the table is at least, below the map
	tiny       = 200 // the side below which there is nothing but the map
	mapPart    = 0.6 // of the height, which the map has at least
)

// newLayout places the parts of a poster w by h units large: beside one another where it is wide, else the map above.
func newLayout(w, h float64, racers, charts int) layout {
	switch {
	case min(w, h) < tiny:
		return layout{picture: plot.Box{X1: w, Y1: h}}
	case w >= wide*h && w > leastAside+tiny+3*margin:
		return beside(w, h, racers, charts)
	}
	return below(w, h, racers, charts)
}

// beside has table and charts at the right.
func beside(w, h float64, racers, charts int) layout {
	side := max(w-3*margin-(h-2*margin), leastAside)
	l := layout{picture: plot.Box{X0: margin, Y0: margin, X1: w - side - 2*margin, Y1: h - margin}}
	x, y := w-side-margin, float64(margin)
	l.title = plot.Box{X0: x, Y0: y, X1: x + side, Y1: y + titleHigh}
	y += headHigh
	foot := h - float64(charts)*(chartHigh+margin)
	if foot < y+rowHigh {
		charts, foot = 0, h
	}
	rows := min(racers, max(int((foot-y)/rowHigh), 1))
	for range rows {
		l.rows = append(l.rows, plot.Box{X0: x, Y0: y - rowHigh + rowLead, X1: x + side, Y1: y})
		y += rowHigh
	}
	l.stack(x, x+side, y, h-margin, charts)
	return l
}

// below has them below the map: the table in columns, and charts if there is a lot of room.
func below(w, h float64, racers, charts int) layout {
	inner := w - 2*margin
	columns := max(int(inner/leastRow), 1)
	rows := int(math.Ceil(float64(racers) / float64(columns)))
	room := h - 2*margin - headHigh + rowHigh/2
	rows = min(rows, max(int((1-mapPart)*room/rowHigh), 0))
	l := layout{title: plot.Box{X0: margin, Y0: margin - 2, X1: w - margin, Y1: margin + titleHigh - 2}}
	top := l.title.Y1 + margin/2
	bottom := h - margin - float64(rows)*rowHigh
	if free := bottom - top - inner; charts > 0 && free > float64(charts)*(chartHigh+margin) {
		bottom -= free
	} else {
		charts = 0
	}
	l.picture = plot.Box{X0: margin, Y0: top, X1: w - margin, Y1: bottom}
	wide := (inner + margin) / float64(columns)
	for i := range min(racers, rows*columns) {
		x, y := margin+float64(i%columns)*wide, bottom+float64(i/columns+1)*rowHigh
		l.rows = append(l.rows, plot.Box{X0: x, Y0: y - rowHigh + rowLead, X1: x + wide - margin, Y1: y})
	}
	l.stack(margin, w-margin, bottom+float64(rows)*rowHigh+margin/2, h-margin, charts)
	return l
}

// stack puts charts one below the other.
func (l *layout) stack(x0, x1, y, bottom float64, charts int) {
	high := (bottom-y+margin)/float64(charts) - margin
	for range charts {
		l.charts = append(l.charts, plot.Box{X0: x0, Y0: y, X1: x1, Y1: y + high})
		y += high + margin
	}
}
