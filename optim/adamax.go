package optim

import "math"

// Adamax is Adam with the greatest recent gradient in the place of the root mean square (Kingma & Ba 2014,
// algorithm 2): u = max(Beta2*u, |g| + Eps), direction mhat/u.
type Adamax struct{ Beta1, Beta2, Eps float64 }

var _ = register(Method{
	Key: "adamax", Title: "Adamax", Family: Adaptive, Year: 2014,
	Cite: "Kingma & Ba 2014, Adam: A Method for Stochastic Optimization, section 7.1, arXiv:1412.6980",
	Idea: "Adam that divides by the greatest recent gradient, so that no step exceeds the rate.",
	Knobs: []Knob{
		learningRate(0.1, 1e-4, 1),
		beta("beta1", 0.9, firstHelp),
		beta("beta2", 0.999, secondHelp),
		epsilon(1e-8),
		weightDecay(0, l2Help),
	},
	Math: []string{
		firstMomentMath,
		`u_{t+1} = \max(\beta_2 u_t, |g_t| + \epsilon)`,
		`x_{t+1} = x_t - \eta \frac{\hat m_{t+1}}{u_{t+1}}`,
	},
	Python: Python{
		Torch: "torch.optim.Adamax([p], lr={lr}, betas=({beta1}, {beta2}), eps={eps}, weight_decay={weight_decay})",
	},
	rules: func(k settings) []Rule {
		return []Rule{Adamax{k.num("beta1"), k.num("beta2"), k.num("eps")}, Rate{}}
	},
})

func (Adamax) Name() string     { return "adamax" }
func (Adamax) Memory() []string { return []string{"exp_avg", "exp_inf"} }

func (Adamax) separable() {}

func (r Adamax) Apply(s *Step) {
	m, u := s.Mem[0], s.Mem[1]
	c1 := 1 - power(r.Beta1, s.T+1)
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		u[i] = max(r.Beta2*u[i], math.Abs(g)+r.Eps)
		s.Dir[i] = m[i] / c1 / u[i]
	}
}

// Explain writes the mean, its correction and the greatest recent size.
func (r Adamax) Explain(u Part) []Line {
	return []Line{
		u.mean(0, MeanGradient, `m`, r.Beta1, `g`),
		u.memory(1, MeanSquare, `u`, `u \leftarrow \max(`+written(r.Beta2)+` u, |g| + \epsilon)`),
		u.unbiased(0, `m`, r.Beta1),
		u.hands(`\hat m / u`),
		u.divisor(`u`, func(i int) float64 { return u.After[1][i] }),
	}
}
