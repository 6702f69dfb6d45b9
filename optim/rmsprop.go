package optim

import "math"

// RMSprop divides by the root of the mean recent squared gradient: v = Alpha*v + (1-Alpha)*g^2, direction
// g/(sqrt(v) + Eps). Centered takes the variance v - a^2 instead, a being the mean recent gradient.
// With Momentum the directions gather in a buffer, b = Momentum*b + direction.
type RMSprop struct {
	Alpha, Eps, Momentum float64
	Centered             bool
}

var _ = register(Method{
	Key: "rmsprop", Title: "RMSprop", Family: Adaptive, Year: 2012,
	Cite: "Tieleman & Hinton 2012, Neural Networks for Machine Learning, lecture 6.5; centered: Graves 2013, arXiv:1308.0850",
	Idea: "Divides each coordinate by the size of its recent gradients, so that all move about as fast.",
	Knobs: []Knob{
		learningRate(0.01, 1e-4, 1),
		beta("alpha", 0.99, "How slowly squared gradients are forgotten."),
		epsilon(1e-8),
		weightDecay(0, l2Help),
		nonNegative("momentum", 0, 0.999, "How much of the last step's velocity is kept."),
		toggle("centered", false, "Divides by the spread of the gradients around their mean."),
	},
	Math: []string{
		`v_{t+1} = \alpha v_t + (1-\alpha) g_t^2`,
		`x_{t+1} = x_t - \eta \frac{g_t}{\sqrt{v_{t+1}} + \epsilon}`,
		`\text{centered} \quad a_{t+1} = \alpha a_t + (1-\alpha) g_t, \quad v_{t+1} - a_{t+1}^2 \text{ in place of } v_{t+1}`,
		`\text{with momentum} \quad b_{t+1} = \mu b_t + \frac{g_t}{\sqrt{v_{t+1}} + \epsilon}, \quad x_{t+1} = x_t - \eta b_{t+1}`,
	},
	Python: Python{
		Torch: "torch.optim.RMSprop([p], lr={lr}, alpha={alpha}, eps={eps}, weight_decay={weight_decay}, " +
			"momentum={momentum}, centered={centered})",
	},
	rules: func(k settings) []Rule {
		return []Rule{RMSprop{k.num("alpha"), k.num("eps"), k.num("momentum"), k.on("centered")}, Rate{}}
	},
})

func (RMSprop) Name() string { return "rmsprop" }

func (r RMSprop) Memory() []string {
	names := []string{"square_avg"}
	if r.Centered {
		names = append(names, "grad_avg")
	}
	if r.Momentum > 0 {
		names = append(names, "momentum_buffer")
	}
	return names
}

func (RMSprop) separable() {}

func (r RMSprop) Apply(s *Step) {
	square := s.Mem[0]
	for i, g := range s.Dir {
		square[i] = averageSquare(square[i], r.Alpha, g)
		v := square[i]
		if r.Centered {
			mean := s.Mem[1]
			mean[i] = average(mean[i], r.Alpha, g)
			v = math.FMA(-mean[i], mean[i], v)
		}
		d := g / (math.Sqrt(v) + r.Eps)
		if r.Momentum > 0 {
			buffer := s.Mem[len(s.Mem)-1]
			buffer[i] = float64(r.Momentum*buffer[i]) + d
			d = buffer[i]
		}
		s.Dir[i] = d
	}
}

// Explain writes the mean square, what it is centred by, the divisor and the velocity.
func (r RMSprop) Explain(u Part) []Line {
	lines := []Line{u.mean(0, MeanSquare, `v`, r.Alpha, `g^2`)}
	size := func(i int) float64 { return math.Sqrt(u.After[0][i]) + r.Eps }
	root := `\sqrt{v} + \epsilon`
	if r.Centered {
		lines = append(lines, u.mean(1, MeanGradient, `a`, r.Alpha, `g`))
		size = func(i int) float64 { return math.Sqrt(math.FMA(-u.After[1][i], u.After[1][i], u.After[0][i])) + r.Eps }
		root = `\sqrt{v - a^2} + \epsilon`
	}
	direction := `g / (` + root + `)`
	if r.Momentum > 0 {
		gathers := `b \leftarrow ` + written(r.Momentum) + ` b + ` + direction
		lines, direction = append(lines, u.memory(len(u.After)-1, Velocity, `b`, gathers)), `b`
	}
	return append(lines, u.hands(direction), u.divisor(root, size))
}
