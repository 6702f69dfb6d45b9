package optim

import "math"

// SimulatedAnnealing proposes a Gaussian step of size Scale and takes it if the loss falls, or by chance, with
// probability exp(-rise/temperature), if it rises; the temperature is T0*Cooling^t (Kirkpatrick, Gelatt & Vecchi 1983,
// with the criterion of Metropolis et al. 1953). The best position met is kept as the second position. The gradient is
// not used, though every update is given one, which counts as an evaluation.
type SimulatedAnnealing struct{ Scale, T0, Cooling float64 }

var _ = register(Method{
	Key: "simulated_annealing", Title: "Simulated annealing", Family: Chance, Year: 1983,
	Cite: "Kirkpatrick, Gelatt & Vecchi 1983, Optimization by Simulated Annealing, Science 220(4598); Metropolis et al. 1953",
	Idea: "Tries random steps and takes even bad ones while it is hot, so that it can leave a poor valley.",
	Knobs: []Knob{
		proposalScale(),
		nonNegative("T0", 1, 100, "The temperature at the start: a rise of the loss that is often taken.").main(),
		coolingFactor(),
	},
	Math: []string{
		`y_t = x_t + \sigma \xi_t, \quad \xi_t \text{ standard normal}, \quad T_t = T_0 c^t`,
		`x_{t+1} = y_t \text{ with probability } \min(1, \exp(-\frac{f(y_t) - f(x_t)}{T_t})), \text{ else } x_t`,
	},
	Python: Python{
		Init: `best = p.clone()`,
		Step: `step = scale * torch.randn(p.shape, generator=rng, dtype=p.dtype)
rise, temperature = (f(p + step) - f(p)).item(), T0 * cooling**t
chance = torch.rand(1, generator=rng).item()
if rise <= 0 or temperature > 0 and chance < math.exp(-rise / temperature):
    p += step
if f(p) < f(best):
    best = p.clone()`,
	},
	rules: func(k settings) []Rule {
		return []Rule{SimulatedAnnealing{k.num("scale"), k.num("T0"), k.num("cooling")}}
	},
})

func coolingFactor() Knob {
	k := fraction("cooling", 0.99, 0.5, 0.9999, "Factor of the temperature from update to update.")
	k.Scale, k.OpenLow, k.Main = Nines, true, true
	return k
}

// proposalScale is the size of random trials.
func proposalScale() Knob {
	return positive("scale", 0.1, 1e-3, 2, "Standard deviation of a trial step in every coordinate.").main()
}

func (SimulatedAnnealing) Name() string     { return "simulated_annealing" }
func (SimulatedAnnealing) Memory() []string { return []string{"best", "best_loss"} }
func (SimulatedAnnealing) Stride() string   { return "" }
func (SimulatedAnnealing) Shadow() string   { return "best" }
func (SimulatedAnnealing) Work(dim int) int { return dim }

func (r SimulatedAnnealing) Apply(s *Step) {
	best, least, trial := s.Mem[0], s.Mem[1], s.Work[:len(s.X)]
	if s.T == 0 {
		copy(best, s.X)
		fill(least, s.F)
	}
	random := s.Random()
	for i := range s.Dir {
		s.Dir[i] = -r.Scale * random.NormFloat64()
	}
	along(trial, s.X, s.Dir, 1)
	f := s.Eval(nil, trial)
	if !(f <= s.F || random.Float64() < math.Exp((s.F-f)/(r.T0*power(r.Cooling, s.T)))) {
		clear(s.Dir)
		return
	}
	if f < least[0] {
		copy(best, trial)
		fill(least, f)
	}
}
