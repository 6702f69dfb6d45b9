package optim

// Signum steps by the signs of the running mean gradient (Bernstein et al. 2018, algorithm 2):
// m = Momentum*m + (1-Momentum)*g, direction sign(m). Momentum 0 is signSGD. A mean of exactly 0 moves nothing.
type Signum struct{ Momentum float64 }

var _ = register(Method{
	Key: "signum", Title: "Signum", Family: Momentum, Year: 2018,
	Cite: "Bernstein, Wang, Azizzadenesheli & Anandkumar 2018, signSGD: Compressed Optimisation for Non-Convex Problems, " +
		"arXiv:1802.04434",
	Idea: "Every coordinate steps by exactly the rate, in the direction in which the mean gradient points.",
	Knobs: []Knob{
		learningRate(2e-3, 1e-5, 0.1),
		beta("momentum", 0.9, "How slowly the mean gradient forgets."),
	},
	Math: []string{
		`m_{t+1} = \mu m_t + (1-\mu) g_t`,
		`x_{t+1} = x_t - \eta \operatorname{sign}(m_{t+1})`,
	},
	Python: Python{
		Init: `m = torch.zeros_like(p)`,
		Step: `m = momentum * m + (1 - momentum) * g
p -= lr * torch.sign(m)`,
	},
	rules: func(k settings) []Rule { return []Rule{Signum{k.num("momentum")}, Rate{}} },
})

func (Signum) Name() string     { return "signum" }
func (Signum) Memory() []string { return []string{"exp_avg"} }

func (Signum) separable() {}

func (r Signum) Apply(s *Step) {
	m := s.Mem[0]
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Momentum, g)
		s.Dir[i] = sign(m[i])
	}
}

// Explain writes the mean and its signs.
func (r Signum) Explain(u Part) []Line {
	return []Line{u.mean(0, MeanGradient, `m`, r.Momentum, `g`), u.hands(`\operatorname{sign}(m)`)}
}
