package optim

import "math"

// LAMB is Adam whose step is stretched to a part of the point's own length (You et al. 2019, algorithm 2):
// u = mhat/(sqrt(vhat) + Eps) + Decay*x, direction |x|/|u|*u. The whole point is one layer, and the paper's
// phi is the identity. Where x or u is zero the stretch is 1, as in the authors' code.
//
// Its steps do not shrink with the gradient, so at a constant rate it keeps hopping across a valley far from the origin.
type LAMB struct{ Beta1, Beta2, Eps, Decay float64 }

var _ = register(Method{
	Key: "lamb", Title: "LAMB", Family: Adaptive, Year: 2019,
	Cite: "You et al. 2019, Large Batch Optimization for Deep Learning: Training BERT in 76 minutes, arXiv:1904.00962",
	Idea: "Adam whose steps are a fixed part of the point's distance from the origin.",
	Knobs: momentKnobs(0.015, 0.9, 0.999, 1e-6,
		weightDecay(0, "Pulls the point towards the origin, past Adam's division; it counts in the measure of the step."),
	),
	Math: []string{
		firstMomentMath,
		secondMomentMath,
		`u_t = \frac{\hat m_{t+1}}{\sqrt{\hat v_{t+1}} + \epsilon} + \lambda x_t`,
		`x_{t+1} = x_t - \eta \frac{\lVert x_t \rVert}{\lVert u_t \rVert} u_t`,
	},
	Python: Python{
		Init: momentsInit,
		Step: momentsStep + `
u = m_hat / (v_hat.sqrt() + eps) + weight_decay * p
trust = p.norm() / u.norm() if p.norm() > 0 and u.norm() > 0 else 1
p -= lr * trust * u`,
	},
	decoupled: true,
	rules: func(k settings) []Rule {
		return []Rule{LAMB{k.num("beta1"), k.num("beta2"), k.num("eps"), k.num("weight_decay")}, Rate{}}
	},
})

func (LAMB) Name() string     { return "lamb" }
func (LAMB) Memory() []string { return []string{"exp_avg", "exp_avg_sq", "step"} }

// Stride is the trust ratio; a Rate follows.
func (LAMB) Stride() string { return "step" }

func (r LAMB) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	c1, c2 := 1-power(r.Beta1, s.T+1), math.Sqrt(1-power(r.Beta2, s.T+1))
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		s.Dir[i] = m[i]/c1/(math.Sqrt(v[i])/c2+r.Eps) + r.Decay*s.X[i]
	}
	length, step := norm(s.X), norm(s.Dir)
	trust := 1.0
	if length > 0 && step > 0 {
		trust = length / step
	}
	fill(s.Mem[2], trust)
	scale(s.Dir, trust)
}

// Explain writes Adam's means, the stretch to the point's length and the divisor with that in it.
func (r LAMB) Explain(u Part) []Line {
	root, trust := `\sqrt{\hat v} + \epsilon`, u.After[2]
	direction := `r \hat m / (` + root + `)`
	if r.Decay != 0 {
		direction = `r (\hat m / (` + root + `) + ` + weighted(r.Decay, `x`) + `)`
	}
	c2 := math.Sqrt(1 - power(r.Beta2, u.T+1))
	return []Line{
		u.mean(0, MeanGradient, `m`, r.Beta1, `g`), u.mean(1, MeanSquare, `v`, r.Beta2, `g^2`),
		u.unbiased(0, `m`, r.Beta1), u.unbiased(1, `v`, r.Beta2),
		u.memory(2, Memory, `r`, `r = \lVert x \rVert / \lVert u \rVert`), u.hands(direction),
		u.divisor(`(`+root+`) / r`, func(i int) float64 { return (math.Sqrt(u.After[1][i])/c2 + r.Eps) / trust[i] }),
	}
}
