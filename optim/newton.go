package optim

// Newton goes to where the gradient of the quadratic model is 0: direction H^-1 g. With rate 1 that is the method of
// Newton, Raphson and Simpson, which lands on the minimum of a quadratic at once, but just as well on a saddle or on a
// maximum. Where the Hessian is singular the run fails.
type Newton struct{}

var _ = register(Method{
	Key: "newton", Title: "Newton", Family: SecondOrder, Year: 1740,
	Cite: "Simpson 1740, Essays on Several Curious and Useful Subjects; after Newton 1669 and Raphson 1690",
	Idea: "Jumps to where the gradient's linear model is zero, which is exact on a quadratic, but a saddle or a maximum will " +
		"do as well.",
	Math: []string{
		`H_t = \nabla^2 f(x_t)`,
		`x_{t+1} = x_t - \eta H_t^{-1} g_t`,
	},
	Knobs:  []Knob{learningRate(1, 0.01, 2)},
	Python: Python{Step: `p -= lr * torch.linalg.solve(hessian(p), g)`},
	rules:  func(settings) []Rule { return []Rule{Newton{}, Rate{}} },
})

func (Newton) Name() string     { return "newton" }
func (Newton) Memory() []string { return nil }
func (Newton) Work(dim int) int { return spectrumWork(dim) }

func (Newton) timeless() {}

func (Newton) Apply(s *Step) {
	e := spectrumOf(s)
	if e.hessian(s) {
		e.settle(s, 0)
	}
}

// Explain writes the jump.
func (Newton) Explain(u Part) []Line { return []Line{u.hands(`H^{-1} g`)} }
