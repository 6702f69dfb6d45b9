package optim

// Lion steps by the signs of a mean gradient that weighs the fresh one more than its memory does (Chen et al. 2023,
// algorithm 2): direction sign(Beta1*m + (1-Beta1)*g), and only then m = Beta2*m + (1-Beta2)*g. Its weight decay acts on
// the point itself.
type Lion struct{ Beta1, Beta2 float64 }

var _ = register(Method{
	Key: "lion", Title: "Lion", Family: Momentum, Year: 2023,
	Cite: "Chen et al. 2023, Symbolic Discovery of Optimization Algorithms, arXiv:2302.06675",
	Idea: "Found by a search through programs: steps of one size, by the signs of a mean gradient.",
	Knobs: []Knob{
		learningRate(2e-3, 1e-5, 0.1),
		beta("beta1", 0.9, "How much of the mean, against the fresh gradient, decides the signs."),
		beta("beta2", 0.99, "How slowly the mean gradient forgets."),
		weightDecay(0, "Pulls the point towards the origin, past the signs."),
	},
	Math: []string{
		`u_t = \operatorname{sign}(\beta_1 m_t + (1-\beta_1) g_t)`,
		`x_{t+1} = x_t - \eta (u_t + \lambda x_t)`,
		`m_{t+1} = \beta_2 m_t + (1-\beta_2) g_t`,
	},
	Python: Python{
		Init: `m = torch.zeros_like(p)`,
		Step: `u = torch.sign(beta1 * m + (1 - beta1) * g)
p -= lr * (u + weight_decay * p)
m = beta2 * m + (1 - beta2) * g`,
	},
	decoupled: true,
	rules: func(k settings) []Rule {
		return []Rule{Lion{k.num("beta1"), k.num("beta2")}, Decay{k.num("weight_decay")}, Rate{}}
	},
})

func (Lion) Name() string     { return "lion" }
func (Lion) Memory() []string { return []string{"exp_avg"} }

func (Lion) separable() {}

func (r Lion) Apply(s *Step) {
	m := s.Mem[0]
	for i, g := range s.Dir {
		s.Dir[i] = sign(average(m[i], r.Beta1, g))
		m[i] = average(m[i], r.Beta2, g)
	}
}

// Explain writes the signs, which see the mean as it was before, and then the mean.
func (r Lion) Explain(u Part) []Line {
	return []Line{
		u.hands(`u = \operatorname{sign}(` + written(r.Beta1) + ` m + ` + weighted(1-r.Beta1, `g`) + `)`),
		u.mean(0, MeanGradient, `m`, r.Beta2, `g`),
	}
}
