package optim

import "math"

// NAdam is Adam with Nesterov's look ahead (Dozat 2016, algorithm 2), its momentum growing as
// mu[t] = Beta1*(1 - 0.96^(t*MomentumDecay)/2), t from 1. The product of all mu so far is a memory,
// the same in every component.
//
// The look ahead is divided by 1 - product*mu[t]*mu[t+1], in which mu[t] counts twice. Dozat's has it once; so does a
// later PyTorch, but 1.13.1 is followed here.
type NAdam struct{ Beta1, Beta2, Eps, MomentumDecay float64 }

var _ = register(Method{
	Key: "nadam", Title: "NAdam", Family: Adaptive, Year: 2016,
	Cite: "Dozat 2016, Incorporating Nesterov Momentum into Adam, ICLR workshop",
	Idea: "Adam that looks ahead along its momentum, as Nesterov's method does.",
	Knobs: []Knob{
		learningRate(0.02, 1e-4, 1),
		beta("beta1", 0.9, firstHelp),
		beta("beta2", 0.999, secondHelp),
		epsilon(1e-8),
		weightDecay(0, l2Help),
		nonNegative("momentum_decay", 4e-3, 0.1, "How fast the momentum grows from half of beta1 to all of it."),
	},
	Math: []string{
		`\mu_t = \beta_1 (1 - \frac{1}{2} (\frac{96}{100})^{t \psi}), \quad P_{t+1} = \mu_{t+1} P_t`,
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t`,
		secondMomentMath,
		`n_{t+1} = \frac{1-\mu_{t+1}}{1-P_{t+1}} g_t + \frac{\mu_{t+2}}{1-P_{t+1} \mu_{t+1} \mu_{t+2}} m_{t+1}`,
		`x_{t+1} = x_t - \eta \frac{n_{t+1}}{\sqrt{\hat v_{t+1}} + \epsilon}`,
	},
	Python: Python{
		Torch: "torch.optim.NAdam([p], lr={lr}, betas=({beta1}, {beta2}), eps={eps}, " +
			"weight_decay={weight_decay}, momentum_decay={momentum_decay})",
	},
	rules: func(k settings) []Rule {
		return []Rule{NAdam{k.num("beta1"), k.num("beta2"), k.num("eps"), k.num("momentum_decay")}, Rate{}}
	},
})

func (NAdam) Name() string     { return "nadam" }
func (NAdam) Memory() []string { return []string{"exp_avg", "exp_avg_sq", "mu_product"} }

func (NAdam) separable() {}

func (r NAdam) Apply(s *Step) {
	m, v, product := s.Mem[0], s.Mem[1], s.Mem[2]
	c2 := 1 - power(r.Beta2, s.T+1)
	mu, next := r.mu(s.T+1), r.mu(s.T+2)
	for i, g := range s.Dir {
		if s.T == 0 {
			product[i] = 1
		}
		product[i] *= mu
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		ahead := (1-mu)/(1-product[i])*g + next/(1-product[i]*mu*next)*m[i]
		s.Dir[i] = ahead / (math.Sqrt(v[i]/c2) + r.Eps)
	}
}

// mu is the momentum of the update numbered t from 1.
func (r NAdam) mu(t int) float64 {
	return r.Beta1 * (1 - 0.5*math.Exp(float64(t)*r.MomentumDecay*logDecay))
}

// logDecay makes a power of 0.96 an exponential, which is much faster than math.Pow.
var logDecay = math.Log(0.96)

// Explain writes the means, the look ahead with this update's weights, and the divisor.
func (r NAdam) Explain(u Part) []Line {
	mu, next, c2 := r.mu(u.T+1), r.mu(u.T+2), 1-power(r.Beta2, u.T+1)
	product := u.After[2][0]
	ahead := rounded((1-mu)/(1-product)) + ` g + ` + rounded(next/(1-product*mu*next)) + ` m`
	return []Line{
		u.mean(0, MeanGradient, `m`, r.Beta1, `g`),
		u.mean(1, MeanSquare, `v`, r.Beta2, `g^2`),
		u.memory(2, Memory, `P`, `P \leftarrow `+rounded(mu)+` P`),
		u.unbiased(1, `v`, r.Beta2),
		u.hands(`(` + ahead + `) / (\sqrt{\hat v} + \epsilon)`),
		u.divisor(`\sqrt{\hat v} + \epsilon`, func(i int) float64 { return math.Sqrt(u.After[1][i]/c2) + r.Eps }),
	}
}
