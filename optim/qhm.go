package optim

// QHM steps along a weighted mean of the gradient and its running mean (Ma & Yarats 2018, algorithm 1):
// m = Beta*m + (1-Beta)*g, direction (1-Nu)*g + Nu*m. Nu = 0 is plain descent, Nu = 1 is momentum with a rate 1/(1-Beta)
// times as large, and Nu = Beta is Nesterov's.
type QHM struct{ Beta, Nu float64 }

var _ = register(Method{
	Key: "qhm", Title: "QHM", Family: Momentum, Year: 2018,
	Cite: "Ma & Yarats 2018, Quasi-hyperbolic momentum and Adam for deep learning, arXiv:1810.06801",
	Idea: "Mixes plain descent with momentum: a part of each step follows the fresh gradient alone.",
	Knobs: []Knob{
		learningRate(5e-3, 1e-5, 1),
		beta("beta", 0.999, "How slowly the mean gradient forgets."),
		fraction("nu", 0.7, 0, 1, "The part of the step that follows the mean; the rest follows the fresh gradient.").main(),
	},
	Math: []string{
		`m_{t+1} = \beta m_t + (1-\beta) g_t`,
		`x_{t+1} = x_t - \eta ( (1-\nu) g_t + \nu m_{t+1} )`,
	},
	Python: Python{
		Init: `m = torch.zeros_like(p)`,
		Step: `m = beta * m + (1 - beta) * g
p -= lr * ((1 - nu) * g + nu * m)`,
	},
	rules: func(k settings) []Rule { return []Rule{QHM{k.num("beta"), k.num("nu")}, Rate{}} },
})

func (QHM) Name() string     { return "qhm" }
func (QHM) Memory() []string { return []string{"exp_avg"} }

func (QHM) separable() {}

func (r QHM) Apply(s *Step) {
	m := s.Mem[0]
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta, g)
		s.Dir[i] = (1-r.Nu)*g + r.Nu*m[i]
	}
}

// Explain writes the mean, and what the step mixes it with.
func (r QHM) Explain(u Part) []Line {
	mixed := weighted(1-r.Nu, `g`) + ` + ` + weighted(r.Nu, `m`)
	return []Line{u.mean(0, MeanGradient, `m`, r.Beta, `g`), u.hands(mixed)}
}
