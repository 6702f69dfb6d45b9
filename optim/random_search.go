package optim

// RandomSearch proposes a Gaussian step of size Scale and takes it if the loss falls (Rastrigin 1963; a (1+1) evolution
// strategy without adaptation). It is the baseline: what uses gradients should do better. Every update is given one all
// the same, which counts as an evaluation.
type RandomSearch struct{ Scale float64 }

var _ = register(Method{
	Key: "random_search", Title: "Random search", Family: Chance, Year: 1963,
	Cite: "Rastrigin 1963, The Convergence of the Random Search Method in the Extremal Control of a Many Parameter System, " +
		"Automation and Remote Control 24",
	Idea:  "Tries random steps and takes those that lower the loss; it knows nothing of slopes.",
	Knobs: []Knob{proposalScale()},
	Math: []string{
		`y_t = x_t + \sigma \xi_t, \quad \xi_t \text{ standard normal}`,
		`x_{t+1} = y_t \text{ if } f(y_t) < f(x_t), \text{ else } x_t`,
	},
	Python: Python{
		Step: `step = scale * torch.randn(p.shape, generator=rng, dtype=p.dtype)
if f(p + step) < f(p):
    p += step`,
	},
	rules: func(k settings) []Rule { return []Rule{RandomSearch{k.num("scale")}} },
})

func (RandomSearch) Name() string     { return "random_search" }
func (RandomSearch) Memory() []string { return nil }
func (RandomSearch) Stride() string   { return "" }
func (RandomSearch) Work(dim int) int { return dim }

func (r RandomSearch) Apply(s *Step) {
	trial, random := s.Work[:len(s.X)], s.Random()
	for i := range s.Dir {
		s.Dir[i] = -r.Scale * random.NormFloat64()
	}
	along(trial, s.X, s.Dir, 1)
	if !(s.Eval(nil, trial) < s.F) {
		clear(s.Dir)
	}
}
