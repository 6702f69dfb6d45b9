package optim

import "math"

// DampedNewton adds a multiple of the identity to the Hessian: direction (H + s I)^-1 g with the shift
// s = lambda + max(0, -least eigenvalue), so that the direction always leads down. Where the loss falls by more than
// three quarters of what the quadratic model foretells, lambda is divided by Factor; where by less than a quarter, it
// is multiplied; and where the loss rises, the point stays.
//
// The damping is Levenberg's of 1944 for Hessians instead of J'J, as in Goldfeld, Quandt & Trotter 1966, but with the
// ratio test of trust regions.
type DampedNewton struct{ Damping, Factor float64 }

var _ = register(Method{
	Key: "damped_newton", Title: "Damped Newton", Family: SecondOrder, Year: 1966,
	Cite: "Goldfeld, Quandt & Trotter 1966, Maximization by Quadratic Hill-Climbing, Econometrica 34(3); damping: Levenberg 1944",
	Idea: "Newton with a little of plain descent mixed in: more while the quadratic model errs, less while it is right.",
	Math: []string{
		`s_t = \lambda_t + \max(0, -\lambda_{\min}(H_t)), \quad d_t = (H_t + s_t I)^{-1} g_t`,
		`\rho_t = \frac{f(x_t) - f(x_t - d_t)}{g_t^\top d_t - d_t^\top H_t d_t / 2}`,
		`x_{t+1} = x_t - d_t \text{ if } \rho_t > 0 \text{, else } x_t`,
		`\lambda_{t+1} = \lambda_t / c \text{ if } \rho_t > 3/4, \quad c \lambda_t \text{ if } \rho_t < 1/4`,
	},
	Knobs: []Knob{
		positive("damping", 1, 1e-6, 1e3, "The first damping; it adapts itself from there.").main(),
		{Name: "factor", Help: "By how much the damping grows or shrinks at a time.", Default: 4,
			Min: 1.1, Max: 10, Low: 1, OpenLow: true, High: math.Inf(1)},
	},
	Python: Python{Step: `H = hessian(p)
shift = damping + max(0.0, -torch.linalg.eigvalsh(H)[0].item())
d = torch.linalg.solve(H + shift * torch.eye(len(p)), g)
slack = 10 * 2**-52 * abs(f(p).item())
model = (g @ d - d @ H @ d / 2).item()
fall = (f(p) - f(p - d)).item()
gain = 1.0 if model <= 0 and fall == 0 else (fall + slack) / (model + slack)
if gain > 0:
    p -= d
if gain > 0.75:
    damping = max(damping / factor, 1e-12)
elif not gain >= 0.25:
    damping = min(damping * factor, 1e12)`},
	rules: func(k settings) []Rule { return []Rule{DampedNewton{k.num("damping"), k.num("factor")}} },
})

func (DampedNewton) Name() string     { return "damped_newton" }
func (DampedNewton) Memory() []string { return []string{"damping", "step"} }
func (DampedNewton) Stride() string   { return "step" }
func (DampedNewton) Work(dim int) int { return spectrumWork(dim) }

func (r DampedNewton) Apply(s *Step) {
	lambda := s.Mem[0]
	if s.T == 0 {
		fill(lambda, r.Damping)
	}
	e := spectrumOf(s)
	if !e.hessian(s) {
		return
	}
	e.solve(lambda[0] + max(0, -e.values[0]))
	rho := gain(e.try(s))
	e.decide(s, rho > 0, s.Mem[1])
	switch {
	case rho > 0.75:
		fill(lambda, max(lambda[0]/r.Factor, 1e-12))
	case !(rho >= 0.25):
		fill(lambda, min(lambda[0]*r.Factor, 1e12))
	}
}
