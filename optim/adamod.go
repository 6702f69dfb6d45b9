package optim

import "math"

// AdaMod is Adam that lets no coordinate's rate exceed its own running mean (Ding et al. 2019, algorithm 1):
// rate = lr*sqrt(c2)/c1/(sqrt(v) + Eps), mean = Beta3*mean + (1-Beta3)*rate, direction min(rate, mean)*m. The mean
// starts at 0, so it warms up by itself. The learning rate is averaged too, so no Rate follows.
type AdaMod struct{ Beta1, Beta2, Beta3, Eps float64 }

var _ = register(Method{
	Key: "adamod", Title: "AdaMod", Family: Adaptive, Year: 2019,
	Cite: "Ding, Ren, Luo & Sun 2019, An Adaptive and Momental Bound Method for Stochastic Learning, arXiv:1910.12249",
	Idea: "Adam with a long memory of its own rates, none of which may jump above their mean.",
	Knobs: momentKnobs(0.1, 0.9, 0.999, 1e-8,
		beta("beta3", 0.999, "How slowly the mean of the rates follows them; 0 is Adam."),
	),
	Math: []string{
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t, \quad v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2`,
		`r_t = \frac{\eta}{\sqrt{v_{t+1}} + \epsilon} \frac{\sqrt{1-\beta_2^{t+1}}}{1-\beta_1^{t+1}}`,
		`s_{t+1} = \beta_3 s_t + (1-\beta_3) r_t`,
		`x_{t+1} = x_t - \min(r_t, s_{t+1}) \odot m_{t+1}`,
	},
	Python: Python{
		Init: momentsInit + `
mean = torch.zeros_like(p)`,
		Step: `m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
rate = lr * math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1)) / (v.sqrt() + eps)
mean = beta3 * mean + (1 - beta3) * rate
p -= torch.minimum(rate, mean) * m`,
	},
	rules: func(k settings) []Rule {
		return []Rule{AdaMod{k.num("beta1"), k.num("beta2"), k.num("beta3"), k.num("eps")}}
	},
})

func (AdaMod) Name() string     { return "adamod" }
func (AdaMod) Memory() []string { return []string{"exp_avg", "exp_avg_sq", "exp_avg_lr"} }

func (AdaMod) separable() {}

func (r AdaMod) Apply(s *Step) {
	m, v, mean := s.Mem[0], s.Mem[1], s.Mem[2]
	scale := s.LR * math.Sqrt(1-power(r.Beta2, s.T+1)) / (1 - power(r.Beta1, s.T+1))
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		rate := scale / (math.Sqrt(v[i]) + r.Eps)
		mean[i] = average(mean[i], r.Beta3, rate)
		s.Dir[i] = min(rate, mean[i]) * m[i]
	}
}
