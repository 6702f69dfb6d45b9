package optim

import (
	"math"
	"slices"
)

// ExactLineSearch is steepest descent to a minimum of the loss along the ray x - a*g (Cauchy 1847, in the form of Curry
// 1944, who takes the first one). It looks for the sign change of the slope along the ray: steps from Alpha0 on are
// doubled until the slope has turned or the loss has risen, which brackets a minimum, and then the bracket is narrowed
// by the Illinois method (regula falsi that halves the slope of an end that stays; halving the bracket where the far
// slope is of no use) until the slope is Tol times the first one or the bracket is Tol wide, relatively. The minimum is
// the first one along the ray, unless a doubled step jumps over it.
//
// Trials are counted as evaluations. If the ray leads down for ever, or nowhere down, the run fails; if a trial is too
// short to differ from x, it rests there.
type ExactLineSearch struct{ Alpha0, Tol float64 }

var _ = register(Method{
	Key: "exact_line_search", Title: "Exact line search", Family: LooksElsewhere, Year: 1847,
	Cite: "Cauchy 1847, Méthode générale pour la résolution des systèmes d'équations simultanées, Comptes Rendus 25; Curry 1944",
	Idea: "Steepest descent that follows each ray down to its lowest point before it turns.",
	Knobs: []Knob{
		positive("alpha0", 1e-3, 1e-5, 1, "The first step it tries on a ray, as a rate; it is doubled until the loss turns up.").main(),
		open(positive("tol", 1e-10, 1e-14, 1e-1, "How exactly the lowest point of a ray is found."), true, true, 1).main(),
	},
	Math: []string{
		`\alpha_t = \text{first minimum of } f(x_t - \alpha g_t) \text{ over } \alpha > 0`,
		`x_{t+1} = x_t - \alpha_t g_t`,
	},
	Python: Python{
		Init: exactInit,
		Step: `if g.any():
    p -= search(p, g) * g`,
	},
	rules: func(k settings) []Rule { return []Rule{ExactLineSearch{k.num("alpha0"), k.num("tol")}} },
})

// These bound the two parts of the search.
const (
	mostDoublings = 100
	mostNarrowing = 40
)

const exactInit = `def search(p, g):
    def at(a):
        q = p - a * g
        return a, f(q).item(), -g.dot(grad(q)).item()

    def turned(near, end):
        return not (end[2] < 0 and end[1] <= near[1] + slack)

    loss, slope = f(p).item(), -g.dot(g).item()
    slack = 4e-15 * abs(loss)
    near, far = (0.0, loss, slope), at(alpha0)
    while not turned(near, far):
        near, far = far, at(2 * far[0])
    left, right, kept = near[2], far[2], None
    for _ in range(40):
        a = (near[0] * right - far[0] * left) / (right - left) if right > 0 else near[0]
        mid = at(a if near[0] < a < far[0] else near[0] + (far[0] - near[0]) / 2)
        if abs(mid[2]) <= tol * -slope and mid[1] <= loss + slack:
            return mid[0]
        if turned(near, mid):
            far, right = mid, mid[2]
            left, kept = left / 2 if kept == "near" else left, "near"
        else:
            near, left = mid, mid[2]
            right, kept = right / 2 if kept == "far" else right, "far"
        if far[0] - near[0] <= tol * far[0]:
            break
    return near[0]`

func (ExactLineSearch) Name() string     { return "exact_line_search" }
func (ExactLineSearch) Memory() []string { return []string{"step"} }
func (ExactLineSearch) Stride() string   { return "step" }
func (ExactLineSearch) Work(dim int) int { return 2 * dim }

func (r ExactLineSearch) Apply(s *Step) {
	fill(s.Mem[0], 0)
	slope := -dot(s.Dir, s.Dir)
	if slope == 0 {
		return
	}
	dim := len(s.X)
	line := ray{s: s, point: s.Work[:dim], grad: s.Work[dim : 2*dim], slack: 4e-15 * math.Abs(s.F)}
	step := 0.0
	if near, far, ok := line.bracket(end{0, s.F, slope}, r.Alpha0); ok {
		step = line.narrow(near, far, r.Tol)
	}
	if step == 0 && !line.still() {
		s.Fail(LineSearchFailed)
	}
	fill(s.Mem[0], step)
	scale(s.Dir, step)
}

// A ray is the loss along x - a*dir; slack is how much of a rise may be rounding.
type ray struct {
	s           *Step
	point, grad []float64
	slack       float64
}

// An end is a point of a ray: the step to it, the loss and the slope along the ray.
type end struct{ at, f, slope float64 }

func (r *ray) end(a float64) end {
	along(r.point, r.s.X, r.s.Dir, a)
	f := r.s.Eval(r.grad, r.point)
	return end{a, f, -dot(r.s.Dir, r.grad)}
}

// turned says that a minimum lies between two ends of which the near one leads down: the far one leads up or is higher.
func (r *ray) turned(near, far end) bool { return !(far.slope < 0 && far.f <= near.f+r.slack) }

// still says that the last trial did not differ from x.
func (r *ray) still() bool { return slices.Equal(r.point, r.s.X) }

// bracket doubles the step until the loss has turned.
func (r *ray) bracket(near end, step float64) (end, end, bool) {
	for range mostDoublings {
		far := r.end(step)
		if r.turned(near, far) {
			return near, far, true
		}
		near, step = far, 2*step
	}
	return near, near, false
}

// narrow finds the step to the minimum between two ends; 0 if there seems to be none.
func (r *ray) narrow(near, far end, tol float64) float64 {
	start := near
	left, right := near.slope, far.slope // as the Illinois method sees them
	kept := 0                            // the end that stayed last: -1 near, 1 far
	for range mostNarrowing {
		mid := r.end(between(near.at, left, far.at, right))
		if math.Abs(mid.slope) <= tol*dot(r.s.Dir, r.s.Dir) && mid.f <= start.f+r.slack {
			return mid.at
		}
		if r.turned(near, mid) {
			far, right = mid, mid.slope
			if kept < 0 {
				left /= 2
			}
			kept = -1
		} else {
			near, left = mid, mid.slope
			if kept > 0 {
				right /= 2
			}
			kept = 1
		}
		if far.at-near.at <= tol*far.at || r.still() {
			break
		}
	}
	return near.at
}

// between is where a straight line through two slopes is zero, or the middle if that is of no use.
func between(near, left, far, right float64) float64 {
	if right > 0 {
		if a := (near*right - far*left) / (right - left); near < a && a < far {
			return a
		}
	}
	return near + (far-near)/2
}
