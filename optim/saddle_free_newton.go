package optim

import "math"

// SaddleFreeNewton replaces every eigenvalue of the Hessian by its absolute value: direction (|H| + Damping*I)^-1 g, so
// that saddles and maxima push away as strongly as Newton is drawn to them (Dauphin et al. 2014, algorithm 1, in the
// whole space instead of a Krylov subspace, with a fixed damping).
type SaddleFreeNewton struct{ Damping float64 }

var _ = register(Method{
	Key: "saddle_free_newton", Title: "Saddle-free Newton", Family: SecondOrder, Year: 2014,
	Cite: "Dauphin et al. 2014, Identifying and Attacking the Saddle Point Problem in High-dimensional Non-convex " +
		"Optimization, arXiv:1406.2572",
	Idea: "Newton with the Hessian's negative eigenvalues made positive, so that it leaves saddles instead of seeking them.",
	Math: []string{
		`H_t = V \Lambda V^\top, \quad \lvert H_t \rvert = V \lvert \Lambda \rvert V^\top`,
		`x_{t+1} = x_t - \eta (\lvert H_t \rvert + \lambda I)^{-1} g_t`,
	},
	Knobs: []Knob{
		learningRate(1, 0.01, 2),
		nonNegative("damping", 1e-3, 10, "Added to the eigenvalues' sizes: shortens the steps where the surface is flat.").main(),
	},
	Python: Python{Step: `lam, V = torch.linalg.eigh(hessian(p))
p -= lr * V @ ((V.T @ g) / (lam.abs() + damping))`},
	rules: func(k settings) []Rule { return []Rule{SaddleFreeNewton{k.num("damping")}, Rate{}} },
})

func (SaddleFreeNewton) Name() string     { return "saddle_free_newton" }
func (SaddleFreeNewton) Memory() []string { return nil }
func (SaddleFreeNewton) Work(dim int) int { return spectrumWork(dim) }

func (SaddleFreeNewton) timeless() {}

func (r SaddleFreeNewton) Apply(s *Step) {
	e := spectrumOf(s)
	if !e.hessian(s) {
		return
	}
	for k, value := range e.values {
		e.values[k] = math.Abs(value)
	}
	e.settle(s, r.Damping)
}
