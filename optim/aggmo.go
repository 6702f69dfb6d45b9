package optim

// AggMo keeps three velocities that forget at different speeds, v = beta*v + g, and steps along their mean
// (Lucas et al. 2018, equation 3, whose number of velocities is free).
type AggMo struct{ Betas [3]float64 }

var _ = register(Method{
	Key: "aggmo", Title: "AggMo", Family: Momentum, Year: 2018,
	Cite: "Lucas, Sun, Zemel & Grosse 2018, Aggregated Momentum: Stability Through Passive Damping, arXiv:1804.00325",
	Idea: "The mean of a quick, a usual and a slow momentum: the quick ones damp the swings of the slow one.",
	Knobs: []Knob{
		learningRate(1e-3, 1e-5, 1),
		beta("beta1", 0, "How much of the first velocity is kept."),
		beta("beta2", 0.9, "How much of the second velocity is kept."),
		beta("beta3", 0.99, "How much of the third velocity is kept."),
	},
	Math: []string{
		`v_{i,t+1} = \beta_i v_{i,t} + g_t, \quad i = 1, 2, 3`,
		`x_{t+1} = x_t - \frac{\eta}{3} (v_{1,t+1} + v_{2,t+1} + v_{3,t+1})`,
	},
	Python: Python{
		Init: `v1, v2, v3 = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)`,
		Step: `v1 = beta1 * v1 + g
v2 = beta2 * v2 + g
v3 = beta3 * v3 + g
p -= lr * (v1 + v2 + v3) / 3`,
	},
	rules: func(k settings) []Rule {
		return []Rule{AggMo{[3]float64{k.num("beta1"), k.num("beta2"), k.num("beta3")}}, Rate{}}
	},
})

func (AggMo) Name() string     { return "aggmo" }
func (AggMo) Memory() []string { return []string{"velocity1", "velocity2", "velocity3"} }

func (AggMo) separable() {}

func (r AggMo) Apply(s *Step) {
	for i, g := range s.Dir {
		sum := 0.0
		for k, keep := range r.Betas {
			v := s.Mem[k]
			v[i] = keep*v[i] + g
			sum += v[i]
		}
		s.Dir[i] = sum / 3
	}
}
