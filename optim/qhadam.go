package optim

import "math"

// QHAdam is Adam whose two averages are mixed with the fresh gradient and its square (Ma & Yarats 2018, algorithm 2):
// direction ((1-Nu1)*g + Nu1*mhat)/(sqrt((1-Nu2)*g^2 + Nu2*vhat) + Eps). With Nu1 = Nu2 = 1 it is Adam.
type QHAdam struct{ Beta1, Beta2, Nu1, Nu2, Eps float64 }

var _ = register(Method{
	Key: "qhadam", Title: "QHAdam", Family: Adaptive, Year: 2018,
	Cite: "Ma & Yarats 2018, Quasi-hyperbolic momentum and Adam for deep learning, arXiv:1810.06801",
	Idea: "Adam with a part of the fresh gradient in each of its averages.",
	Knobs: momentKnobs(0.02, 0.995, 0.999, 1e-8,
		fraction("nu1", 0.7, 0, 1, "The part of the mean in the step; the rest is the fresh gradient.").main(),
		fraction("nu2", 1, 0, 1, "The part of the mean square in the divisor; the rest is the fresh square.").main(),
	),
	Math: []string{
		firstMomentMath,
		secondMomentMath,
		`x_{t+1} = x_t - \eta \frac{(1-\nu_1) g_t + \nu_1 \hat m_{t+1}}{\sqrt{(1-\nu_2) g_t^2 + \nu_2 \hat v_{t+1}} + \epsilon}`,
	},
	Python: Python{
		Init: momentsInit,
		Step: momentsStep + `
p -= lr * ((1 - nu1) * g + nu1 * m_hat) / (((1 - nu2) * g**2 + nu2 * v_hat).sqrt() + eps)`,
	},
	rules: func(k settings) []Rule {
		return []Rule{QHAdam{k.num("beta1"), k.num("beta2"), k.num("nu1"), k.num("nu2"), k.num("eps")}, Rate{}}
	},
})

func (QHAdam) Name() string     { return "qhadam" }
func (QHAdam) Memory() []string { return []string{"exp_avg", "exp_avg_sq"} }

func (QHAdam) separable() {}

func (r QHAdam) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	c1, c2 := 1-power(r.Beta1, s.T+1), 1-power(r.Beta2, s.T+1)
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		square := (1-r.Nu2)*g*g + r.Nu2*v[i]/c2
		s.Dir[i] = ((1-r.Nu1)*g + r.Nu1*m[i]/c1) / (math.Sqrt(square) + r.Eps)
	}
}
