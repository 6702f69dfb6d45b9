package optim

import "math"

// RAdam is Adam that steps with plain momentum until its squared average has seen enough gradients to be trusted, and
// then rectifies the variance of its division (Liu et al. 2019, algorithm 2). Eps is added to the root of the average
// before its bias is corrected, as in PyTorch 1.13.1.
type RAdam struct{ Beta1, Beta2, Eps float64 }

var _ = register(Method{
	Key: "radam", Title: "RAdam", Family: Adaptive, Year: 2019,
	Cite: "Liu et al. 2019, On the Variance of the Adaptive Learning Rate and Beyond, arXiv:1908.03265",
	Idea: "Adam that trusts its division only after enough gradients: warm-up built in.",
	Knobs: []Knob{
		learningRate(0.005, 1e-4, 1),
		beta("beta1", 0.9, firstHelp),
		beta("beta2", 0.999, secondHelp),
		epsilon(1e-8),
		weightDecay(0, l2Help),
	},
	Math: []string{
		firstMomentMath,
		`v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2`,
		`\rho_{\infty} = \frac{2}{1-\beta_2} - 1, \quad \rho_{t+1} = \rho_{\infty} - \frac{2 (t+1) \beta_2^{t+1}}{1-\beta_2^{t+1}}`,
		`r_{t+1} = \sqrt{\frac{(\rho_{t+1}-4) (\rho_{t+1}-2) \rho_{\infty}}{(\rho_{\infty}-4) (\rho_{\infty}-2) \rho_{t+1}}}`,
		`\rho_{t+1} > 5 \quad x_{t+1} = x_t - \eta r_{t+1} \frac{\sqrt{1-\beta_2^{t+1}}}{\sqrt{v_{t+1}} + \epsilon} \hat m_{t+1}`,
		`\rho_{t+1} \le 5 \quad x_{t+1} = x_t - \eta \hat m_{t+1}`,
	},
	Python: Python{
		Torch: "torch.optim.RAdam([p], lr={lr}, betas=({beta1}, {beta2}), eps={eps}, weight_decay={weight_decay})",
	},
	rules: func(k settings) []Rule {
		return []Rule{RAdam{k.num("beta1"), k.num("beta2"), k.num("eps")}, Rate{}}
	},
})

func (RAdam) Name() string     { return "radam" }
func (RAdam) Memory() []string { return []string{"exp_avg", "exp_avg_sq"} }

func (RAdam) separable() {}

func (r RAdam) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	c1 := 1 - power(r.Beta1, s.T+1)
	scale, trusted := r.rectification(s.T + 1)
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		s.Dir[i] = m[i] / c1
		if trusted {
			s.Dir[i] *= scale / (math.Sqrt(v[i]) + r.Eps)
		}
	}
}

// rectification is the factor of the division at the update numbered t from 1, bias correction included, and whether
// the length rho of the average (equation 4 of the paper) is above 5, where the division is trusted.
func (r RAdam) rectification(t int) (scale float64, trusted bool) {
	p := power(r.Beta2, t)
	most := 2/(1-r.Beta2) - 1
	rho := most - 2*float64(t)*p/(1-p)
	if !(rho > 5) {
		return 0, false
	}
	return math.Sqrt((1 - p) * (rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho)), true
}

// Explain writes the means, and the divisor as soon as it is trusted.
func (r RAdam) Explain(u Part) []Line {
	lines := []Line{
		u.mean(0, MeanGradient, `m`, r.Beta1, `g`),
		u.mean(1, MeanSquare, `v`, r.Beta2, `g^2`),
		u.unbiased(0, `m`, r.Beta1),
	}
	scale, trusted := r.rectification(u.T + 1)
	if !trusted {
		return append(lines, u.hands(`\hat m`))
	}
	return append(lines, u.hands(rounded(scale)+` \hat m / (\sqrt{v} + \epsilon)`),
		u.divisor(`(\sqrt{v} + \epsilon) / `+rounded(scale), func(i int) float64 { return (math.Sqrt(u.After[1][i]) + r.Eps) / scale }))
}
