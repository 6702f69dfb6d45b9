package optim

import "math"

// Adagrad divides by the root of the sum of all squared gradients: S = S + g^2, direction g/(sqrt(S) + Eps), the
// whole divided by 1 + t*LRDecay. S starts at InitialAccumulator.
type Adagrad struct{ LRDecay, InitialAccumulator, Eps float64 }

var _ = register(Method{
	Key: "adagrad", Title: "Adagrad", Family: Adaptive, Year: 2011,
	Cite: "Duchi, Hazan & Singer 2011, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR 12",
	Idea: "Each coordinate slows down by all the gradient it has ever seen.",
	Knobs: []Knob{
		learningRate(0.5, 1e-3, 10),
		nonNegative("lr_decay", 0, 0.1, "Shrinks the rate further with every step."),
		weightDecay(0, l2Help),
		nonNegative("initial_accumulator_value", 0, 1, "Sum of squared gradients to start from: cautious first steps."),
		epsilon(1e-10),
	},
	Math: []string{
		`S_{t+1} = S_t + g_t^2`,
		`x_{t+1} = x_t - \frac{\eta}{1 + t \lambda} \frac{g_t}{\sqrt{S_{t+1}} + \epsilon}`,
	},
	Python: Python{
		Torch: "torch.optim.Adagrad([p], lr={lr}, lr_decay={lr_decay}, weight_decay={weight_decay}, " +
			"initial_accumulator_value={initial_accumulator_value}, eps={eps})",
	},
	rules: func(k settings) []Rule {
		return []Rule{Adagrad{k.num("lr_decay"), k.num("initial_accumulator_value"), k.num("eps")}, Rate{}}
	},
})

func (Adagrad) Name() string     { return "adagrad" }
func (Adagrad) Memory() []string { return []string{"sum"} }

func (Adagrad) separable() {}

func (r Adagrad) Apply(s *Step) {
	sum := s.Mem[0]
	slower := 1 + float64(s.T)*r.LRDecay
	for i, g := range s.Dir {
		if s.T == 0 {
			sum[i] = r.InitialAccumulator
		}
		sum[i] = math.FMA(g, g, sum[i])
		s.Dir[i] = g / (math.Sqrt(sum[i]) + r.Eps) / slower
	}
}

// Explain writes the sum of squares and the divisor, which holds the falling rate.
func (r Adagrad) Explain(u Part) []Line {
	slower := 1 + float64(u.T)*r.LRDecay
	root := `\sqrt{S} + \epsilon`
	direction := `g / (` + root + `)`
	if slower != 1 {
		direction += ` / ` + rounded(slower)
		root = rounded(slower) + ` (` + root + `)`
	}
	return []Line{
		u.memory(0, SquareSum, `S`, `S \leftarrow S + g^2`),
		u.hands(direction),
		u.divisor(root, func(i int) float64 { return slower * (math.Sqrt(u.After[0][i]) + r.Eps) }),
	}
}
