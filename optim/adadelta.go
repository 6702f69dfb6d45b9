package optim

import "math"

// Adadelta matches the size of its steps to the size of recent steps: v = Rho*v + (1-Rho)*g^2,
// d = sqrt(u + Eps)/sqrt(v + Eps)*g, then u = Rho*u + (1-Rho)*d^2.
type Adadelta struct{ Rho, Eps float64 }

var _ = register(Method{
	Key: "adadelta", Title: "Adadelta", Family: Adaptive, Year: 2012,
	Cite: "Zeiler 2012, ADADELTA: An Adaptive Learning Rate Method, arXiv:1212.5701",
	Idea: "Its steps are as long as its recent steps were, whatever the scale of the loss.",
	Knobs: []Knob{
		learningRate(0.2, 1e-3, 100),
		beta("rho", 0.9, "How slowly squared gradients and squared steps are forgotten."),
		epsilon(1e-6),
		weightDecay(0, l2Help),
	},
	Math: []string{
		`v_{t+1} = \rho v_t + (1-\rho) g_t^2`,
		`d_t = \frac{\sqrt{u_t + \epsilon}}{\sqrt{v_{t+1} + \epsilon}} g_t`,
		`u_{t+1} = \rho u_t + (1-\rho) d_t^2`,
		`x_{t+1} = x_t - \eta d_t`,
	},
	Python: Python{Torch: "torch.optim.Adadelta([p], lr={lr}, rho={rho}, eps={eps}, weight_decay={weight_decay})"},
	rules:  func(k settings) []Rule { return []Rule{Adadelta{k.num("rho"), k.num("eps")}, Rate{}} },
})

func (Adadelta) Name() string     { return "adadelta" }
func (Adadelta) Memory() []string { return []string{"square_avg", "acc_delta"} }

func (Adadelta) separable() {}

func (r Adadelta) Apply(s *Step) {
	square, delta := s.Mem[0], s.Mem[1]
	for i, g := range s.Dir {
		square[i] = averageSquare(square[i], r.Rho, g)
		d := math.Sqrt(delta[i]+r.Eps) / math.Sqrt(square[i]+r.Eps) * g
		delta[i] = averageSquare(delta[i], r.Rho, d)
		s.Dir[i] = d
	}
}

// Explain writes both means; the size of recent steps is that before this one.
func (r Adadelta) Explain(u Part) []Line {
	before := u.Before[1]
	return []Line{
		u.mean(0, MeanSquare, `v`, r.Rho, `g^2`),
		u.hands(`d = g \sqrt{u + \epsilon} / \sqrt{v + \epsilon}`),
		u.divisor(`\sqrt{v + \epsilon} / \sqrt{u + \epsilon}`, func(i int) float64 {
			return math.Sqrt(u.After[0][i]+r.Eps) / math.Sqrt(before[i]+r.Eps)
		}),
		u.mean(1, Memory, `u`, r.Rho, `d^2`),
	}
}
