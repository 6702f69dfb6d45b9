package optim

import "math"

// MADGRAD keeps the sum of all gradients and goes from the start x0, not from where it is (Defazio & Jelassi 2021,
// algorithm 1): with l = lr*sqrt(t+1), sum = sum + l*g, squares = squares + l*g^2,
// z = x0 - sum/(cbrt(squares) + Eps), and x moves the part 1-Momentum of the way to z. As in the authors' code Eps is
// also added to lr.
//
// It sets the position itself, so no Rate follows it.
type MADGRAD struct{ Momentum, Eps float64 }

var _ = register(Method{
	Key: "madgrad", Title: "MADGRAD", Family: Adaptive, Year: 2021,
	Cite: "Defazio & Jelassi 2021, Adaptivity without Compromise: A Momentumized, Adaptive, Dual Averaged Gradient Method, " +
		"arXiv:2101.11075",
	Idea: "Adds up all gradients since the start and steps from there, divided by a cube root instead of a square root.",
	Knobs: []Knob{
		learningRate(0.01, 1e-4, 1),
		beta("momentum", 0.9, "How little x follows the point that the sums lead to."),
		positive("eps", 1e-6, 1e-12, 1e-2, "Keeps the division finite where gradients are tiny; added to the rate too."),
	},
	Math: []string{
		`l_t = (\eta + \epsilon) \sqrt{t+1}`,
		`s_{t+1} = s_t + l_t g_t, \quad \nu_{t+1} = \nu_t + l_t g_t^2`,
		`z_{t+1} = x_0 - \frac{s_{t+1}}{\nu_{t+1}^{1/3} + \epsilon}`,
		`x_{t+1} = \mu x_t + (1-\mu) z_{t+1}`,
	},
	Python: Python{
		Init: `x0, s, nu = p.clone(), torch.zeros_like(p), torch.zeros_like(p)`,
		Step: `scale = (lr + eps) * math.sqrt(t + 1)
s = s + scale * g
nu = nu + scale * g**2
z = x0 - s / (nu**(1 / 3) + eps)
p.copy_(momentum * p + (1 - momentum) * z)`,
	},
	rules: func(k settings) []Rule { return []Rule{MADGRAD{k.num("momentum"), k.num("eps")}} },
})

func (MADGRAD) Name() string     { return "madgrad" }
func (MADGRAD) Memory() []string { return []string{"s", "grad_sum_sq", "x0"} }

func (MADGRAD) separable() {}

func (r MADGRAD) Apply(s *Step) {
	sum, squares, start := s.Mem[0], s.Mem[1], s.Mem[2]
	if s.T == 0 {
		copy(start, s.X)
	}
	scale := (s.LR + r.Eps) * math.Sqrt(float64(s.T+1))
	for i, g := range s.Dir {
		sum[i] = math.FMA(scale, g, sum[i])
		squares[i] = math.FMA(scale*g, g, squares[i])
		z := start[i] - sum[i]/(math.Cbrt(squares[i])+r.Eps)
		s.Dir[i] = (1 - r.Momentum) * (s.X[i] - z)
	}
}
