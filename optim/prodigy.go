package optim

import "math"

// Prodigy is Adam that estimates the distance d from the start to the minimum and steps in proportion to it
// (Mishchenko & Defazio 2023, algorithm 4). With dlr = d*lr, k = dlr*d/D0 and b = Beta3:
//
//	r = b*r + k*g.(x0-x),  s = b*s + k*g,  m = Beta1*m + (1-Beta1)*d*g,  v = Beta2*v + (1-Beta2)*(d*g)^2
//	d' = max(d, DCoef*r/|s|_1),  x = x - dlr*(m/(sqrt(v) + d'*Eps) + Decay*x)
//
// as in the authors' code, from which BiasCorrection (Adam's, on dlr), SafeguardWarmup (k without lr in s) and
// GrowthRate (the bound of d'/d, infinite there; the first rise is not bound) are taken too. Its weight decay is the
// decoupled one, as there unless asked otherwise. Without any gradient so far, or at a rate of zero, it waits.
type Prodigy struct {
	Beta1, Beta2, Beta3, Eps, Decay, D0, DCoef, GrowthRate float64
	BiasCorrection, SafeguardWarmup                        bool
}

var _ = register(Method{
	Key: "prodigy", Title: "Prodigy", Family: RateFree, Year: 2023,
	Cite: "Mishchenko & Defazio 2023, Prodigy: An Expeditiously Adaptive Parameter-Free Learner, arXiv:2306.06101",
	Idea: "Adam that finds its rate by guessing how far away the minimum is, and only ever raises the guess.",
	Knobs: []Knob{
		adaptedRate(),
		beta("beta1", 0.9, firstHelp),
		beta("beta2", 0.999, secondHelp),
		beta3FromBeta2(),
		open(epsilon(1e-8), true, true, math.Inf(1)),
		weightDecay(0, "Pulls the point towards the origin, past Adam's division."),
		firstDistance(),
		positive("d_coef", 1, 0.1, 10, "Factor of the estimated distance: the source's way to tune the method.").main(),
		growthRate(),
		toggle("use_bias_correction", false, "Makes up for the averages' zero start, as Adam does."),
		toggle("safeguard_warmup", false, "Keeps a low rate at the start from inflating the estimate."),
	},
	Math: []string{
		`r_{t+1} = \beta_3 r_t + \frac{\eta d_t^2}{d_0} g_t \cdot (x_0 - x_t), \quad s_{t+1} = \beta_3 s_t + ` +
			`\frac{\eta d_t^2}{d_0} g_t`,
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) d_t g_t, \quad v_{t+1} = \beta_2 v_t + (1-\beta_2) d_t^2 g_t^2`,
		`d_{t+1} = \max(d_t, \frac{r_{t+1}}{\lVert s_{t+1} \rVert_1})`,
		`x_{t+1} = x_t - \eta d_t \frac{m_{t+1}}{\sqrt{v_{t+1}} + d_{t+1} \epsilon}`,
	},
	Python: Python{
		Init: momentsInit + `
s, r, x0, d, d_max = torch.zeros_like(p), 0.0, p.clone(), d0, d0`,
		Step: `dlr = d * lr
if use_bias_correction:
    dlr *= math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1))
r_new = beta3 * r + d / d0 * dlr * g.dot(x0 - p).item()
s_new = beta3 * s + d / d0 * (d if safeguard_warmup else dlr) * g
if lr > 0 and s_new.any():
    r, s = r_new, s_new
    m = beta1 * m + (1 - beta1) * d * g
    v = beta2 * v + (1 - beta2) * (d * g)**2
    d_hat = d_coef * r / s.abs().sum().item()
    if d == d0:
        d = max(d, d_hat)
    d_max = max(d_max, d_hat)
    d = min(d_max, d * growth_rate)
    p -= dlr * (m / (v.sqrt() + d * eps) + weight_decay * p)`,
	},
	decoupled: true,
	rules: func(k settings) []Rule {
		return []Rule{Prodigy{
			k.num("beta1"), k.num("beta2"), k.num("beta3"), k.num("eps"), k.num("weight_decay"),
			k.num("d0"), k.num("d_coef"), k.num("growth_rate"), k.on("use_bias_correction"), k.on("safeguard_warmup"),
		}, Rate{}}
	},
})

// adaptedRate is the learning rate of a method that finds the step by itself.
func adaptedRate() Knob {
	return positive("lr", 1, 1e-2, 10, "Factor of the step that the method finds by itself; 1 leaves it as it is.").main()
}

// firstDistance is where the estimate of a distance starts.
func firstDistance() Knob {
	return positive("d0", 1e-6, 1e-8, 1, "First guess of the distance to the minimum; too small only costs time.")
}

// growthRate bounds how fast such an estimate grows.
func growthRate() Knob {
	return Knob{Name: "growth_rate", Help: "The estimate grows at most by this factor in an update; 1e9 is hardly a bound.",
		Default: 1e9, Min: 1.01, Max: 1e9, Scale: Log, Low: 1, OpenLow: true, High: math.Inf(1)}
}

func beta3FromBeta2() Knob {
	k := beta("beta3", 0, "How slowly the estimate of the distance forgets; the root of beta2 unless set.")
	k.Main = false
	return k.derivedFrom("beta2", func(s settings) Value { return Num(math.Sqrt(s.num("beta2"))) })
}

func (Prodigy) Name() string { return "prodigy" }

func (Prodigy) Memory() []string {
	return []string{"exp_avg", "exp_avg_sq", "s", "x0", "d", "d_max", "d_numerator", "step"}
}

// Stride is d and Adam's correction; a Rate follows.
func (Prodigy) Stride() string { return "step" }

func (r Prodigy) Apply(s *Step) {
	m, v, sum, x0 := s.Mem[0], s.Mem[1], s.Mem[2], s.Mem[3]
	if s.T == 0 {
		copy(x0, s.X)
		fill(s.Mem[4], r.D0)
		fill(s.Mem[5], r.D0)
	}
	d := s.Mem[4][0]
	pace, weight := r.pace(s.T), d/r.D0*d // dlr without lr
	if !r.SafeguardWarmup {
		weight *= s.LR * pace
	}
	if s.LR == 0 || !moves(sum, s.Dir, r.Beta3) {
		clear(s.Dir)
		fill(s.Mem[7], 0)
		return
	}
	fill(s.Mem[7], d*pace)
	way := 0.0
	for i, g := range s.Dir {
		way += g * (x0[i] - s.X[i])
		m[i] = average(m[i], r.Beta1, d*g)
		v[i] = averageSquare(v[i], r.Beta2, d*g)
		sum[i] = r.Beta3*sum[i] + weight*g
	}
	next := r.estimate(s, r.Beta3*s.Mem[6][0]+d/r.D0*d*s.LR*pace*way)
	for i := range s.Dir {
		s.Dir[i] = d * pace * (m[i]/(math.Sqrt(v[i])+next*r.Eps) + r.Decay*s.X[i])
	}
}

// moves says whether there is any gradient, now or in a sum that keeps so much of its past.
func moves(sum, dir []float64, keep float64) bool {
	for i, g := range dir {
		if g != 0 || keep*sum[i] != 0 {
			return true
		}
	}
	return false
}

// ratio is a/b, or 0 where b is: gradients so small that their weighted sum is 0 tell of no distance.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// pace is Adam's correction, which also goes into the rate.
func (r Prodigy) pace(t int) float64 {
	if !r.BiasCorrection {
		return 1
	}
	return math.Sqrt(1-power(r.Beta2, t+1)) / (1 - power(r.Beta1, t+1))
}

// estimate raises the distance by the new numerator and returns it.
func (r Prodigy) estimate(s *Step, numerator float64) float64 {
	d, most := s.Mem[4][0], s.Mem[5][0]
	found := ratio(r.DCoef*numerator, norm1(s.Mem[2]))
	if d == r.D0 {
		d = max(d, found)
	}
	most = max(most, found)
	d = min(most, d*r.GrowthRate)
	fill(s.Mem[4], d)
	fill(s.Mem[5], most)
	fill(s.Mem[6], numerator)
	return d
}
