package optim

import "math"

// HeavyBall is momentum as Polyak 1964 has it, with the learning rate inside the velocity: v = Beta*v + lr*g, x = x - v.
// (The classical form is v = Beta*v - lr*g, x = x + v; here the velocity is kept as what is subtracted.)
//
// While the rate is constant this is PyTorch's SGD with momentum. Under a schedule it is not: there the present rate
// multiplies the whole velocity, here each gradient keeps the rate at which it came in. So no Rate follows it.
type HeavyBall struct{ Beta float64 }

var _ = register(Method{
	Key: "heavy_ball", Title: "Heavy ball", Family: Momentum, Year: 1964,
	Cite: "Polyak 1964, Some methods of speeding up the convergence of iteration methods, USSR Computational Mathematics and " +
		"Mathematical Physics 4(5)",
	Idea: "Momentum whose velocity already holds the rate, so that a falling schedule does not brake the ball as in PyTorch.",
	Knobs: []Knob{
		learningRate(1e-3, 1e-5, 1),
		beta("beta", 0.9, "How much of the velocity is kept; under a schedule old gradients keep their old rate."),
	},
	Math: []string{
		`v_{t+1} = \beta v_t + \eta g_t`,
		`x_{t+1} = x_t - v_{t+1}`,
	},
	Python: Python{
		Init: `v = torch.zeros_like(p)`,
		Step: `v = beta * v + lr * g
p -= v`,
	},
	rules: func(k settings) []Rule { return []Rule{HeavyBall{k.num("beta")}} },
})

func (HeavyBall) Name() string     { return "heavy_ball" }
func (HeavyBall) Memory() []string { return []string{"velocity"} }

func (HeavyBall) separable() {}

func (r HeavyBall) Apply(s *Step) {
	v := s.Mem[0]
	for i, g := range s.Dir {
		v[i] = math.FMA(s.LR, g, r.Beta*v[i])
		s.Dir[i] = v[i]
	}
}

// Explain writes the velocity, which holds the rate.
func (r HeavyBall) Explain(u Part) []Line {
	gathers := `v \leftarrow ` + written(r.Beta) + ` v + ` + weighted(u.LR, `g`)
	return []Line{u.memory(0, Velocity, `v`, gathers), u.hands(`v`)}
}
