package optim

import "math"

// AdEMAMix is Adam with a second, much slower mean of the gradients (Pagliardini, Ablin & Grangier 2024, algorithm 1):
// direction (mhat + Alpha*slow)/(sqrt(vhat) + Eps), slow = Beta3*slow + (1-Beta3)*g without correction of its start.
// Alpha and Beta3 are constant; the paper's optional warm-up of both is left out.
type AdEMAMix struct{ Beta1, Beta2, Beta3, Alpha, Eps float64 }

var _ = register(Method{
	Key: "ademamix", Title: "AdEMAMix", Family: Adaptive, Year: 2024,
	Cite: "Pagliardini, Ablin & Grangier 2024, The AdEMAMix Optimizer: Better, Faster, Older, arXiv:2409.03137",
	Idea: "Adam with a second mean of the gradients that remembers a hundred times longer.",
	Knobs: []Knob{
		learningRate(0.01, 1e-4, 1),
		beta("beta1", 0.9, firstHelp),
		beta("beta2", 0.999, secondHelp),
		beta("beta3", 0.9999, "How slowly the second mean gradient forgets."),
		nonNegative("alpha", 5, 10, "How much the slow mean counts beside the quick one.").main(),
		epsilon(1e-8),
	},
	Math: []string{
		firstMomentMath,
		`s_{t+1} = \beta_3 s_t + (1-\beta_3) g_t`,
		secondMomentMath,
		`x_{t+1} = x_t - \eta \frac{\hat m_{t+1} + \alpha s_{t+1}}{\sqrt{\hat v_{t+1}} + \epsilon}`,
	},
	Python: Python{
		Init: momentsInit + `
slow = torch.zeros_like(p)`,
		Step: momentsStep + `
slow = beta3 * slow + (1 - beta3) * g
p -= lr * (m_hat + alpha * slow) / (v_hat.sqrt() + eps)`,
	},
	rules: func(k settings) []Rule {
		return []Rule{AdEMAMix{k.num("beta1"), k.num("beta2"), k.num("beta3"), k.num("alpha"), k.num("eps")}, Rate{}}
	},
})

func (AdEMAMix) Name() string     { return "ademamix" }
func (AdEMAMix) Memory() []string { return []string{"exp_avg", "exp_avg_slow", "exp_avg_sq"} }

func (AdEMAMix) separable() {}

func (r AdEMAMix) Apply(s *Step) {
	m, slow, v := s.Mem[0], s.Mem[1], s.Mem[2]
	c1, c2 := 1-power(r.Beta1, s.T+1), math.Sqrt(1-power(r.Beta2, s.T+1))
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		slow[i] = average(slow[i], r.Beta3, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		s.Dir[i] = (m[i]/c1 + r.Alpha*slow[i]) / (math.Sqrt(v[i])/c2 + r.Eps)
	}
}
