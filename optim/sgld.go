package optim

import "math"

// SGLD is gradient descent with just as much noise that, at small rates, its positions are distributed as
// exp(-f/Temperature) (Welling & Teh 2011, equation 4): x = x - lr*g + sqrt(2*lr*Temperature)*xi, xi standard normal.
//
// Factors: the paper has eps/2 times the gradient of the log density and noise of variance eps; that is lr = eps/2 at
// temperature 1, f being minus the log density. The rule multiplies by the rate itself, for the noise goes
// with its root.
type SGLD struct{ Temperature float64 }

var _ = register(Method{
	Key: "sgld", Title: "Langevin dynamics", Family: Chance, Year: 2011,
	Cite: "Welling & Teh 2011, Bayesian Learning via Stochastic Gradient Langevin Dynamics, ICML",
	Idea: "Gradient descent in a heat bath: it comes to rest nowhere, but is found most where the loss is low.",
	Knobs: []Knob{
		learningRate(1.2e-3, 1e-5, 1),
		nonNegative("temperature", 1e-4, 5, "How hot the bath is: the mean loss that it keeps up; 0 is plain descent.").main(),
	},
	Math: []string{
		`x_{t+1} = x_t - \eta g_t + \sqrt{2 \eta T} \xi_t, \quad \xi_t \text{ standard normal}`,
	},
	Python: Python{
		Step: `xi = torch.randn(p.shape, generator=rng, dtype=p.dtype)
p += math.sqrt(2 * lr * temperature) * xi - lr * g`,
	},
	rules: func(k settings) []Rule { return []Rule{SGLD{k.num("temperature")}} },
})

func (SGLD) Name() string     { return "sgld" }
func (SGLD) Memory() []string { return nil }

func (r SGLD) Apply(s *Step) {
	noise, random := math.Sqrt(2*s.LR*r.Temperature), s.Random()
	for i, g := range s.Dir {
		s.Dir[i] = s.LR*g - noise*random.NormFloat64()
	}
}
