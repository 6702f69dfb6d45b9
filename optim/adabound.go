package optim

import "math"

// AdaBound is Adam with bounds on the rate of each coordinate that close in on one final rate (Luo et al. 2019,
// algorithm 2, as in the authors' code): rate = lr*sqrt(c2)/c1/(sqrt(v) + Eps), kept within
// final*(1 - 1/(Gamma*t + 1)) and final*(1 + 1/(Gamma*t)), t from 1; direction rate*m. It begins as Adam and ends as
// descent with momentum.
//
// As there, a schedule scales the bounds as it scales lr. So both are given here as multiples of lr, which a Rate
// brings in: Final is final_lr over the unscheduled lr.
type AdaBound struct{ Beta1, Beta2, Eps, Final, Gamma float64 }

var _ = register(Method{
	Key: "adabound", Title: "AdaBound", Family: Adaptive, Year: 2019,
	Cite: "Luo, Xiong, Liu & Sun 2019, Adaptive Gradient Methods with Dynamic Bound of Learning Rate, arXiv:1902.09843",
	Idea: "Begins as Adam and turns into SGD: each coordinate's rate is squeezed towards one final rate.",
	Knobs: momentKnobs(0.05, 0.9, 0.999, 1e-8,
		positive("final_lr", 0.01, 1e-4, 1, "The rate at the end, that of plain descent with momentum.").main(),
		open(positive("gamma", 1e-3, 1e-4, 0.1, "How fast the bounds close in."), true, true, 1).main(),
	),
	Math: []string{
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t, \quad v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2`,
		`l_t = \eta_{\infty} (1 - \frac{1}{\gamma (t+1) + 1}), \quad u_t = \eta_{\infty} (1 + \frac{1}{\gamma (t+1)})`,
		`\alpha_t = \operatorname{clip}(\frac{\eta}{\sqrt{v_{t+1}} + \epsilon} \frac{\sqrt{1-\beta_2^{t+1}}}{1-\beta_1^{t+1}}, ` +
			`l_t, u_t)`,
		`x_{t+1} = x_t - \alpha_t \odot m_{t+1}`,
	},
	Python: Python{
		Init: momentsInit + `
final = final_lr / lr  # a schedule scales the bounds too`,
		Step: `m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
rate = math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1)) / (v.sqrt() + eps)
low, high = final * (1 - 1 / (gamma * (t + 1) + 1)), final * (1 + 1 / (gamma * (t + 1)))
p -= lr * rate.clamp(low, high) * m`,
	},
	rules: func(k settings) []Rule {
		final := k.num("final_lr") / k.num("lr")
		return []Rule{AdaBound{k.num("beta1"), k.num("beta2"), k.num("eps"), final, k.num("gamma")}, Rate{}}
	},
})

func (AdaBound) Name() string     { return "adabound" }
func (AdaBound) Memory() []string { return []string{"exp_avg", "exp_avg_sq"} }

func (AdaBound) separable() {}

func (r AdaBound) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	scale := math.Sqrt(1-power(r.Beta2, s.T+1)) / (1 - power(r.Beta1, s.T+1))
	closing := r.Gamma * float64(s.T+1)
	low, high := r.Final*(1-1/(closing+1)), r.Final*(1+1/closing)
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		s.Dir[i] = min(max(scale/(math.Sqrt(v[i])+r.Eps), low), high) * m[i]
	}
}
