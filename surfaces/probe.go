package surfaces

import "descentlab/surfaces/expr"

// A Probe evaluates one surface at given parameters. It owns scratch space, so
// that it must not be used by two goroutines at once: give each its own by Fork.
// After its first use no evaluation allocates.
type Probe struct {
	eval    evaluator
	program *expr.Program // of a plain formula, else nil
	params  []float64
	mean    *expr.Mean // over examples, else nil; eval is the same
	batches *batches   // nil unless Eval sees mini-batches
	box     *Rect      // nil unless points are kept in one

	inverted bool // eval has the opposite values
}

// An evaluator is a formula with its parameters, or its mean over examples.
type evaluator interface {
	Value(x, y float64) float64
	Row(dst, xs []float64, y float64)
	Grad(x, y float64) (f, fx, fy float64)
	Grads(f, fx, fy, xs, ys []float64) bool
	Jet(x, y float64) expr.Jet
	GaussNewton(x, y float64) (xx, xy, yy float64, ok bool)
}

// Fork returns a probe of the same surface with its own scratch space. The
// compiled formula is shared.
func (p *Probe) Fork() *Probe {
	f := &Probe{program: p.program, params: p.params, box: p.box, inverted: p.inverted}
	if p.mean == nil {
		f.eval = p.program.Bind(p.params...)
	} else {
		f.mean = p.mean.Fork()
		f.eval = f.mean
	}
	if b := p.batches; b != nil {
		f.batches = newBatches(f.mean, b.size, b.seed)
	}
	if p.inverted {
		f.eval = inverted{f.eval}
	}
	return f
}

// Value returns the loss at (x, y). Outside the formula's domain it is NaN or
// infinite.
func (p *Probe) Value(x, y float64) float64 { return p.eval.Value(x, y) }

// Row stores the loss at (xs[i], y) in dst[i], bit for bit what Value returns. The dst must be as long as xs and may be xs.
func (p *Probe) Row(dst, xs []float64, y float64) { p.eval.Row(dst, xs, y) }

// Grad returns the loss and its gradient at (x, y).
func (p *Probe) Grad(x, y float64) (f, fx, fy float64) { return p.eval.Grad(x, y) }

// Jet returns the loss, its gradient and its Hessian at (x, y), exact up to
// rounding.
func (p *Probe) Jet(x, y float64) expr.Jet { return p.eval.Jet(x, y) }

// Dim returns the number of variables, 2.
func (p *Probe) Dim() int { return 2 }

// Eval returns the loss at (x[0], x[1]) and stores its gradient in grad unless
// that is nil. A negative draw means the whole loss; others number the mini-batches, if the probe has them.
func (p *Probe) Eval(grad, x []float64, draw int) float64 {
	e := p.at(draw)
	if grad == nil {
		return e.Value(x[0], x[1])
	}
	f, fx, fy := e.Grad(x[0], x[1])
	grad[0], grad[1] = fx, fy
	return f
}

// Hessian stores the second derivatives at (x[0], x[1]) in h, row by row. They exist everywhere, be they infinite or not
// a number, so the answer is true. They are those of the draw.
func (p *Probe) Hessian(h, x []float64, draw int) bool {
	j := p.at(draw).Jet(x[0], x[1])
	h[0], h[1], h[2], h[3] = j.XX, j.XY, j.XY, j.YY
	return true
}

// GaussNewton stores 2*J'J at (x[0], x[1]) in h, row by row, J being the Jacobian of the residuals, if the formula is a
// sum of squares, and else returns false. Both are of the draw, as Hessian's are.
func (p *Probe) GaussNewton(h, x []float64, draw int) bool {
	xx, xy, yy, ok := p.at(draw).GaussNewton(x[0], x[1])
	if ok {
		h[0], h[1], h[2], h[3] = xx, xy, xy, yy
	}
	return ok
}

// Many stores loss and gradient at many points: those at (x[i], x[n+i]) in f[i] and (grad[i], grad[n+i]), for n = len(f).
// The slices must lie apart. The loss is that of the draw, as Eval's is. It tells whether all numbers stored are known to be
// finite.
func (p *Probe) Many(f, grad, x []float64, draw int) bool {
	n := len(f)
	return p.at(draw).Grads(f, grad[:n], grad[n:], x[:n], x[n:])
}
