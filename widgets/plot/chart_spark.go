package plot

import (
	"image"
	"image/color"
	"math"
)

// Sizes of a spark, in units.
const (
	sparkWidth  = 1.5
	sparkMargin = 2
)

// Spark draws values as a line without axes over the whole of dst, from its
// first at the left to its last at the right, and tints what lies between the
// line and zero, which is always in view. Lengths are in units of scale device
// pixels. What is in dst already, opaque or not, shows through. Values that are
// not finite leave gaps; one value alone is a level line.
func Spark(dst *image.RGBA, ys []float64, c color.RGBA, scale float64) {
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
	w := float64(dst.Rect.Dx()) - 2*margin
	h := float64(dst.Rect.Dy()) - 2*margin
	if w <= 0 || h <= 0 || len(ys) == 0 {
		return
	}
	place := func(i int, y float64) Vec {
		up := (y/2 - e.lo/2) / (e.hi/2 - e.lo/2) // halved, so that the difference cannot overflow
		return Vec{
			float64(dst.Rect.Min.X) + margin + w*float64(i)/float64(len(ys)-1),
			float64(dst.Rect.Max.Y) - margin - h*up,
		}
	}
	column := func(i int) int { return int(place(i, 0).X) }
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
			fillPolygon(dst, append(area, place(to-1, 0)), faded(c, 0.18))
			strokePolyline(dst, line, math.Max(1, sparkWidth*scale), c)
		}
		from = to
	}
}
