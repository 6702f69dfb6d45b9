package optim

import "math"

// ASGD is gradient descent with a decaying rate that also keeps the average of its positions from update T0 on
// (Polyak & Juditsky 1992): direction eta*(g + Lambd*x), where eta is the learning rate at first and
// lr/(1 + Lambd*lr*t)^Alpha of the update before later on. The racer is x; the average stays in the memory "ax".
//
// It multiplies by its own rate eta, so no Rate follows it. As in PyTorch a schedule reaches eta one update late.
type ASGD struct{ Lambd, Alpha, T0 float64 }

var _ = register(Method{
	Key: "asgd", Title: "ASGD", Family: Momentum, Year: 1992,
	Cite: "Polyak & Juditsky 1992, Acceleration of Stochastic Approximation by Averaging, SIAM Journal on Control and " +
		"Optimization 30(4)",
	Idea: "SGD with a slowly falling rate, which keeps the average of the path beside it.",
	Knobs: []Knob{
		learningRate(1e-3, 1e-5, 1),
		nonNegative("lambd", 1e-4, 0.1, "How fast the rate falls, and a weak pull to the origin."),
		nonNegative("alpha", 0.75, 1, "The power with which the rate falls."),
		nonNegative("t0", 1e6, 1e6, "The step from which positions are averaged."),
		weightDecay(0, l2Help),
	},
	Math: []string{
		`\eta_t = \frac{\eta}{(1 + \lambda \eta t)^{\alpha}}`,
		`x_{t+1} = x_t - \eta_t (g_t + \lambda x_t)`,
		`\bar x_{t+1} = \bar x_t + \frac{1}{\max(1, t-t_0)} (x_{t+1} - \bar x_t)`,
	},
	Python: Python{
		Torch: "torch.optim.ASGD([p], lr={lr}, lambd={lambd}, alpha={alpha}, t0={t0}, weight_decay={weight_decay})",
	},
	rules: func(k settings) []Rule { return []Rule{ASGD{k.num("lambd"), k.num("alpha"), k.num("t0")}} },
})

func (ASGD) Name() string     { return "asgd" }
func (ASGD) Memory() []string { return []string{"eta", "ax", "step"} }

// Stride is eta as this update used it; the eta beside it is already the next one's.
func (ASGD) Stride() string { return "step" }

func (ASGD) separable() {}

func (r ASGD) Apply(s *Step) {
	eta, average, step := s.Mem[0], s.Mem[1], s.Mem[2]
	weight := 1 / max(1, float64(s.T)-r.T0)
	next := s.LR / math.Pow(1+r.Lambd*s.LR*float64(s.T+1), r.Alpha)
	for i, g := range s.Dir {
		if s.T == 0 {
			eta[i] = s.LR
		}
		step[i] = eta[i]
		s.Dir[i] = eta[i] * (g + r.Lambd*s.X[i])
		x := s.X[i] - s.Dir[i]
		if weight == 1 {
			average[i] = x
		} else {
			average[i] += weight * (x - average[i])
		}
		eta[i] = next
	}
}
