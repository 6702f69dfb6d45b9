package raster

import (
	"image"
	"image/draw"

	"descentlab/widgets/plot"
)

// A ChartPainter draws a chart again and again, and keeps the picture of its
// curves for as long as the chart stays the same: moving only the cursor costs
// a copy and a few glyphs. What it draws is pixel for pixel what a new one
// would. It compares charts by value, so that changing a Series' Y in place is
// noticed. The zero value is ready for use; it is not safe for concurrent use.
type ChartPainter struct {
	drawn, coming plot.DrawnChart
	static, ahead *image.RGBA // the pictures of them: the second is right of the cursor
}

// Draw draws c over the whole of dst, opaquely. A
// cursor, in steps and perhaps between two, marks a time and every series'
// value then; hover, in steps, lists the values at the nearest step. Both are
// omitted if negative or NaN, and held at the last step if beyond.
func (p *ChartPainter) Draw(dst *image.RGBA, c plot.Chart, cursor, hover float64) {
	if fresh := fit(&p.static, dst.Rect); fresh || !p.drawn.Shows(c) {
		p.drawn.Draw(New(p.static), c)
	}
	copyPicture(dst, p.static)
	p.drawAhead(dst, c, p.drawn.Ahead(cursor))
	p.drawn.DrawOver(New(dst), cursor, hover)
}

// fit makes a picture of another size, and reports whether it had to: the pixels of one that fits are drawn over.
func fit(picture **image.RGBA, size image.Rectangle) (fresh bool) {
	if *picture != nil && (*picture).Rect == size {
		return false
	}
	*picture = image.NewRGBA(size)
	return true
}

// drawAhead draws the part from an abscissa on as what is still to come.
func (p *ChartPainter) drawAhead(dst *image.RGBA, c plot.Chart, from float64) {
	if !(from < float64(dst.Rect.Dx())) {
		return
	}
	c.Coming = true
	if fresh := fit(&p.ahead, dst.Rect); fresh || !p.coming.Shows(c) {
		p.coming.Draw(New(p.ahead), c)
	}
	at := image.Pt(dst.Rect.Min.X+int(from), dst.Rect.Min.Y)
	draw.Draw(dst, image.Rectangle{Min: at, Max: dst.Rect.Max}, p.ahead, at, draw.Src)
}

// Forget lets go of the pictures: the next Draw draws everything.
func (p *ChartPainter) Forget() { p.static, p.ahead = nil, nil }

// StepAt returns the step at an abscissa of the picture drawn last, in pixels, as plot.DrawnChart.StepAt does.
func (p *ChartPainter) StepAt(xPixel float64) float64 { return p.drawn.StepAt(xPixel) }

// AbscissaAt returns what stands at an abscissa of the picture drawn last, in pixels, as plot.DrawnChart.AbscissaAt does.
func (p *ChartPainter) AbscissaAt(xPixel float64) float64 { return p.drawn.AbscissaAt(xPixel) }

// Pick lets what is under the pointer be the value of one series alone, by its index; -1: of all.
func (p *ChartPainter) Pick(series int) { p.drawn.Pick(series) }

// EndAt returns the index of the label beside the curves that is at a pixel of the picture drawn last; -1 if none is.
func (p *ChartPainter) EndAt(x, y float64) int { return p.drawn.EndAt(plot.Vec{X: x, Y: y}) }

// Near returns the series whose curve passes nearest to a pixel of the picture drawn last, no farther above or below it than so
// many pixels; -1 if there is none.
func (p *ChartPainter) Near(x, y, reach float64) int {
	return p.drawn.Near(plot.Vec{X: x, Y: y}, reach)
}

// PlotArea returns the rectangle between the axes in the picture drawn last, in
// pixels; it is empty if there are no axes.
func (p *ChartPainter) PlotArea() image.Rectangle { return p.drawn.PlotArea() }
