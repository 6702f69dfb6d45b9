package optim

import "math"

// Adafactor is that of PyTorch 2.8 (Shazeer & Stern 2018, with the relative steps of section 8) for a vector, of which it keeps
// every square: what it is named for, the factors of a matrix of squares, has no meaning for a point. With n = t+1:
// v = v + n^Beta2Decay*(g^2 - v), u = g/max(sqrt(v), Eps1), step = min(lr, 1/sqrt(n))*max(Eps2, rms(x))/max(1, rms(u)/D), and the
// point moves by -step*u after it has shrunk by lr*Decay; rms is the root of the mean square over the coordinates.
//
// It finds its step itself, so no Rate follows it.
type Adafactor struct{ Beta2Decay, Eps1, Eps2, D, Decay float64 }

var _ = register(Method{
	Key: "adafactor", Title: "Adafactor", Family: Adaptive, Year: 2018,
	Cite: "Shazeer & Stern 2018, Adafactor: Adaptive Learning Rates with Sublinear Memory Cost, arXiv:1804.04235; as in PyTorch, " +
		"for a vector, whose squares are not factored",
	Idea: "RMSprop without momentum whose steps are a part of the point's own size and get shorter with time.",
	Knobs: []Knob{
		learningRate(0.1, 1e-4, 1),
		{Name: "beta2_decay", Help: "Power of the step's number by which new squares count: -0.8 forgets more and more slowly.",
			Default: -0.8, Min: -1, Max: -0.1, Low: -4, High: 0, OpenHigh: true, Main: true},
		positive("eps1", 2.220446049250313e-16, 1e-16, 1e-2, "Keeps the division finite where gradients are tiny."),
		positive("eps2", 1e-3, 1e-6, 1, "The least size of the point that counts: near the origin steps do not vanish."),
		positive("d", 1, 0.1, 10, "The size of a step's direction from which on it is cut."),
		weightDecay(0, "Pulls the point towards the origin, past the division."),
	},
	decoupled: true,
	Math: []string{
		`n = t+1, \quad v_{t+1} = v_t + n^{\gamma} (g_t^2 - v_t), \quad u_t = \frac{g_t}{\max(\sqrt{v_{t+1}}, \epsilon_1)}`,
		`\alpha_t = \max(\epsilon_2, \text{rms}(x_t)) \min(\eta, \frac{1}{\sqrt n})`,
		`x_{t+1} = x_t - \frac{\alpha_t}{\max(1, \text{rms}(u_t)/d)} u_t - \eta \lambda x_t`,
	},
	Python: Python{
		Init: `v = torch.zeros_like(p)`,
		Step: `v = v + (t + 1)**beta2_decay * (g**2 - v)
u = g / v.sqrt().clamp(min=eps1)
size = p.norm() / p.numel()**0.5
step = max(eps2, size) * min(lr, 1 / math.sqrt(t + 1)) / max(1.0, u.norm() / (p.numel()**0.5 * d))
p.copy_(p * (1 - lr * weight_decay) - step * u)`,
	},
	rules: func(k settings) []Rule {
		return []Rule{Adafactor{k.num("beta2_decay"), k.num("eps1"), k.num("eps2"), k.num("d"), k.num("weight_decay")}}
	},
})

func (Adafactor) Name() string     { return "adafactor" }
func (Adafactor) Memory() []string { return []string{"variance", "step"} }

// Stride is the step of the direction; the rate and the point's size are in it.
func (Adafactor) Stride() string { return "step" }

func (r Adafactor) Apply(s *Step) {
	v, n := s.Mem[0], float64(s.T+1)
	weight := math.Pow(n, r.Beta2Decay)
	for i, g := range s.Dir {
		v[i] = math.FMA(weight, float64(g*g)-v[i], v[i])
		s.Dir[i] = g / max(math.Sqrt(v[i]), r.Eps1)
	}
	root := math.Sqrt(float64(len(s.X)))
	step := max(r.Eps2, norm(s.X)/root) * min(s.LR, 1/math.Sqrt(n)) / max(1, norm(s.Dir)/(root*r.D))
	fill(s.Mem[1], step)
	scale(s.Dir, step)
	for i, x := range s.X {
		s.Dir[i] += float64(s.LR * r.Decay * x)
	}
}

// Explain writes the mean square, the step that follows from the point's size and from that of the direction, and the divisor.
func (r Adafactor) Explain(u Part) []Line {
	n := float64(u.T + 1)
	weight, v := math.Pow(n, r.Beta2Decay), u.After[0]
	mean := `v \leftarrow g^2`
	if weight != 1 {
		mean = `v \leftarrow ` + rounded(1-weight) + ` v + ` + rounded(weight) + ` g^2`
	}
	divisor := u.divisor(`\sqrt{v}`, func(i int) float64 { return max(math.Sqrt(v[i]), r.Eps1) })
	size := 0.0
	for i, g := range u.In {
		size += g / divisor.After[i] * (g / divisor.After[i])
	}
	step := `\alpha = ` + rounded(min(u.LR, 1/math.Sqrt(n))) + ` \max(` + written(r.Eps2) + `, \text{rms}(x))`
	if cut := math.Sqrt(size/float64(len(u.In))) / r.D; cut > 1 {
		step += ` / ` + rounded(cut)
	}
	direction := `\alpha g / \sqrt{v}`
	if r.Decay != 0 {
		direction += ` + ` + weighted(u.LR*r.Decay, `x`)
	}
	return []Line{
		u.memory(0, MeanSquare, `v`, mean), u.memory(1, Memory, `\alpha`, step), u.hands(direction), divisor,
	}
}
