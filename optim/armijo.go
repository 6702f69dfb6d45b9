package optim

import "slices"

// Armijo is steepest descent that takes the first of the steps LR, Tau*LR, Tau^2*LR, ... which lowers the loss enough:
// f(x - a*g) <= f(x) - C1*a*|g|^2 (Armijo 1966; Nocedal & Wright 2006, algorithm 3.1, whose contraction factor rho is
// Tau here). If none of MaxBacktracks + 1 does, the run fails; if a trial is too short to differ from x, it rests
// there.
//
// The learning rate is the first trial, so a schedule changes that. The gradient is the one handed to the rule: where
// it was clipped, its own square stands in the condition.
type Armijo struct {
	C1, Tau       float64
	MaxBacktracks int
}

var _ = register(Method{
	Key: "armijo", Title: "Armijo line search", Family: LooksElsewhere, Year: 1966,
	Cite: "Armijo 1966, Minimization of Functions Having Lipschitz Continuous First Partial Derivatives, Pacific Journal of " +
		"Mathematics 16(1)",
	Idea: "Steepest descent that shortens every step until it lowers the loss enough.",
	Knobs: []Knob{
		positive("lr", 1, 1e-3, 10, "The first step it tries, as a rate.").main(),
		open(positive("c1", 1e-4, 1e-6, 0.5, "The part of the decrease promised by the slope that a step must keep."), true, true, 1),
		open(fraction("tau", 0.5, 0.1, 0.9, "Factor by which a step that does not do is shortened."), true, true, 1).main(),
		whole("max_backtracks", 50, 1, 100, "How often a step is shortened before the search fails."),
	},
	Math: []string{
		`\alpha_t = \text{the first of } \eta, \tau \eta, \tau^2 \eta \text{ and so on with}`,
		`f(x_t - \alpha_t g_t) \le f(x_t) - c_1 \alpha_t \lVert g_t \rVert^2`,
		`x_{t+1} = x_t - \alpha_t g_t`,
	},
	Python: Python{
		Step: `step, slope, loss = lr, g.dot(g), f(p)
for _ in range(max_backtracks + 1):
    q = p - step * g
    if torch.equal(q, p) or f(q) <= loss - c1 * step * slope:
        break
    step *= tau
else:
    raise RuntimeError("the line search found no step")
p -= step * g`,
	},
	rules: func(k settings) []Rule { return []Rule{Armijo{k.num("c1"), k.num("tau"), k.int("max_backtracks")}} },
})

func (Armijo) Name() string     { return "armijo" }
func (Armijo) Memory() []string { return []string{"step"} }
func (Armijo) Stride() string   { return "step" }
func (Armijo) Work(dim int) int { return dim }

func (r Armijo) Apply(s *Step) {
	trial, slope := s.Work[:len(s.X)], dot(s.Dir, s.Dir)
	step := s.LR
	for range r.MaxBacktracks + 1 {
		along(trial, s.X, s.Dir, step)
		if slices.Equal(trial, s.X) {
			step = 0
		}
		if step == 0 || s.Eval(nil, trial) <= s.F-float64(r.C1*step*slope) {
			fill(s.Mem[0], step)
			scale(s.Dir, step)
			return
		}
		step *= r.Tau
	}
	s.Fail(LineSearchFailed)
	clear(s.Dir)
}
