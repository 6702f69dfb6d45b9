package optim

import "math"

// Adan is Adam with Nesterov's look ahead made of gradient differences (Xie et al. 2022, algorithm 1): d = g - g before
// (0 at first), means m of g, v of d and n of (g + Beta2*d)^2, direction (mhat + Beta2*vhat)/(sqrt(nhat) + Eps). The
// betas are the weights of the past, as in the authors' code; the paper's are 1 minus these.
//
// The authors' own weight decay, a division of x by 1 + lr*weight_decay, is left out.
type Adan struct{ Beta1, Beta2, Beta3, Eps float64 }

var _ = register(Method{
	Key: "adan", Title: "Adan", Family: Adaptive, Year: 2022,
	Cite: "Xie, Zhou, Li, Lin & Yan 2022, Adan: Adaptive Nesterov Momentum Algorithm for Faster Optimizing Deep Models, " +
		"arXiv:2208.06677",
	Idea: "Adam that looks ahead by watching how the gradient changes from step to step.",
	Knobs: []Knob{
		learningRate(0.01, 1e-4, 1),
		beta("beta1", 0.98, firstHelp),
		beta("beta2", 0.92, "How slowly the change of the gradient is forgotten."),
		beta("beta3", 0.99, secondHelp),
		epsilon(1e-8),
	},
	Math: []string{
		`d_t = g_t - g_{t-1}, \quad d_0 = 0`,
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t, \quad v_{t+1} = \beta_2 v_t + (1-\beta_2) d_t`,
		`n_{t+1} = \beta_3 n_t + (1-\beta_3) (g_t + \beta_2 d_t)^2`,
		`\hat m_t = \frac{m_t}{1-\beta_1^t}, \quad \hat v_t = \frac{v_t}{1-\beta_2^t}, \quad \hat n_t = \frac{n_t}{1-\beta_3^t}`,
		`x_{t+1} = x_t - \eta \frac{\hat m_{t+1} + \beta_2 \hat v_{t+1}}{\sqrt{\hat n_{t+1}} + \epsilon}`,
	},
	Python: Python{
		Init: `m, v, n = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)`,
		Step: `d = g - prev if t > 0 else torch.zeros_like(g)
prev = g.clone()
m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * d
n = beta3 * n + (1 - beta3) * (g + beta2 * d)**2
m_hat, v_hat, n_hat = m / (1 - beta1**(t + 1)), v / (1 - beta2**(t + 1)), n / (1 - beta3**(t + 1))
p -= lr * (m_hat + beta2 * v_hat) / (n_hat.sqrt() + eps)`,
	},
	rules: func(k settings) []Rule {
		return []Rule{Adan{k.num("beta1"), k.num("beta2"), k.num("beta3"), k.num("eps")}, Rate{}}
	},
})

func (Adan) Name() string     { return "adan" }
func (Adan) Memory() []string { return []string{"exp_avg", "exp_avg_diff", "exp_avg_sq", "prev"} }

func (Adan) separable() {}

func (r Adan) Apply(s *Step) {
	m, v, n, prev := s.Mem[0], s.Mem[1], s.Mem[2], s.Mem[3]
	c1, c2, c3 := 1-power(r.Beta1, s.T+1), 1-power(r.Beta2, s.T+1), 1-power(r.Beta3, s.T+1)
	for i, g := range s.Dir {
		d := 0.0
		if s.T > 0 {
			d = g - prev[i]
		}
		prev[i] = g
		m[i] = average(m[i], r.Beta1, g)
		v[i] = average(v[i], r.Beta2, d)
		n[i] = averageSquare(n[i], r.Beta3, g+r.Beta2*d)
		s.Dir[i] = (m[i]/c1 + r.Beta2*v[i]/c2) / (math.Sqrt(n[i]/c3) + r.Eps)
	}
}
