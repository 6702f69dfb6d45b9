package plot

import (
	"image"
	"math"
	"slices"
)

// A DrawnChart is a chart that has been drawn: it remembers what it shows and where. What moves is drawn over it, and whoever
// keeps its picture can ask whether a chart looks different now. It compares charts by value, so that changing a Series' Y in
// place is noticed. The zero value is ready for use; it is not safe for concurrent use.
type DrawnChart struct {
	chart  Chart // what was drawn; its slices are the DrawnChart's own
	look   chartLook
	frame  frame
	drawn  bool
	picked int // see Pick; 0: none
	sketch sketch
}

// Draw draws all of a chart that does not move over the whole of a canvas, opaquely.
func (d *DrawnChart) Draw(on Canvas, c Chart) {
	d.keep(c, newChartLook(c.Style))
	d.frame = c.drawStatic(on, d.look)
	d.drawn = true
}

// Shows reports whether c, in a picture of the same size, would be drawn as the last one was.
func (d *DrawnChart) Shows(c Chart) bool {
	return d.drawn && d.look == newChartLook(c.Style) && d.chart.same(c)
}

// DrawOver draws what moves over the chart drawn last, on a canvas of the same size. A
// cursor, in steps and perhaps between two, marks a time and every series'
// value then; hover, in steps, lists the values at the nearest step. Both are
// omitted if negative or NaN, and held at the last step if beyond.
func (d *DrawnChart) DrawOver(on Canvas, cursor, hover float64) {
	if d.frame.x == nil {
		return
	}
	d.sketch.on = on
	defer func() { d.sketch.on = nil }()
	o := overlay{sketch: &d.sketch, chart: &d.chart, look: &d.look, frame: &d.frame, picked: d.picked}
	o.w, o.h = on.Size()
	if hover >= 0 {
		o.drawHoverLine(min(math.Round(hover), d.frame.x.Max))
	}
	if cursor >= 0 {
		o.drawCursor(min(cursor, d.frame.x.Max))
	}
	if hover >= 0 {
		o.drawValues(int(min(math.Round(hover), d.frame.x.Max)))
	}
}

// Near returns the series whose curve passes nearest to a place of the picture drawn last, no farther above or below it than
// reach; -1 if there is none. All are in device units.
func (d *DrawnChart) Near(at Vec, reach float64) int {
	nearest := -1
	if d.frame.x == nil || at.X < d.frame.left || at.X > d.frame.right {
		return nearest
	}
	x := d.AbscissaAt(at.X)
	for i, s := range d.chart.Series {
		if p, ok := d.frame.between(s, x); ok && math.Abs(p.Y-at.Y) <= reach {
			nearest, reach = i, math.Abs(p.Y-at.Y)
		}
	}
	return nearest
}

// Ahead returns the abscissa, in device units, from which on what is drawn is still to come at a cursor; the right edge of the
// picture if nothing is, or if there is no cursor.
func (d *DrawnChart) Ahead(cursor float64) float64 {
	f := d.frame
	if f.x == nil || !(cursor >= 0 && cursor < f.x.Max) || !d.chart.Timed() {
		return math.Inf(1)
	}
	return f.place(cursor, math.NaN()).X
}

// PlotArea returns the rectangle between the axes in the picture drawn last, in
// whole device units; it is empty if there are no axes.
func (d *DrawnChart) PlotArea() image.Rectangle {
	f := d.frame
	return image.Rect(int(math.Round(f.left)), int(math.Round(f.top)), int(math.Round(f.right)), int(math.Round(f.bottom)))
}

// keep remembers c in memory of the DrawnChart's own, reusing what it has.
func (d *DrawnChart) keep(c Chart, look chartLook) {
	kept := d.chart.Series
	d.chart, d.look = c, look
	d.chart.Series = slices.Grow(kept[:0], len(c.Series))[:len(c.Series)]
	for i, s := range c.Series {
		mine := &d.chart.Series[i]
		x, y := mine.X, mine.Y
		*mine = s
		mine.Y = append(y[:0], s.Y...)
		if s.X != nil {
			mine.X = append(x[:0], s.X...)
		}
	}
	d.chart.Ends, d.chart.Events = slices.Clone(c.Ends), slices.Clone(c.Events)
	d.chart.Bars = c.Bars.clone()
}

// same tells whether two charts have the same curves; their styles are not
// looked at.
func (c Chart) same(d Chart) bool {
	return c.Title == d.Title && c.Steps == d.Steps && c.Log == d.Log && c.Floor == d.Floor && c.Empty == d.Empty &&
		c.Head == d.Head && c.Beside == d.Beside && c.Coming == d.Coming && slices.Equal(c.Events, d.Events) &&
		c.Bars.same(d.Bars) && slices.EqualFunc(c.Ends, d.Ends, EndLabel.same) &&
		slices.EqualFunc(c.Series, d.Series, Series.same)
}

func (s Series) same(t Series) bool {
	return s.Color == t.Color && s.Glyph == t.Glyph && s.Name == t.Name && s.Aside == t.Aside && s.Dashed == t.Dashed &&
		s.Between == t.Between &&
		s.Hidden == t.Hidden && (s.X == nil) == (t.X == nil) && sameNumbers(s.X, t.X) && sameNumbers(s.Y, t.Y)
}

// sameNumbers is equality under which NaN equals NaN.
func sameNumbers(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i, v := range a {
		if w := b[i]; v != w && (v == v || w == w) {
			return false
		}
	}
	return true
}
