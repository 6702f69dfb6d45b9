package bench

import "descentlab/optim"

// floored hands on what an objective can be asked, and knows its least value.
type floored struct {
	optim.Objective
	least float64
}

func (f floored) Minimum() (float64, bool) { return f.least, true }

func (f floored) Stochastic() bool { return optim.Stochastic(f.Objective) }

func (f floored) Sampled() bool { return optim.Sampled(f.Objective) }

func (f floored) Hessian(h, x []float64, draw int) bool {
	c, is := f.Objective.(optim.Curved)
	return is && c.Hessian(h, x, draw)
}

func (f floored) GaussNewton(h, x []float64, draw int) bool {
	s, is := f.Objective.(optim.SumOfSquares)
	return is && s.GaussNewton(h, x, draw)
}
