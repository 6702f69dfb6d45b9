package optim

import "math"

// AdaBelief is Adam with the spread of the gradients around their mean in the place of their size (Zhuang et al. 2020,
// algorithm 2): v = Beta2*v + (1-Beta2)*(g-m)^2 + Eps, direction mhat/(sqrt(vhat) + Eps). Eps counts twice, and inside v
// it adds up to Eps/(1-Beta2).
//
// The default of Eps is the paper's 1e-8; the authors' later code has 1e-16, rectifies as RAdam does and decays
// weights as AdamW does, none of which is in the algorithm.
type AdaBelief struct{ Beta1, Beta2, Eps float64 }

var _ = register(Method{
	Key: "adabelief", Title: "AdaBelief", Family: Adaptive, Year: 2020,
	Cite:  "Zhuang et al. 2020, AdaBelief Optimizer: Adapting Stepsizes by the Belief in Observed Gradients, arXiv:2010.07468",
	Idea:  "Steps far where the gradient is as expected and carefully where it surprises.",
	Knobs: momentKnobs(0.02, 0.9, 0.999, 1e-8),
	Math: []string{
		firstMomentMath,
		`v_{t+1} = \beta_2 v_t + (1-\beta_2) (g_t - m_{t+1})^2 + \epsilon, \quad \hat v_{t+1} = \frac{v_{t+1}}{1-\beta_2^{t+1}}`,
		adamStepMath,
	},
	Python: Python{
		Init: momentsInit,
		Step: `m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * (g - m)**2 + eps
m_hat, v_hat = m / (1 - beta1**(t + 1)), v / (1 - beta2**(t + 1))
p -= lr * m_hat / (v_hat.sqrt() + eps)`,
	},
	rules: func(k settings) []Rule {
		return []Rule{AdaBelief{k.num("beta1"), k.num("beta2"), k.num("eps")}, Rate{}}
	},
})

func (AdaBelief) Name() string     { return "adabelief" }
func (AdaBelief) Memory() []string { return []string{"exp_avg", "exp_avg_var"} }

func (AdaBelief) separable() {}

func (r AdaBelief) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	c1, c2 := 1-power(r.Beta1, s.T+1), 1-power(r.Beta2, s.T+1)
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g-m[i]) + r.Eps
		s.Dir[i] = m[i] / c1 / (math.Sqrt(v[i]/c2) + r.Eps)
	}
}

// Explain writes the means, their corrections and the divisor.
func (r AdaBelief) Explain(u Part) []Line {
	c2 := 1 - power(r.Beta2, u.T+1)
	return []Line{
		u.mean(0, MeanGradient, `m`, r.Beta1, `g`),
		u.mean(1, MeanSquare, `v`, r.Beta2, `(g - m)^2 + \epsilon`),
		u.unbiased(0, `m`, r.Beta1), u.unbiased(1, `v`, r.Beta2),
		u.hands(`\hat m / (\sqrt{\hat v} + \epsilon)`),
		u.divisor(`\sqrt{\hat v} + \epsilon`, func(i int) float64 { return math.Sqrt(u.After[1][i]/c2) + r.Eps }),
	}
}
