package optim

import "math"

// DAdaptAdam is Adam whose rate follows a lower bound d of the distance from the start to the minimum (Defazio &
// Mishchenko 2023, algorithm 5). With dlr = d*lr, k = sqrt(Beta2) and the mean square v before this update:
//
//	r = k*r + (1-k)*dlr*g.(s/(sqrt(v) + Eps)),  s = k*s + (1-k)*dlr*g,  d' = max(d, r/((1-k)*|s|_1))
//	m = Beta1*m + (1-Beta1)*dlr*g,  v = Beta2*v + (1-Beta2)*g^2,  x = x - m/(sqrt(v) + Eps)
//
// as in version 3 of the authors' code, from which BiasCorrection (Adam's, on dlr) and GrowthRate (the bound of d'/d,
// infinite there) are taken too. The rate enters what is averaged, so no Rate follows. Without any gradient so far, or
// at a rate of zero, it waits.
type DAdaptAdam struct {
	Beta1, Beta2, Eps, D0, GrowthRate float64
	BiasCorrection                    bool
}

var _ = register(Method{
	Key: "dadapt_adam", Title: "D-Adaptation Adam", Family: RateFree, Year: 2023,
	Cite: "Defazio & Mishchenko 2023, Learning-Rate-Free Learning by D-Adaptation, arXiv:2301.07733",
	Idea: "Adam that sets its rate by a lower bound of the distance to the minimum, which gradients reveal.",
	Knobs: []Knob{
		adaptedRate(),
		beta("beta1", 0.9, firstHelp),
		beta("beta2", 0.999, secondHelp),
		open(epsilon(1e-8), true, true, math.Inf(1)),
		firstDistance().main(),
		growthRate(),
		toggle("use_bias_correction", false, "Makes up for the averages' zero start, as Adam does."),
	},
	Math: []string{
		`r_{t+1} = \sqrt{\beta_2} r_t + (1-\sqrt{\beta_2}) \eta d_t g_t \cdot \frac{s_t}{\sqrt{v_t} + \epsilon}`,
		`s_{t+1} = \sqrt{\beta_2} s_t + (1-\sqrt{\beta_2}) \eta d_t g_t`,
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) \eta d_t g_t, \quad v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2`,
		`d_{t+1} = \max(d_t, \frac{r_{t+1}}{(1-\sqrt{\beta_2}) \lVert s_{t+1} \rVert_1})`,
		`x_{t+1} = x_t - \frac{m_{t+1}}{\sqrt{v_{t+1}} + \epsilon}`,
	},
	Python: Python{
		Init: momentsInit + `
s, r, d = torch.zeros_like(p), 0.0, d0`,
		Step: `dlr, keep = d * lr, math.sqrt(beta2)
if use_bias_correction:
    dlr *= math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1))
s_new = keep * s + (1 - keep) * dlr * g
if lr > 0 and s_new.any():
    r = keep * r + (1 - keep) * dlr * g.dot(s / (v.sqrt() + eps)).item()
    s = s_new
    m = beta1 * m + (1 - beta1) * dlr * g
    v = beta2 * v + (1 - beta2) * g**2
    d = max(d, min(r / ((1 - keep) * s.abs().sum().item()), d * growth_rate))
    p -= m / (v.sqrt() + eps)`,
	},
	rules: func(k settings) []Rule {
		return []Rule{DAdaptAdam{
			k.num("beta1"), k.num("beta2"), k.num("eps"), k.num("d0"), k.num("growth_rate"), k.on("use_bias_correction"),
		}}
	},
})

func (DAdaptAdam) Name() string { return "dadapt_adam" }

func (DAdaptAdam) Memory() []string {
	return []string{"exp_avg", "exp_avg_sq", "s", "d", "numerator_weighted", "step"}
}

// Stride is dlr.
func (DAdaptAdam) Stride() string { return "step" }

func (r DAdaptAdam) Apply(s *Step) {
	m, v, sum := s.Mem[0], s.Mem[1], s.Mem[2]
	if s.T == 0 {
		fill(s.Mem[3], r.D0)
	}
	d, keep := s.Mem[3][0], math.Sqrt(r.Beta2)
	if s.LR == 0 || !moves(sum, s.Dir, keep) {
		clear(s.Dir)
		fill(s.Mem[5], 0)
		return
	}
	dlr, way := d*s.LR, 0.0
	if r.BiasCorrection {
		dlr *= math.Sqrt(1-power(r.Beta2, s.T+1)) / (1 - power(r.Beta1, s.T+1))
	}
	fill(s.Mem[5], dlr)
	for i, g := range s.Dir {
		way += g * sum[i] / (math.Sqrt(v[i]) + r.Eps)
		m[i] = average(m[i], r.Beta1, dlr*g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		sum[i] = average(sum[i], keep, dlr*g)
		s.Dir[i] = m[i] / (math.Sqrt(v[i]) + r.Eps)
	}
	numerator := average(s.Mem[4][0], keep, dlr*way)
	found := ratio(numerator, (1-keep)*norm1(sum))
	fill(s.Mem[3], max(d, min(found, d*r.GrowthRate)))
	fill(s.Mem[4], numerator)
}
