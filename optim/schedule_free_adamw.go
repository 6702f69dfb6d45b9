package optim

import "math"

// ScheduleFreeAdamW is ScheduleFreeSGD whose z walks as Adam without its momentum does: z = z - lr*(g/(sqrt(vhat) +
// Eps) + Decay*y) (Defazio et al. 2024, algorithm 1, which has the square root of the correction in the rate and lets
// it weigh the mean; here, as in the text's equations, only lr does).
type ScheduleFreeAdamW struct{ Beta1, Beta2, Eps, Decay float64 }

var _ = register(Method{
	Key: "schedule_free_adamw", Title: "Schedule-free AdamW", Family: RateFree, Year: 2024,
	Cite: "Defazio, Yang, Mehta, Mishchenko, Khaled & Cutkosky 2024, The Road Less Scheduled, arXiv:2405.15682",
	Idea: "AdamW with an average on the way in the place of momentum and of a falling rate.",
	Knobs: []Knob{
		learningRate(0.05, 1e-4, 1),
		beta("beta1", 0.9, freeBetaHelp),
		beta("beta2", 0.999, secondHelp),
		epsilon(1e-8),
		weightDecay(0, "Pulls the point towards the origin, past Adam's division."),
	},
	Math: []string{
		`v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2, \quad \hat v_{t+1} = \frac{v_{t+1}}{1-\beta_2^{t+1}}`,
		`z_{t+1} = z_t - \eta \frac{g_t}{\sqrt{\hat v_{t+1}} + \epsilon} - \eta \lambda x_t`,
		freeMeanMath,
		`x_{t+1} = (1-\beta_1) z_{t+1} + \beta_1 \bar x_{t+1}`,
	},
	Python: Python{
		Init: freeInit + `
v = torch.zeros_like(p)`,
		Step: `v = beta2 * v + (1 - beta2) * g**2
v_hat = v / (1 - beta2**(t + 1))
z -= lr * (g / (v_hat.sqrt() + eps) + weight_decay * p)
` + freeStep + `
p.copy_(z + beta1 * (x - z))`,
		Follow: freeFollow,
	},
	decoupled: true,
	rules: func(k settings) []Rule {
		return []Rule{ScheduleFreeAdamW{k.num("beta1"), k.num("beta2"), k.num("eps"), k.num("weight_decay")}}
	},
})

func (ScheduleFreeAdamW) Name() string     { return "schedule_free_adamw" }
func (ScheduleFreeAdamW) Memory() []string { return []string{"z", "x", "weight_sum", "exp_avg_sq"} }
func (ScheduleFreeAdamW) Shadow() string   { return "x" }
func (ScheduleFreeAdamW) separable()       {}

func (r ScheduleFreeAdamW) Apply(s *Step) {
	c, v := meanWeight(s, s.Mem[2]), s.Mem[3]
	correction := 1 - power(r.Beta2, s.T+1)
	for i, g := range s.Dir {
		v[i] = averageSquare(v[i], r.Beta2, g)
		u := g/(math.Sqrt(v[i]/correction)+r.Eps) + r.Decay*s.X[i]
		s.Dir[i] = scheduleFree(s, i, r.Beta1, c, s.LR*u)
	}
}
