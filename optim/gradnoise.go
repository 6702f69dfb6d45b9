package optim

import "math"

// GradNoise adds independent Gaussian noise to every component of the direction, with variance Sigma^2/(1+t)^Gamma
// (Neelakantan et al. 2015, Adding Gradient Noise Improves Learning for Very Deep Networks, arXiv:1511.06807, equation 1,
// with Gamma 0.55). It is the racer's own; the experiment's noise comes with the gradient.
type GradNoise struct{ Sigma, Gamma float64 }

func (GradNoise) Name() string     { return "grad_noise" }
func (GradNoise) Memory() []string { return nil }

func (r GradNoise) Apply(s *Step) {
	sigma := r.Sigma * math.Pow(1+float64(s.T), -r.Gamma/2)
	random := s.Random()
	for i := range s.Dir {
		s.Dir[i] += sigma * random.NormFloat64()
	}
}
