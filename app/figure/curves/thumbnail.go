package curves

import (
	"math"
	"math/rand/v2"

	"descentlab/app/curve"
	"descentlab/widgets/plot"
)

// A thumbnail is a curve in small, at a place.
type thumbnail struct {
	curve *curve.Curve
	at    plot.Box
}

func (t thumbnail) draw(s *sketch) {
	r := t.curve.Home
	b := box{t.at, r.X0, r.X1, r.Y0 - 0.05*(r.Y1-r.Y0), r.Y1}
	s.on.Box(plot.Vec{X: b.X0, Y: b.Y0}, b.X1-b.X0, b.Y1-b.Y0, s.px(3), mixed(s.Palette.Panel, s.Palette.Ground, 0.6))
	n := int(math.Max(8, 2*(b.X1-b.X0)))
	ws, losses := make([]float64, n), make([]float64, n)
	for i := range ws {
		ws[i] = b.x0 + (b.x1-b.x0)*float64(i)/float64(n-1)
	}
	t.curve.Losses(losses, ws)
	if sigma := t.curve.Noise(); sigma > 0 { // each place with the noise of a batch, as if there were one for each
		random := rand.New(rand.NewPCG(1, 2))
		for i := range losses {
			losses[i] += 0.9 * sigma * random.NormFloat64()
		}
	}
	pts := make([]plot.Vec, n)
	ground := []plot.Vec{{X: b.X0, Y: b.Y1}}
	for i := range pts {
		pts[i] = b.at(ws[i], math.Max(b.y0, math.Min(b.y1, losses[i])))
		if pts[i].Finite() {
			ground = append(ground, pts[i])
		}
	}
	s.on.Fill(append(ground, plot.Vec{X: b.X1, Y: b.Y1}), faded(s.Palette.Accent, 0.2))
	s.line(1.4, faded(s.Palette.Accent, 0.85), pts...)
}
