package optim

import "math"

// Polyak steps as far as a linear loss would have to go to come down to the least loss: x = x - lr*(f - least)/|g|^2*g
// (Polyak 1969). The least loss is that of the objective (KnownMinimum) or FStar; without one the run
// fails. At or below the least loss, and where there is no slope, it stays. The least loss is that of the bare
// objective also under weight decay, whose penalty then is part of f.
type Polyak struct {
	KnownMinimum bool
	FStar        float64
}

var _ = register(Method{
	Key: "polyak", Title: "Polyak step", Family: RateFree, Year: 1969,
	Cite: "Polyak 1969, Minimization of Unsmooth Functionals, USSR Computational Mathematics and Mathematical Physics 9(3)",
	Idea: "Knows how low the loss can get, and steps as far as the slope says it takes to get there.",
	Knobs: []Knob{
		adaptedRate(),
		toggle("known_minimum", true, "Takes the least loss from the surface; off: f_star is the least loss."),
		{Name: "f_star", Help: "The least loss, used where known_minimum is off.", Min: -10, Max: 10,
			Low: math.Inf(-1), High: math.Inf(1)},
	},
	Math: []string{
		`x_{t+1} = x_t - \eta \frac{f(x_t) - f_{\min}}{\lVert g_t \rVert^2} g_t`,
	},
	Python: Python{
		Step: `if g.any():
    p -= lr * max(f(p).item() - f_star, 0.0) / g.dot(g) * g`,
	},
	NeedsMinimum: true,
	rules: func(k settings) []Rule {
		return []Rule{Polyak{k.on("known_minimum"), k.num("f_star")}, Rate{}}
	},
})

func (Polyak) Name() string     { return "polyak" }
func (Polyak) Memory() []string { return []string{"step"} }
func (Polyak) Stride() string   { return "step" }

func (r Polyak) Apply(s *Step) {
	least := r.FStar
	if r.KnownMinimum {
		known, ok := s.Minimum()
		if !ok {
			s.Fail(NoMinimum)
			clear(s.Dir)
			return
		}
		least = known
	}
	step, slope := 0.0, dot(s.Dir, s.Dir)
	if slope > 0 {
		step = max(s.F-least, 0) / slope
	}
	fill(s.Mem[0], step)
	scale(s.Dir, step)
}
