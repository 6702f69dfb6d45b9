package plot

import (
	"iter"
	"math"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// A curve draws one Series for go-chart. Unlike chart.ContinuousSeries it thins
// its points to what the pixels can show, sums up those that crowd a pixel
// column, leaves gaps at NaN, ends where it leaves the axis and draws clamped
// stretches faint.
type curve struct {
	series  Series
	clamps  func(v float64) bool
	steps   int
	stroke  float64 // width, device pixels
	arrow   float64 // radius, device pixels
	dash    float64 // length of a dash of a dashed one, device pixels
	opacity float64 // 0..1; clamped stretches have a part of it
}

var _ chart.Series = curve{}

// GetName returns the name of the series.
func (c curve) GetName() string { return c.series.Name }

// GetYAxis returns the secondary axis, which is go-chart's left one.
func (c curve) GetYAxis() chart.YAxisType { return chart.YAxisSecondary }

// GetStyle returns no style: Render sets its own.
func (c curve) GetStyle() chart.Style { return chart.Style{} }

// Validate accepts every series, an empty one too.
func (c curve) Validate() error { return nil }

// Render strokes the curve inside box.
func (c curve) Render(r chart.Renderer, box chart.Box, xrange, yrange chart.Range, _ chart.Style) {
	y, ok := yrange.(*axis)
	if !ok {
		return
	}
	p := c.pencil(r, box)
	r.SetStrokeWidth(c.stroke)
	r.SetStrokeDashArray(nil)
	if c.series.Dashed {
		r.SetStrokeDashArray([]float64{c.dash})
	}

	x, column := c.columnsOf(box, xrange)
	ys := c.series.Y
	kept := make([]int, 0, min(len(ys), 4*(box.Width()/subpixels+2)))
	for from, to := range c.runs() {
		if dense(to-from, column(to-1)-column(from)+1) {
			c.medians(p, y, from, to, x, column)
		} else {
			kept = thin(kept[:0], ys, from, to, column)
			for _, i := range kept {
				p.to(float64(x(i)), y.at(ys[i]), c.clamps(ys[i]))
			}
		}
		p.lift()
	}
	p.point()
}

// pencil gives a pencil in the colours of the curve.
func (c curve) pencil(r chart.Renderer, box chart.Box) *pencil {
	alpha := func(opacity float64) uint8 { return uint8(math.Round(255 * opacity)) }
	full := drawing.Color{R: c.series.Color.R, G: c.series.Color.G, B: c.series.Color.B, A: alpha(c.opacity)}
	return &pencil{r: r, box: box, arrow: int(c.arrow * subpixels), arrowAt: -1,
		full: full, faint: full.WithAlpha(alpha(c.opacity * clampedOpacity))}
}

// columnsOf gives the functions that tell the abscissa of the i-th value, in go-chart's
// units, and its pixel column.
func (c curve) columnsOf(box chart.Box, xrange chart.Range) (x, column func(i int) int) {
	x = func(i int) int { return box.Left + xrange.Translate(c.series.x(i)) }
	return x, func(i int) int { return x(i) / subpixels }
}

// runs are the stretches [from, to) of the curve without NaN.
func (c curve) runs() iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		ys := c.series.Y[:c.series.n()]
		if c.series.X == nil {
			ys = ys[:min(len(ys), c.steps+1)]
		}
		for from := 0; from < len(ys); {
			if math.IsNaN(ys[from]) {
				from++
				continue
			}
			to := from + 1
			for to < len(ys) && !math.IsNaN(ys[to]) {
				to++
			}
			if !yield(from, to) {
				return
			}
			from = to
		}
	}
}

// A pencil turns the points of a curve into strokes: full ones, faint ones
// along the foot of the axis where values are clamped, none beyond the ends of
// the axis. Places are as axis.at gives them.
type pencil struct {
	r           chart.Renderer
	box         chart.Box
	full, faint drawing.Color

	down    bool // a last point is there
	x, at   float64
	clamped bool

	drawing bool // a path has been begun
	light   bool // it is a faint one

	arrow   int // radius
	arrowAt int // abscissa where the curve left the axis, -1 while it is on it
	arrowUp bool
}

// to goes on to a point.
func (p *pencil) to(x, at float64, clamped bool) {
	switch {
	case p.down:
		p.segment(x, at, clamped)
	case outside(at):
		p.arrowAt, p.arrowUp = int(x), at > 1
	}
	if !outside(at) {
		p.arrowAt = -1
	}
	p.x, p.at, p.clamped, p.down = x, at, clamped, true
}

// segment draws what lies on the axis of the way from the last point to the
// given one.
func (p *pencil) segment(x, at float64, clamped bool) {
	x0, at0, x1, at1 := p.x, p.at, x, at
	if outside(at0) && outside(at1) {
		return
	}
	if outside(at0) {
		x0, at0 = leaving(x1, at1, x0, at0)
	}
	leaves := outside(at1)
	if leaves {
		x1, at1 = leaving(x0, at0, x1, at1)
	}
	light := p.clamped && clamped
	if !p.drawing || light != p.light || outside(p.at) {
		p.finish()
		p.r.MoveTo(p.pixel(x0, at0))
		p.drawing, p.light = true, light
	}
	p.r.LineTo(p.pixel(x1, at1))
	if leaves {
		p.finish()
		p.arrowAt, p.arrowUp = int(x1), at > 1
	}
}

// lift ends a run of points. A point without neighbours shows as a dot.
func (p *pencil) lift() {
	if p.down && !p.drawing && !outside(p.at) {
		p.r.MoveTo(p.pixel(p.x, p.at))
		p.r.LineTo(p.pixel(p.x, p.at))
		p.drawing, p.light = true, p.clamped
	}
	p.finish()
	p.down = false
}

// finish strokes the path begun.
func (p *pencil) finish() {
	if !p.drawing {
		return
	}
	p.r.SetStrokeColor(p.full)
	if p.light {
		p.r.SetStrokeColor(p.faint)
	}
	p.r.Stroke()
	p.drawing = false
}

// point draws the arrow of a curve that left the axis for good.
func (p *pencil) point() {
	if p.arrowAt < 0 {
		return
	}
	tip, base := p.box.Top, p.box.Top+2*p.arrow
	if !p.arrowUp {
		tip, base = p.box.Bottom, p.box.Bottom-2*p.arrow
	}
	p.r.SetFillColor(p.full)
	p.r.MoveTo(p.arrowAt, tip)
	p.r.LineTo(p.arrowAt+p.arrow, base)
	p.r.LineTo(p.arrowAt-p.arrow, base)
	p.r.Close()
	p.r.Fill()
}

func (p *pencil) pixel(x, at float64) (int, int) {
	return int(math.Round(x)), p.box.Bottom - int(math.Round(at*float64(p.box.Height())))
}

func outside(at float64) bool { return at < 0 || at > 1 }

// leaving returns where the way from a point on the axis to one outside,
// perhaps infinitely far, leaves it.
func leaving(x0, at0, x1, at1 float64) (x, at float64) {
	if at1 > 1 {
		at = 1
	}
	return x0 + (x1-x0)*((at-at0)/(at1-at0)), at
}
