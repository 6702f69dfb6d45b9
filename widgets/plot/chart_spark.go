package plot

import (
	"image/color"
	"math"
)

// Sizes of a spark, in units.
const (
	sparkWidth  = 1.5
	sparkMargin = 2
)

// Spark draws values as a line without axes over the whole of a canvas, from
// the first at the left to the last at the right, and tints what lies between the
// line and zero, which is always in view. Lengths are in units of scale device
// units. What is on the canvas already shows through. Values that are
// not finite leave gaps; one value alone is a level line.
func Spark(on Canvas, ys []float64, c color.RGBA, scale float64) {
	e := extent{0, 0}
	for _, y := range ys {
		if isFinite(y) {
			e.add(y)
		}
	}
	if e.lo == e.hi {
		e.hi = 1
	}
	if len(ys) == 1 {
		ys = []float64{ys[0], ys[0]}
	}
	margin := sparkMargin * scale
	w, h := on.Size()
	foot := h - margin
	w, h = w-2*margin, h-2*margin
	if w <= 0 || h <= 0 || len(ys) == 0 {
		return
	}
	place := func(i int, y float64) Vec {
		up := (y/2 - e.lo/2) / (e.hi/2 - e.lo/2) // halved, so that the difference cannot overflow
		return Vec{margin + w*float64(i)/float64(len(ys)-1), foot - h*up}
	}
	column := func(i int) int { return int(place(i, 0).X) }
	s := sketch{on: on}
	for from := 0; from < len(ys); from++ {
		to := from
		for to < len(ys) && isFinite(ys[to]) {
			to++
		}
		var line []Vec
		for _, i := range thin(nil, ys, from, to, column) {
			line = append(line, place(i, ys[i]))
		}
		if len(line) > 0 {
			area := append([]Vec{place(from, 0)}, line...)
			s.polygon(faded(c, 0.18), append(area, place(to-1, 0))...)
			s.line(math.Max(1, sparkWidth*scale), c, line...)
		}
		from = to
	}
}
