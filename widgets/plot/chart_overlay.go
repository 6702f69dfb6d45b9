package plot

import (
	"fmt"
	"image/color"
	"math"

	"descentlab/internal/say"
)

// An overlay draws what moves over the curves: the time cursor, the hovered
// step and the values there.
type overlay struct {
	*sketch
	w, h  float64 // size of the picture
	chart *Chart
	look  *chartLook
	frame *frame

	picked int // the series whose value alone is listed, counted from 1; 0: all
}

// drawCursor draws the time cursor: a dashed line and every series' glyph where
// its curve passes at time t.
func (o overlay) drawCursor(t float64) {
	if o.chart.Timed() {
		o.drawTime(o.frame.place(t, math.NaN()).X)
	}
	for _, s := range o.chart.Series {
		if p, ok := o.frame.along(s, t); ok {
			o.glyph(s.Glyph, p, headRadius*o.look.scale, s.Color, o.look.ground)
		}
	}
}

// drawTime draws the dashed line of the cursor.
func (o overlay) drawTime(at float64) {
	dash := 3 * o.look.scale
	o.pieces = o.pieces[:0]
	for y := o.frame.top; y < o.frame.bottom; y += 2 * dash {
		o.upright(at, y, min(y+dash, o.frame.bottom))
	}
	o.on.Stroke(o.pieces, Pen{Color: o.look.cursor})
}

// drawHoverLine draws a thin line at a step, with a dot where it meets each
// curve.
func (o overlay) drawHoverLine(step float64) {
	o.pieces = o.pieces[:0]
	o.upright(o.frame.place(step, math.NaN()).X, o.frame.top, o.frame.bottom)
	o.on.Stroke(o.pieces, Pen{Color: o.look.muted})
	for _, s := range o.chart.Series {
		if p, ok := o.frame.between(s, step); ok {
			o.on.Circle(p, 0.6*headRadius*o.look.scale, 0, s.Color)
		}
	}
}

// upright adds a vertical line one unit wide to the pieces of the sketch.
func (o overlay) upright(x, y0, y1 float64) {
	width := math.Max(1, math.Round(o.look.scale))
	line := [2]Vec{{x, y0}, {x, y1}}
	snap(&line[0], &line[1], width)
	o.pieces = appendLine(o.pieces, line[:], width, false)
}

// A listing is the layout of the values at a step, in device pixels: rows of
// glyph, name and value, in one column or, where the picture is too low, in
// several.
type listing struct {
	values                   []listEntry
	head                     string
	rows, columns            int
	name, value, width, wide float64 // of the names, the values, a column and the head
}

// A listEntry is a line of a listing.
type listEntry struct {
	glyph       Glyph
	color       color.RGBA
	name, value string
}

// rows are the values of all series at a step.
func (c *Chart) rows(step int) (head string, rows []listEntry) {
	if c.Bars.there() {
		return c.barRows(step)
	}
	for _, s := range c.Series {
		row := listEntry{glyph: s.Glyph, color: s.Color, name: s.Name, value: "–"} // ended before
		i := s.last(float64(step))
		if s.X == nil && step >= s.n() || s.X != nil && i == s.n()-1 && float64(step) > s.x(i) {
			i = -1
		}
		if i >= 0 {
			row.value = digits4(s.Y[i])
		}
		if !s.Hidden {
			rows = append(rows, row)
		}
	}
	if c.Head != "" {
		return fmt.Sprintf(c.Head, step), rows
	}
	return say.T("step %d", step), rows
}

// hidden returns how many of the values there is no room for.
func (l listing) hidden() int { return max(0, len(l.values)-l.rows*l.columns) }

// size returns how much room the listing takes with text of a size.
func (l listing) size(text float64) (w, h float64) {
	columns := l.width*float64(l.columns) + listGap*float64(l.columns-1)*text
	return max(columns, l.wide) + 2*listPadding*text, (listRow*float64(l.rows+1) + 2*listPadding) * text
}

// Measures of a listing, in text sizes.
const (
	listRow     = 1.4
	listPadding = 0.6
	listGlyph   = 1.3
	listGap     = 1.0
	listName    = 9.0 // greatest width of a name
)

// drawValues lists the values of all series at a step beside the line there.
func (o overlay) drawValues(step int) {
	size := o.look.label
	l := o.layOut(step)
	w, h := l.size(size)
	x, y := o.besides(o.frame.place(float64(step), math.NaN()).X, w, h)
	o.box(x, y, w, h)

	x += listPadding * size
	base := y + (listPadding+listRow/2)*size + o.look.capHeight/2
	o.text(x, base, l.head, o.look.muted, AlignLeft)
	for i, row := range l.values[:len(l.values)-l.hidden()] {
		left := x + float64(i/l.rows)*(l.width+listGap*size)
		line := math.Round(base + float64(i%l.rows+1)*listRow*size)
		o.glyph(row.glyph, Vec{left + 0.4*size, line - o.look.capHeight/2}, 0.36*size, row.color, row.color)
		if l.name > 0 {
			o.text(left+listGlyph*size, line, o.look.font.Shorten(row.name, size, l.name), o.look.text, AlignLeft)
		}
		ink := LettersOn(row.color, o.look.text, o.look.ground)
		if o.chart.Bars.there() {
			ink = o.look.text // the colours of areas are not meant to be read
		}
		o.text(left+l.width, line, row.value, ink, AlignRight)
	}
}

// text writes a line of the listing.
func (o overlay) text(x, y float64, text string, ink color.RGBA, a Align) {
	o.on.Text(Text{Text: text, Font: o.look.font, Size: o.look.label, Ink: ink, Align: a, Tabular: true}, Vec{x, y})
}

// layOut fits the values at a step into the picture: in one column if they can
// be, without names if they must, and some of them left out as a last resort.
func (o overlay) layOut(step int) listing {
	size, font := o.look.label, o.look.font
	var l listing
	l.head, l.values = o.chart.rows(step)
	if o.picked > 0 && o.picked <= len(o.chart.Series) {
		one := *o.chart
		one.Series = one.Series[o.picked-1 : o.picked]
		l.head, l.values = one.rows(step)
	}
	for _, row := range l.values {
		l.value = max(l.value, font.TabularWidth(row.value, size))
		l.name = max(l.name, min(font.TabularWidth(row.name, size), listName*size))
	}
	width, height := o.w, o.h
	n := len(l.values)
	most := max(1, int((height/size-2*listPadding)/listRow-1)) // rows
	l.columns = (n + most - 1) / most
	l.rows = (n + l.columns - 1) / l.columns
	fitting := func() int {
		l.width = listGlyph*size + l.value
		if l.name > 0 {
			l.width += l.name + listGap*size
		}
		return max(1, int((width+(listGap-2*listPadding)*size)/(l.width+listGap*size)))
	}
	if fitting() < l.columns {
		l.name = 0
		l.columns = min(fitting(), l.columns)
	}
	if l.hidden() > 0 {
		l.head = say.T("%s, %d more", l.head, l.hidden())
	}
	l.wide = font.TabularWidth(l.head, size)
	return l
}

// besides places a box of w by h beside the abscissa x: on its right if there
// is room, and always inside the picture.
func (o overlay) besides(x, w, h float64) (left, top float64) {
	away := 2 * headRadius * o.look.scale
	left = x + away
	if left+w > o.w && x-away-w >= 0 {
		left = x - away - w
	}
	return math.Floor(max(0, min(left, o.w-w))), math.Floor(max(0, min(o.frame.top, o.h-h)))
}

// box draws the ground of the listing: a rectangle with round corners and a
// border.
func (o overlay) box(x, y, w, h float64) {
	radius, line := 4*o.look.scale, math.Max(1, math.Round(o.look.scale))
	o.on.Box(Vec{x, y}, w, h, radius, o.look.border)
	o.on.Box(Vec{x + line, y + line}, w-2*line, h-2*line, radius-line, o.look.float)
}
