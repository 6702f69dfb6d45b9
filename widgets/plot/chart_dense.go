package plot

import (
	"math"
	"slices"

	chart "github.com/wcharczuk/go-chart/v2"
)

// bandOpacity is that of the band between the least and the greatest values.
const bandOpacity = 0.3

// dense tells whether so many points over so many pixel columns crowd them:
// were they drawn as one line, it would fill the columns and bury other curves.
func dense(points, columns int) bool { return columns > 2 && points > 4*columns }

// A band draws what lies between the least and the greatest value of each pixel
// column, translucent, where a curve is dense. It is a series of its own, so
// that all bands lie under all lines.
type band struct{ curve }

var _ chart.Series = band{}

// Render fills the band inside box.
func (b band) Render(r chart.Renderer, box chart.Box, xrange, yrange chart.Range, _ chart.Style) {
	y, ok := yrange.(*axis)
	if !ok {
		return
	}
	p := b.pencil(r, box)
	place := func(x int, v float64) (int, int) { return p.pixel(float64(x), clamp(y.at(v), 0, 1)) }
	x, column := b.columnsOf(box, xrange)
	var high, low []Vec
	for from, to := range b.runs() {
		if !dense(to-from, column(to-1)-column(from)+1) {
			continue
		}
		high, low = high[:0], low[:0]
		for i := from; i < to; {
			end := columnEnd(i, to, column)
			e := extentOf(b.series.Y[i:end])
			middle := x((i + end - 1) / 2)
			high, low = append(high, Vec{float64(middle), e.hi}), append(low, Vec{float64(middle), e.lo})
			i = end
		}
		r.SetFillColor(p.full.WithAlpha(uint8(math.Round(255 * bandOpacity * b.opacity))))
		r.MoveTo(place(int(low[0].X), low[0].Y))
		for _, v := range high {
			r.LineTo(place(int(v.X), v.Y))
		}
		for _, v := range slices.Backward(low) {
			r.LineTo(place(int(v.X), v.Y))
		}
		r.Close()
		r.Fill()
	}
}

// extentOf is that of numbers none of which is NaN.
func extentOf(ys []float64) extent {
	e := extent{ys[0], ys[0]}
	for _, y := range ys {
		if y < e.lo {
			e.lo = y
		} else if y > e.hi {
			e.hi = y
		}
	}
	return e
}

// medians draws the line of a dense run: through the median of each pixel
// column, from where the run begins to where it ends.
func (c curve) medians(p *pencil, y *axis, from, to int, x, column func(i int) int) {
	ys := c.series.Y
	p.to(float64(x(from)), y.at(ys[from]), c.clamps(ys[from]))
	for i := from; i < to; {
		end := columnEnd(i, to, column)
		m := medianOf(ys[i:end])
		p.to(float64(x((i+end-1)/2)), y.at(m), c.clamps(m))
		i = end
	}
	p.to(float64(x(to-1)), y.at(ys[to-1]), c.clamps(ys[to-1]))
}

// medianOf is the median of numbers none of which is NaN, or, if they are many,
// of some, evenly taken.
func medianOf(ys []float64) float64 {
	const enough = 31
	var room [enough]float64
	n := min(len(ys), enough)
	for k := range n {
		room[k] = ys[k*len(ys)/n]
	}
	slices.Sort(room[:n])
	return room[n/2]
}
