package optim

// Extragradient takes a trial step and then the step from x with the gradient found there (Korpelevich 1976):
// y = x - lr*g(x), x = x - lr*g(y). It was made for saddle-point games, where plain descent spins away.
type Extragradient struct{}

var _ = register(Method{
	Key: "extragradient", Title: "Extragradient", Family: LooksElsewhere, Year: 1976,
	Cite:  "Korpelevich 1976, The Extragradient Method for Finding Saddle Points and Other Problems, Matecon 12",
	Idea:  "Tries a step, and then steps from where it was by the gradient that it found there.",
	Knobs: []Knob{learningRate(1e-3, 1e-5, 1)},
	Math: []string{
		`\hat x_t = x_t - \eta g_t`,
		`x_{t+1} = x_t - \eta \nabla f(\hat x_t)`,
	},
	Python: Python{
		Step: `p -= lr * grad(p - lr * g)`,
	},
	rules: func(settings) []Rule { return []Rule{Extragradient{}, Rate{}} },
})

func (Extragradient) Name() string     { return "extragradient" }
func (Extragradient) Memory() []string { return []string{"trial"} }
func (Extragradient) Shadow() string   { return "trial" }

func (Extragradient) Apply(s *Step) {
	trial := s.Mem[0]
	along(trial, s.X, s.Dir, s.LR)
	s.Eval(s.Dir, trial)
}
