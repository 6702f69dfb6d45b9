package optim

// Adai gives every coordinate an inertia of its own instead of a rate of its own (Xie et al. 2020, algorithm 2):
// beta = 1 - Beta0*vhat/mean(vhat), kept in [0, 1-Eps], m = beta*m + (1-beta)*g, direction m/(1 - product of the betas).
// A coordinate with gradients larger than the mean gets less inertia. The product of the betas so far is a memory.
type Adai struct{ Beta0, Beta2, Eps float64 }

var _ = register(Method{
	Key: "adai", Title: "Adai", Family: Adaptive, Year: 2020,
	Cite: "Xie, Wang, Zhang, Sato & Sugiyama 2020, Adaptive Inertia: Disentangling the Effects of Adaptive Learning Rate and " +
		"Momentum, arXiv:2006.15815",
	Idea: "SGD whose inertia adapts, not its rate: flat directions keep their speed, steep ones forget it.",
	Knobs: []Knob{
		learningRate(2e-3, 1e-5, 1),
		positive("beta0", 0.1, 1e-3, 1, "How quickly a coordinate of mean size forgets its speed.").main(),
		beta("beta2", 0.99, secondHelp),
		open(positive("eps", 1e-3, 1e-6, 0.1, "How far the inertia stays below 1."), true, false, 1),
	},
	Math: []string{
		secondMomentMath,
		`\bar v_{t+1} = \text{mean of } \hat v_{t+1} \text{ over the coordinates}`,
		`\mu_t = \operatorname{clip}(1 - \beta_0 \frac{\hat v_{t+1}}{\bar v_{t+1}}, 0, 1-\epsilon), \quad P_{t+1} = \mu_t P_t`,
		`m_{t+1} = \mu_t m_t + (1-\mu_t) g_t`,
		`x_{t+1} = x_t - \eta \frac{m_{t+1}}{1-P_{t+1}}`,
	},
	Python: Python{
		Init: momentsInit + `
product = torch.ones_like(p)`,
		Step: `v = beta2 * v + (1 - beta2) * g**2
inertia = (1 - beta0 * v / v.mean().clamp(min=1e-300)).clamp(0, 1 - eps)
product = product * inertia
m = inertia * m + (1 - inertia) * g
p -= lr * m / (1 - product)`,
	},
	rules: func(k settings) []Rule { return []Rule{Adai{k.num("beta0"), k.num("beta2"), k.num("eps")}, Rate{}} },
})

func (Adai) Name() string     { return "adai" }
func (Adai) Memory() []string { return []string{"exp_avg", "exp_avg_sq", "beta1_prod"} }

func (r Adai) Apply(s *Step) {
	m, v, product := s.Mem[0], s.Mem[1], s.Mem[2]
	sum := 0.0
	for i, g := range s.Dir {
		v[i] = averageSquare(v[i], r.Beta2, g)
		sum += v[i]
	}
	// The bias correction of v is the same above and below the line. The bound lets a point without any slope rest.
	mean := max(sum/float64(len(v)), 1e-300)
	for i, g := range s.Dir {
		if s.T == 0 {
			product[i] = 1
		}
		inertia := min(max(1-r.Beta0*v[i]/mean, 0), 1-r.Eps)
		product[i] *= inertia
		m[i] = average(m[i], inertia, g)
		s.Dir[i] = m[i] / (1 - product[i])
	}
}
