package optim

import "math"

// LaProp divides first and averages then (Ziyin, Wang & Ueda 2020, algorithm 1): v = Beta2*v + (1-Beta2)*g^2,
// m = Beta1*m + (1-Beta1)*g/(sqrt(vhat) + Eps), direction mhat. Adam's mean and divisor may remember different times;
// here each gradient is divided by the size of its own.
//
// The rate multiplies the mean, as in the paper. The authors' code averages lr times the quotient, which differs while
// a schedule changes the rate.
type LaProp struct{ Beta1, Beta2, Eps float64 }

var _ = register(Method{
	Key: "laprop", Title: "LaProp", Family: Adaptive, Year: 2020,
	Cite:  "Ziyin, Wang & Ueda 2020, LaProp: Separating Momentum and Adaptivity in Adam, arXiv:2002.04839",
	Idea:  "Adam the other way round: gradients are divided by their size first and averaged afterwards.",
	Knobs: momentKnobs(0.05, 0.9, 0.999, 1e-15),
	Math: []string{
		secondMomentMath,
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) \frac{g_t}{\sqrt{\hat v_{t+1}} + \epsilon}`,
		`x_{t+1} = x_t - \eta \frac{m_{t+1}}{1-\beta_1^{t+1}}`,
	},
	Python: Python{
		Init: momentsInit,
		Step: `v = beta2 * v + (1 - beta2) * g**2
v_hat = v / (1 - beta2**(t + 1))
m = beta1 * m + (1 - beta1) * g / (v_hat.sqrt() + eps)
p -= lr * m / (1 - beta1**(t + 1))`,
	},
	rules: func(k settings) []Rule { return []Rule{LaProp{k.num("beta1"), k.num("beta2"), k.num("eps")}, Rate{}} },
})

func (LaProp) Name() string     { return "laprop" }
func (LaProp) Memory() []string { return []string{"exp_avg", "exp_avg_sq"} }

func (LaProp) separable() {}

func (r LaProp) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	c1, c2 := 1-power(r.Beta1, s.T+1), 1-power(r.Beta2, s.T+1)
	for i, g := range s.Dir {
		v[i] = averageSquare(v[i], r.Beta2, g)
		m[i] = average(m[i], r.Beta1, g/(math.Sqrt(v[i]/c2)+r.Eps))
		s.Dir[i] = m[i] / c1
	}
}
