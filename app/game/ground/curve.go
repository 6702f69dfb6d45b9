package ground

import (
	"descentlab/surfaces"
)

// curve is a formula of x alone as an objective with one coordinate.
type curve struct{ probe *surfaces.Probe }

func (c curve) Dim() int { return 1 }

// Eval is the height and its derivative.
func (c curve) Eval(grad, x []float64, _ int) float64 {
	f, slope, _ := c.probe.Grad(x[0], 0)
	if grad != nil {
		grad[0] = slope
	}
	return f
}

// Hessian is the second derivative.
func (c curve) Hessian(h, x []float64, _ int) bool {
	h[0] = c.probe.Jet(x[0], 0).XX
	return true
}

// looks is into how many parts the window is cut in the search for valleys: none of the game's is as narrow.
const looks = 4000

// valleys are the minima and maxima of a curve inside a window, by bisection of its slope. The curvature is along x, and L1
// and L2 are both that.
func valleys(p *surfaces.Probe, view surfaces.Rect) (list []surfaces.Critical) {
	slope := func(x float64) float64 {
		_, s, _ := p.Grad(x, 0)
		return s
	}
	width := (view.X1 - view.X0) / looks
	for i := range looks {
		lo, hi := view.X0+float64(i)*width, view.X0+float64(i+1)*width
		a, b := slope(lo), slope(hi)
		switch {
		case i == 0 && a == 0:
			hi = lo
		case a == 0 || !(a*b <= 0): // a zero at lo is one of the part before
			continue
		}
		for range 80 {
			middle := lo + (hi-lo)/2
			if m := slope(middle); m*a > 0 {
				lo = middle
			} else {
				hi = middle
			}
		}
		list = append(list, extremum(p, hi))
	}
	return list
}

// extremum is the point of a curve where its slope is nothing.
func extremum(p *surfaces.Probe, x float64) surfaces.Critical {
	j := p.Jet(x, 0)
	c := surfaces.Critical{Kind: surfaces.Minimum, At: surfaces.Point{X: x}, Value: j.F, L1: j.XX, L2: j.XX}
	switch {
	case j.XX < 0:
		c.Kind = surfaces.Maximum
	case j.XX == 0:
		c.Kind = surfaces.Degenerate
	}
	return c
}
