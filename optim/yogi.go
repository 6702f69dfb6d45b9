package optim

import "math"

// Yogi is Adam whose mean square changes by a bounded amount: v = v - (1-Beta2)*sign(v-g^2)*g^2 (Zaheer et al. 2018,
// algorithm 2), v starting at InitialAccumulator. Adam forgets large gradients as fast as v is large; Yogi only as fast as
// the new ones are. The means are corrected for their start as Adam's are, which the paper leaves out and
// common implementations do.
type Yogi struct{ Beta1, Beta2, Eps, InitialAccumulator float64 }

var _ = register(Method{
	Key: "yogi", Title: "Yogi", Family: Adaptive, Year: 2018,
	Cite: "Zaheer, Reddi, Sachan, Kale & Kumar 2018, Adaptive Methods for Nonconvex Optimization, NeurIPS",
	Idea: "Adam that forgets large gradients slowly, so that its rate does not shoot up after them.",
	Knobs: momentKnobs(0.05, 0.9, 0.999, 1e-3,
		nonNegative("initial_accumulator", 1e-6, 1, "Where the mean square starts."),
	),
	Math: []string{
		firstMomentMath,
		`v_{t+1} = v_t - (1-\beta_2) \operatorname{sign}(v_t - g_t^2) g_t^2, \quad \hat v_{t+1} = \frac{v_{t+1}}{1-\beta_2^{t+1}}`,
		adamStepMath,
	},
	Python: Python{
		Init: `m, v = torch.zeros_like(p), torch.full_like(p, initial_accumulator)`,
		Step: `m = beta1 * m + (1 - beta1) * g
v = v - (1 - beta2) * torch.sign(v - g**2) * g**2
m_hat, v_hat = m / (1 - beta1**(t + 1)), v / (1 - beta2**(t + 1))
p -= lr * m_hat / (v_hat.sqrt() + eps)`,
	},
	rules: func(k settings) []Rule {
		return []Rule{Yogi{k.num("beta1"), k.num("beta2"), k.num("eps"), k.num("initial_accumulator")}, Rate{}}
	},
})

func (Yogi) Name() string     { return "yogi" }
func (Yogi) Memory() []string { return []string{"exp_avg", "exp_avg_sq"} }

func (Yogi) separable() {}

func (r Yogi) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	c1, c2 := 1-power(r.Beta1, s.T+1), 1-power(r.Beta2, s.T+1)
	for i, g := range s.Dir {
		if s.T == 0 {
			v[i] = r.InitialAccumulator
		}
		m[i] = average(m[i], r.Beta1, g)
		square := g * g
		v[i] -= (1 - r.Beta2) * sign(v[i]-square) * square
		s.Dir[i] = m[i] / c1 / (math.Sqrt(v[i]/c2) + r.Eps)
	}
}

// Explain writes the means, their corrections and the divisor.
func (r Yogi) Explain(u Part) []Line {
	c2 := 1 - power(r.Beta2, u.T+1)
	moves := `v \leftarrow v - ` + weighted(1-r.Beta2, `\operatorname{sign}(v - g^2) g^2`)
	return []Line{
		u.mean(0, MeanGradient, `m`, r.Beta1, `g`),
		u.memory(1, MeanSquare, `v`, moves),
		u.unbiased(0, `m`, r.Beta1), u.unbiased(1, `v`, r.Beta2),
		u.hands(`\hat m / (\sqrt{\hat v} + \epsilon)`),
		u.divisor(`\sqrt{\hat v} + \epsilon`, func(i int) float64 { return math.Sqrt(u.After[1][i]/c2) + r.Eps }),
	}
}
