package optim

import "descentlab/internal/say"

// BarzilaiBorwein takes for its step the inverse of the curvature along its last move (Barzilai & Borwein 1988): with
// u = x - x before and y = g - g before, the long step is u.u/u.y and the short one u.y/y.y. Where the curvature u.y is
// not positive, it steps as before; a step is kept between StepMin and StepMax, as in Raydan 1997. There is no line
// search: the loss may rise on the way.
//
// The learning rate is the first step and nothing else, so no Rate follows it and schedules have no effect after
// update 0.
type BarzilaiBorwein struct {
	Short            bool
	StepMin, StepMax float64
}

var _ = register(Method{
	Key: "barzilai_borwein", Title: "Barzilai-Borwein", Family: RateFree, Year: 1988,
	Cite: "Barzilai & Borwein 1988, Two-Point Step Size Gradient Methods, IMA Journal of Numerical Analysis 8(1); safeguards: " +
		"Raydan 1997",
	Idea: "Steepest descent that reads its step off the change of the gradient since the last point.",
	Knobs: []Knob{
		positive("lr", 1e-3, 1e-5, 1, "The first step's rate; the others follow from the curvature met.").main(),
		choice("variant", "The short and more careful one of the two steps, or the long one.", "short", "long").main(),
		positive("step_min", 1e-10, 1e-12, 1e-2, "The least rate."),
		positive("step_max", 10, 1e-2, 1e6, "The greatest rate."),
	},
	Math: []string{
		`u_t = x_t - x_{t-1}, \quad y_t = g_t - g_{t-1}`,
		`\alpha_t = \frac{u_t \cdot u_t}{u_t \cdot y_t} \text{ (long) or } \frac{u_t \cdot y_t}{y_t \cdot y_t} \text{ (short)}, ` +
			`\quad \alpha_0 = \eta`,
		`x_{t+1} = x_t - \alpha_t g_t`,
	},
	Python: Python{
		Step: `if t == 0:
    step = lr
else:
    u, y = p - x_before, g - g_before
    if u.dot(y) > 0:
        step = (u.dot(u) / u.dot(y) if variant == "long" else u.dot(y) / y.dot(y)).item()
        step = min(max(step, step_min), step_max)
x_before, g_before = p.clone(), g.clone()
p -= step * g`,
	},
	rules: func(k settings) []Rule {
		return []Rule{BarzilaiBorwein{k.num("variant") == 0, k.num("step_min"), k.num("step_max")}}
	},
	check: func(k settings) error {
		if low, high := k.num("step_min"), k.num("step_max"); low > high {
			return say.Errorf("step_min must be at most step_max; got %v and %v", low, high)
		}
		return nil
	},
})

func (BarzilaiBorwein) Name() string     { return "barzilai_borwein" }
func (BarzilaiBorwein) Memory() []string { return []string{"prev_x", "prev_grad", "step"} }
func (BarzilaiBorwein) Stride() string   { return "step" }

func (r BarzilaiBorwein) Apply(s *Step) {
	x, grad, step := s.Mem[0], s.Mem[1], s.Mem[2]
	if s.T == 0 {
		fill(step, s.LR)
	} else if found, ok := r.step(s, x, grad); ok {
		fill(step, min(max(found, r.StepMin), r.StepMax))
	}
	copy(x, s.X)
	copy(grad, s.Dir)
	scale(s.Dir, step[0])
}

// step is the step that the last move suggests, if that met positive curvature.
func (r BarzilaiBorwein) step(s *Step, x, grad []float64) (float64, bool) {
	uu, uy, yy := 0.0, 0.0, 0.0
	for i, g := range s.Dir {
		u, y := s.X[i]-x[i], g-grad[i]
		uu += u * u
		uy += u * y
		yy += y * y
	}
	if r.Short {
		return uy / yy, uy > 0
	}
	return uu / uy, uy > 0
}
