package optim

import "math"

// NovoGrad divides the gradient by the root of the mean square of its length, not of its components, and gathers momentum after
// that (Ginsburg et al. 2019, algorithm 1): v = Beta2*v + (1-Beta2)*|g|^2, with v = |g|^2 at first,
// m = Beta1*m + (g/(sqrt(v) + Eps) + Decay*x), direction m. The whole point is one layer. Eps is added in the first update too,
// where the paper divides by |g| alone.
type NovoGrad struct{ Beta1, Beta2, Eps, Decay float64 }

var _ = register(Method{
	Key: "novograd", Title: "NovoGrad", Family: Adaptive, Year: 2019,
	Cite: "Ginsburg et al. 2019, Stochastic Gradient Methods with Layer-wise Adaptive Moments for Training of Deep Networks, " +
		"arXiv:1905.11286",
	Idea: "Momentum over gradients of about unit length: the size is divided out, the direction is kept.",
	Knobs: momentKnobs(0.005, 0.95, 0.98, 1e-8,
		weightDecay(0, "Pulls the point towards the origin, past the division; it enters the momentum."),
	),
	decoupled: true,
	Math: []string{
		`v_1 = \lVert g_0 \rVert^2, \quad v_{t+1} = \beta_2 v_t + (1-\beta_2) \lVert g_t \rVert^2`,
		`m_{t+1} = \beta_1 m_t + \frac{g_t}{\sqrt{v_{t+1}} + \epsilon} + \lambda x_t`,
		`x_{t+1} = x_t - \eta m_{t+1}`,
	},
	Python: Python{
		Init: `m, v = torch.zeros_like(p), 0.0`,
		Step: `v = beta2 * v + (1 - beta2) * g.norm()**2 if t > 0 else g.norm()**2
m = beta1 * m + g / (v**0.5 + eps) + weight_decay * p
p -= lr * m`,
	},
	rules: func(k settings) []Rule {
		return []Rule{NovoGrad{k.num("beta1"), k.num("beta2"), k.num("eps"), k.num("weight_decay")}, Rate{}}
	},
})

func (NovoGrad) Name() string     { return "novograd" }
func (NovoGrad) Memory() []string { return []string{"exp_avg", "exp_avg_sq"} }

func (r NovoGrad) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	square := dot(s.Dir, s.Dir)
	if s.T > 0 {
		square = r.Beta2*v[0] + float64((1-r.Beta2)*square)
	}
	fill(v, square)
	size := math.Sqrt(square) + r.Eps
	for i, g := range s.Dir {
		m[i] = math.FMA(r.Beta1, m[i], g/size+float64(r.Decay*s.X[i]))
		s.Dir[i] = m[i]
	}
}

// Explain writes the mean square of the gradient's length, and the velocity of gradients over its root.
func (r NovoGrad) Explain(u Part) []Line {
	square := `\lVert g \rVert^2`
	v := u.mean(1, MeanSquare, `v`, r.Beta2, square)
	if u.T == 0 {
		v.Math = `v \leftarrow ` + square
	}
	m := `m \leftarrow ` + written(r.Beta1) + ` m + g / (\sqrt{v} + \epsilon)`
	if r.Decay != 0 {
		m += ` + ` + weighted(r.Decay, `x`)
	}
	return []Line{v, u.memory(0, Velocity, `m`, m), u.hands(`m`)}
}
