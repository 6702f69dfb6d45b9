package optim

// LARS is momentum whose every step is measured against the point itself (You, Gitman & Ginsburg 2017, algorithm 1):
// scale = TrustCoefficient*|x|/(|g| + Decay*|x|), v = Momentum*v + lr*scale*(g + Decay*x), x = x - v. The whole point is
// one layer. Where x or g is zero the scale is 1, as in the usual implementations. The rate stands inside the velocity,
// so no Rate follows it.
type LARS struct{ Momentum, TrustCoefficient, Decay float64 }

var _ = register(Method{
	Key: "lars", Title: "LARS", Family: Adaptive, Year: 2017,
	Cite: "You, Gitman & Ginsburg 2017, Large Batch Training of Convolutional Networks, arXiv:1708.03888",
	Idea: "Momentum whose steps are a fixed part of the point's distance from the origin, however steep it is there.",
	Knobs: []Knob{
		learningRate(0.2, 1e-4, 1),
		beta("momentum", 0.9, "How much of the last step's velocity is kept."),
		positive("trust_coefficient", 0.01, 1e-4, 0.1, "How far a step may go, as a part of the distance from the origin.").main(),
		weightDecay(0, "Pulls the point towards the origin; it counts in the measure of the step."),
	},
	Math: []string{
		`\tau_t = \gamma \frac{\lVert x_t \rVert}{\lVert g_t \rVert + \lambda \lVert x_t \rVert}`,
		`v_{t+1} = \mu v_t + \eta \tau_t (g_t + \lambda x_t)`,
		`x_{t+1} = x_t - v_{t+1}`,
	},
	Python: Python{
		Init: `v = torch.zeros_like(p)`,
		Step: `size, steep = p.norm(), g.norm()
trust = trust_coefficient * size / (steep + weight_decay * size) if size > 0 and steep > 0 else 1
v = momentum * v + lr * trust * (g + weight_decay * p)
p -= v`,
	},
	decoupled: true,
	rules: func(k settings) []Rule {
		return []Rule{LARS{k.num("momentum"), k.num("trust_coefficient"), k.num("weight_decay")}}
	},
})

func (LARS) Name() string     { return "lars" }
func (LARS) Memory() []string { return []string{"velocity", "step"} }

// Stride is the local rate: the scheduled one times the trust.
func (LARS) Stride() string { return "step" }

func (r LARS) Apply(s *Step) {
	v := s.Mem[0]
	trust := 1.0
	if size, steep := norm(s.X), norm(s.Dir); size > 0 && steep > 0 {
		trust = r.TrustCoefficient * size / (steep + r.Decay*size)
	}
	fill(s.Mem[1], s.LR*trust)
	for i, g := range s.Dir {
		v[i] = r.Momentum*v[i] + s.LR*trust*(g+r.Decay*s.X[i])
		s.Dir[i] = v[i]
	}
}
