package optim

import "math"

// ADOPT divides each gradient by the size of those before it, itself left out, and averages then (Taniguchi et al. 2024,
// algorithm 2): the first update only sets v = g^2; then n = g/max(sqrt(v), Eps), cut to +-t^(1/4) at the update numbered t
// from 0, m = Beta1*m + (1-Beta1)*n, direction m, and v = Beta2*v + (1-Beta2)*g^2 last. The cut is the authors' later
// remedy for a v that starts near zero.
type ADOPT struct{ Beta1, Beta2, Eps float64 }

var _ = register(Method{
	Key: "adopt", Title: "ADOPT", Family: Adaptive, Year: 2024,
	Cite:  "Taniguchi et al. 2024, ADOPT: Modified Adam Can Converge with Any beta2 with the Optimal Rate, arXiv:2411.02853",
	Idea:  "Adam whose divisor has not yet seen the gradient that it divides, which saves its convergence.",
	Knobs: momentKnobs(0.2, 0.9, 0.9999, 1e-6),
	Math: []string{
		`v_1 = g_0^2, \quad x_1 = x_0`,
		`n_t = \operatorname{clip}(\frac{g_t}{\max(\sqrt{v_t}, \epsilon)}, -t^{1/4}, t^{1/4})`,
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) n_t`,
		`x_{t+1} = x_t - \eta m_{t+1}`,
		`v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2`,
	},
	Python: Python{
		Init: momentsInit,
		Step: `if t == 0:
    v = g**2
else:
    n = (g / v.sqrt().clamp(min=eps)).clamp(-t**0.25, t**0.25)
    m = beta1 * m + (1 - beta1) * n
    p -= lr * m
    v = beta2 * v + (1 - beta2) * g**2`,
	},
	rules: func(k settings) []Rule { return []Rule{ADOPT{k.num("beta1"), k.num("beta2"), k.num("eps")}, Rate{}} },
})

func (ADOPT) Name() string     { return "adopt" }
func (ADOPT) Memory() []string { return []string{"exp_avg", "exp_avg_sq"} }

func (ADOPT) separable() {}

func (r ADOPT) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	most := math.Sqrt(math.Sqrt(float64(s.T)))
	for i, g := range s.Dir {
		if s.T == 0 {
			v[i] = g * g
			s.Dir[i] = 0
			continue
		}
		n := min(max(g/max(math.Sqrt(v[i]), r.Eps), -most), most)
		m[i] = average(m[i], r.Beta1, n)
		v[i] = averageSquare(v[i], r.Beta2, g)
		s.Dir[i] = m[i]
	}
}
