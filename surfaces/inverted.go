package surfaces

import "descentlab/surfaces/expr"

// Inverted returns the probe of the surface turned upside down: its minima are the maxima of this one, and the way downhill leads
// uphill. One that is inverted already stays as it is. No proof is to be asked of it: that would be of the formula.
func (p *Probe) Inverted() *Probe {
	q := p.Fork()
	if !q.inverted {
		q.eval, q.inverted = inverted{q.eval}, true
	}
	return q
}

// Inverted is what a critical point is of the surface turned upside down.
func (c Critical) Inverted() Critical {
	switch c.Kind {
	case Minimum:
		c.Kind = Maximum
	case Maximum:
		c.Kind = Minimum
	}
	c.Value = -c.Value
	c.L1, c.L2, c.V1, c.V2 = -c.L2, -c.L1, c.V2, c.V1
	return c
}

// An inverted evaluator has the opposite values.
type inverted struct{ evaluator }

func (i inverted) Value(x, y float64) float64 { return -i.evaluator.Value(x, y) }

func (i inverted) Row(dst, xs []float64, y float64) {
	i.evaluator.Row(dst, xs, y)
	negate(dst)
}

func (i inverted) Grad(x, y float64) (f, fx, fy float64) {
	f, fx, fy = i.evaluator.Grad(x, y)
	return -f, -fx, -fy
}

func (i inverted) Grads(f, fx, fy, xs, ys []float64) bool {
	finite := i.evaluator.Grads(f, fx, fy, xs, ys)
	negate(f)
	negate(fx)
	negate(fy)
	return finite
}

func (i inverted) Jet(x, y float64) expr.Jet {
	j := i.evaluator.Jet(x, y)
	return expr.Jet{F: -j.F, X: -j.X, Y: -j.Y, XX: -j.XX, XY: -j.XY, YY: -j.YY}
}

// GaussNewton knows of no squares: what is turned upside down is no sum of such.
func (inverted) GaussNewton(float64, float64) (xx, xy, yy float64, ok bool) { return 0, 0, 0, false }

func negate(all []float64) {
	for k := range all {
		all[k] = -all[k]
	}
}
