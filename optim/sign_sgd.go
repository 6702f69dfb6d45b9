package optim

// SignSGD steps by the gradient's signs alone (Bernstein et al. 2018, algorithm 1).
type SignSGD struct{}

var _ = register(Method{
	Key: "sign_sgd", Title: "signSGD", Family: Momentum, Year: 2018,
	Cite: "Bernstein, Wang, Azizzadenesheli & Anandkumar 2018, signSGD: Compressed Optimisation for Non-Convex Problems, " +
		"arXiv:1802.04434",
	Idea:  "Every coordinate steps by exactly the rate, downhill, however steep it is.",
	Knobs: []Knob{learningRate(1.5e-3, 1e-5, 0.1)},
	Math:  []string{`x_{t+1} = x_t - \eta \operatorname{sign}(g_t)`},
	Python: Python{
		Step: `p -= lr * torch.sign(g)`,
	},
	rules: func(settings) []Rule { return []Rule{SignSGD{}, Rate{}} },
})

func (SignSGD) Name() string     { return "sign_sgd" }
func (SignSGD) Memory() []string { return nil }

func (SignSGD) separable() {}
func (SignSGD) timeless()  {}

func (SignSGD) Apply(s *Step) {
	for i, g := range s.Dir {
		s.Dir[i] = sign(g)
	}
}

// Explain writes the signs.
func (SignSGD) Explain(u Part) []Line { return []Line{u.hands(`\operatorname{sign}(g)`)} }
