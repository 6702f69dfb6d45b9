package optim

import "math/rand/v2"

// NewNoise wraps an objective so that every component of its gradient gets independent Gaussian noise of standard
// deviation sigma; the loss and its second derivatives stay as they are. The noise is a pure function of
// (seed, draw): any step can be recomputed, and racers that share a seed meet the same noise. The draw Exact adds nothing;
// sigma 0 returns obj itself. As the objective it wraps, the result belongs to one goroutine.
func NewNoise(obj Objective, sigma float64, seed uint64) Objective {
	if sigma == 0 {
		return obj
	}
	n := &wideNoise{noise{Objective: obj, sigma: sigma, seed: seed}}
	n.random = rand.New(&n.source)
	if _, wide := obj.(Wide); !wide {
		return &n.noise
	}
	return n
}

type noise struct {
	Objective
	sigma  float64
	seed   uint64
	source rand.PCG // reseeded for every evaluation: it carries nothing over
	random *rand.Rand
}

// Stochastic reports that gradients differ from the exact one.
func (n *noise) Stochastic() bool { return true }

// Sampled tells whether the wrapped objective's losses differ from draw to draw; noise leaves them as they are.
func (n *noise) Sampled() bool { return Sampled(n.Objective) }

func (n *noise) Eval(grad, x []float64, draw int) float64 {
	f := n.Objective.Eval(grad, x, draw)
	if draw == Exact || grad == nil {
		return f
	}
	n.source.Seed(n.seed, uint64(draw))
	for i := range grad {
		grad[i] += n.sigma * n.random.NormFloat64()
	}
	return f
}

// Hessian is the wrapped objective's, without noise.
func (n *noise) Hessian(h, x []float64, draw int) bool {
	curved, ok := n.Objective.(Curved)
	return ok && curved.Hessian(h, x, draw)
}

// GaussNewton is the wrapped objective's, without noise.
func (n *noise) GaussNewton(h, x []float64, draw int) bool {
	squares, ok := n.Objective.(SumOfSquares)
	return ok && squares.GaussNewton(h, x, draw)
}

// Minimum is the wrapped objective's.
func (n *noise) Minimum() (float64, bool) {
	if floored, ok := n.Objective.(Floored); ok {
		return floored.Minimum()
	}
	return 0, false
}

// wideNoise is noise around a Wide objective.
type wideNoise struct{ noise }

// Many is the wrapped objective's, with the noise of the draw, which is the same at every point.
func (n *wideNoise) Many(f, grad, x []float64, draw int) bool {
	finite := n.Objective.(Wide).Many(f, grad, x, draw)
	if draw == Exact {
		return finite
	}
	n.source.Seed(n.seed, uint64(draw))
	for at := 0; at < len(grad); at += len(f) {
		add := n.sigma * n.random.NormFloat64()
		for i := range f {
			grad[at+i] += add
		}
	}
	return false // a sum of finite numbers need not be finite
}
