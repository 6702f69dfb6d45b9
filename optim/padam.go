package optim

import "math"

// Padam is AMSGrad that divides by a smaller power than the square root (Chen et al. 2018, algorithm 1, as in the
// authors' code): direction sqrt(c2)/c1*m/(sqrt(greatest v) + Eps)^(2*Partial). Partial 1/2 is AMSGrad (with Eps
// added before the correction c2), and towards 0 it becomes descent with momentum.
type Padam struct{ Beta1, Beta2, Partial, Eps float64 }

var _ = register(Method{
	Key: "padam", Title: "Padam", Family: Adaptive, Year: 2018,
	Cite: "Chen, Zhou, Tang, Yang, Cao & Gu 2018, Closing the Generalization Gap of Adaptive Gradient Methods in Training " +
		"Deep Neural Networks, arXiv:1806.06763",
	Idea: "One knob leads from SGD to AMSGrad: the power with which the size of the gradients divides.",
	Knobs: momentKnobs(0.05, 0.9, 0.999, 1e-8,
		open(fraction("partial", 0.25, 0.01, 0.5, "The power of the division: 0.5 as in AMSGrad, near 0 almost none."),
			true, false, 0.5).main(),
	),
	Math: []string{
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t`,
		`v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2, \quad u_{t+1} = \max(u_t, v_{t+1})`,
		`x_{t+1} = x_t - \eta \frac{\sqrt{1-\beta_2^{t+1}}}{1-\beta_1^{t+1}} \frac{m_{t+1}}{(\sqrt{u_{t+1}} + \epsilon)^{2p}}`,
	},
	Python: Python{
		Init: momentsInit + `
most = torch.zeros_like(p)`,
		Step: `m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
most = torch.maximum(most, v)
scale = math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1))
p -= lr * scale * m / (most.sqrt() + eps)**(2 * partial)`,
	},
	rules: func(k settings) []Rule {
		return []Rule{Padam{k.num("beta1"), k.num("beta2"), k.num("partial"), k.num("eps")}, Rate{}}
	},
})

func (Padam) Name() string     { return "padam" }
func (Padam) Memory() []string { return []string{"exp_avg", "exp_avg_sq", "max_exp_avg_sq"} }

func (Padam) separable() {}

func (r Padam) Apply(s *Step) {
	m, v, most := s.Mem[0], s.Mem[1], s.Mem[2]
	scale := math.Sqrt(1-power(r.Beta2, s.T+1)) / (1 - power(r.Beta1, s.T+1))
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		most[i] = max(most[i], v[i])
		s.Dir[i] = scale * m[i] / math.Pow(math.Sqrt(most[i])+r.Eps, 2*r.Partial)
	}
}
