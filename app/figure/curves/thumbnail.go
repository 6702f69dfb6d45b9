package curves

import (
	"math"

	"descentlab/app/curve"
	"descentlab/widgets/plot"
)

// A Thumbnail is a curve in small.
type Thumbnail struct {
	Curve *curve.Curve
	Look  Look
}

// Draw draws it.
func (t Thumbnail) Draw(on plot.Canvas) {
	s := newSketch(on, t.Look)
	r := t.Curve.Home
	b := box{plot.Box{X1: s.w, Y1: s.h}, r.X0, r.X1, r.Y0 - 0.05*(r.Y1-r.Y0), r.Y1}
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	n := int(math.Max(8, s.w/1.5))
	ws, losses := make([]float64, n), make([]float64, n)
	for i := range ws {
		ws[i] = b.x0 + (b.x1-b.x0)*float64(i)/float64(n-1)
	}
	t.Curve.Losses(losses, ws)
	pts := make([]plot.Vec, n)
	for i := range pts {
		pts[i] = b.at(ws[i], math.Max(b.y0, math.Min(b.y1*1.2, losses[i])))
	}
	ground := []plot.Vec{{X: 0, Y: s.h}}
	for _, v := range pts {
		if v.Finite() {
			ground = append(ground, v)
		}
	}
	s.on.Fill(append(ground, plot.Vec{X: s.w, Y: s.h}), faded(s.Palette.Accent, 0.2))
	s.line(1.4, faded(s.Palette.Accent, 0.85), pts...)
}
