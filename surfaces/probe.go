package surfaces

import "descentlab/surfaces/expr"

// A Probe evaluates one surface at given parameters. It owns scratch space, so
// that it must not be used by two goroutines at once: give each its own by Fork.
// After creation no method but Fork and Critical allocates.
type Probe struct {
	program *expr.Program
	params  []float64
	eval    *expr.Eval
}

// Fork returns a probe of the same surface with its own scratch space. The
// compiled formula is shared.
func (p *Probe) Fork() *Probe {
	return &Probe{program: p.program, params: p.params, eval: p.program.Bind(p.params...)}
}

// Value returns the loss at (x, y). Outside the formula's domain it is NaN or
// infinite.
func (p *Probe) Value(x, y float64) float64 { return p.eval.Value(x, y) }

// Row stores the loss at (xs[i], y) in dst[i], bit for bit what Value returns.
func (p *Probe) Row(dst, xs []float64, y float64) { p.eval.Row(dst, xs, y) }

// Grad returns the loss and its gradient at (x, y).
func (p *Probe) Grad(x, y float64) (f, fx, fy float64) { return p.eval.Grad(x, y) }

// Jet returns the loss, its gradient and its Hessian at (x, y), exact up to
// rounding.
func (p *Probe) Jet(x, y float64) expr.Jet { return p.eval.Jet(x, y) }

// Dim returns the number of variables, 2.
func (p *Probe) Dim() int { return 2 }

// Eval returns the loss at (x[0], x[1]) and stores its gradient in grad unless
// that is nil. A formula's loss is the same at every draw, so draw is ignored.
func (p *Probe) Eval(grad, x []float64, draw int) float64 {
	if grad == nil {
		return p.eval.Value(x[0], x[1])
	}
	f, fx, fy := p.eval.Grad(x[0], x[1])
	grad[0], grad[1] = fx, fy
	return f
}

// Hessian stores the second derivatives at (x[0], x[1]) in h, row by row. They exist everywhere, be they infinite or not
// a number, so the answer is true. The draw is ignored.
func (p *Probe) Hessian(h, x []float64, draw int) bool {
	j := p.eval.Jet(x[0], x[1])
	h[0], h[1], h[2], h[3] = j.XX, j.XY, j.XY, j.YY
	return true
}

// GaussNewton stores 2*J'J at (x[0], x[1]) in h, row by row, J being the Jacobian of the residuals, if the formula is a
// sum of squares. The draw is ignored.
func (p *Probe) GaussNewton(h, x []float64, draw int) bool {
	residuals, ok := p.eval.Residuals(x[0], x[1])
	if !ok {
		return false
	}
	xx, xy, yy := 0.0, 0.0, 0.0
	for _, r := range residuals {
		xx += r.X * r.X
		xy += r.X * r.Y
		yy += r.Y * r.Y
	}
	h[0], h[1], h[2], h[3] = 2*xx, 2*xy, 2*xy, 2*yy
	return true
}

// Many stores loss and gradient at many points: (x[i], x[n+i]) for n = len(f). The draw is ignored.
func (p *Probe) Many(f, grad, x []float64, draw int) {
	n := len(f)
	p.eval.Grads(f, grad[:n], grad[n:], x[:n], x[n:])
}
