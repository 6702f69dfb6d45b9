package plot

import (
	"image"
	"math"
	"slices"
)

// A ChartPainter draws a chart again and again, and keeps the picture of its
// curves for as long as the chart stays the same: moving only the cursor costs
// a copy and a few glyphs. What it draws is pixel for pixel what a new one
// would. It compares charts by value, so that changing a Series' Y in place is
// noticed. The zero value is ready for use; it is not safe for concurrent use.
type ChartPainter struct {
	chart  Chart // what static shows; its slices are the painter's own
	look   chartLook
	static *image.RGBA
	frame  frame
}

// Draw draws c over the whole of dst, whose bounds begin at (0, 0), opaquely. A
// cursor, in steps and perhaps between two, marks a time and every series'
// value then; hover, in steps, lists the values at the nearest step. Both are
// omitted if negative or NaN, and held at the last step if beyond.
func (p *ChartPainter) Draw(dst *image.RGBA, c Chart, cursor, hover float64) {
	look := newChartLook(c.Style)
	if p.static == nil || p.static.Rect != dst.Rect || p.look != look || !p.chart.same(c) {
		p.keep(c, look)
		p.static = image.NewRGBA(dst.Rect)
		p.frame = c.drawStatic(p.static, look)
	}
	copyPicture(dst, p.static)
	if p.frame.x == nil {
		return
	}
	o := overlay{dst: dst, chart: &p.chart, look: &p.look, frame: &p.frame}
	if hover >= 0 {
		o.drawHoverLine(min(math.Round(hover), p.frame.x.Max))
	}
	if cursor >= 0 {
		o.drawCursor(min(cursor, p.frame.x.Max))
	}
	if hover >= 0 {
		o.drawValues(int(min(math.Round(hover), p.frame.x.Max)))
	}
}

// StepAt returns the step, perhaps between two whole ones, at an abscissa of
// the picture drawn last, in device pixels. It is held within 0..Steps, and 0
// if there is no plot.
func (p *ChartPainter) StepAt(xPixel float64) float64 {
	f := p.frame
	if f.x == nil || !(f.right > f.left) {
		return 0
	}
	return f.x.Max * max(0, min((xPixel-f.left)/(f.right-f.left), 1))
}

// PlotArea returns the rectangle between the axes in the picture drawn last, in
// device pixels; it is empty if there are no axes.
func (p *ChartPainter) PlotArea() image.Rectangle {
	f := p.frame
	return image.Rect(int(math.Round(f.left)), int(math.Round(f.top)), int(math.Round(f.right)), int(math.Round(f.bottom)))
}

// keep remembers c in memory of the painter's own, reusing what it has.
func (p *ChartPainter) keep(c Chart, look chartLook) {
	kept := p.chart.Series
	p.chart, p.look = c, look
	p.chart.Series = slices.Grow(kept[:0], len(c.Series))[:len(c.Series)]
	for i, s := range c.Series {
		y := p.chart.Series[i].Y
		p.chart.Series[i] = s
		p.chart.Series[i].Y = append(y[:0], s.Y...)
	}
	p.chart.Bars = c.Bars.clone()
}

// same tells whether two charts have the same curves; their styles are not
// looked at.
func (c Chart) same(d Chart) bool {
	return c.Title == d.Title && c.Steps == d.Steps && c.Log == d.Log && c.Floor == d.Floor && c.Empty == d.Empty && c.Bars.same(d.Bars) &&
		slices.EqualFunc(c.Series, d.Series, Series.same)
}

func (s Series) same(t Series) bool {
	return s.Color == t.Color && s.Glyph == t.Glyph && s.Name == t.Name && sameNumbers(s.Y, t.Y)
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
