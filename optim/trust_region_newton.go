package optim

import "descentlab/internal/say"

// TrustRegionNewton minimizes the quadratic model within a distance of the point, exactly and also where the Hessian is
// not positive definite, and lets the distance follow from how well the model foretold the loss (Nocedal & Wright 2006,
// algorithm 4.1, with the subproblem of section 4.3 solved in the eigenbasis). A step that does not lower the loss by
// Eta of what was foretold is not made; the next one will be shorter.
type TrustRegionNewton struct{ Radius, MaxRadius, Eta float64 }

var _ = register(Method{
	Key: "trust_region_newton", Title: "Trust-region Newton", Family: SecondOrder, Year: 1983,
	Cite: "Moré & Sorensen 1983, Computing a Trust Region Step, SIAM J. Sci. Stat. Comput. 4(3); Nocedal & Wright 2006, " +
		"Numerical Optimization, algorithm 4.1",
	Idea: "Goes to the lowest point of the quadratic model within a circle that grows while the model is right and shrinks " +
		"when it errs.",
	Math: []string{
		`m_t(d) = f(x_t) - g_t^\top d + \frac{1}{2} d^\top H_t d`,
		`d_t \text{ minimizes } m_t(d) \text{ over } \lVert d \rVert \le \Delta_t`,
		`\rho_t = \frac{f(x_t) - f(x_t - d_t)}{m_t(0) - m_t(d_t)}`,
		`x_{t+1} = x_t - d_t \text{ if } \rho_t > \eta \text{, else } x_t`,
		`\Delta_{t+1} = \Delta_t / 4 \text{ if } \rho_t < 1/4`,
		`\Delta_{t+1} = \min(2 \Delta_t, \Delta_{\max}) \text{ if } \rho_t > 3/4 \text{ and } \lVert d_t \rVert = \Delta_t`,
	},
	Knobs: []Knob{
		positive("radius", 0.5, 1e-3, 10, "The first radius of the circle in which the model is trusted.").main(),
		positive("max_radius", 100, 1e-2, 1e3, "The largest radius."),
		open(fraction("eta", 0.1, 0, 0.2, "The part of the foretold decrease that a step must keep, below 1/4."), false, true, 0.25),
	},
	Python: Python{Step: `lam, V = torch.linalg.eigh(hessian(p))
a, least = V.T @ g, lam[0].item()
d = a / lam
if least <= 0 or d.norm() > radius:
    low, high = max(least, 0.0), max(least, 0.0) + a.norm().item() / radius + 1e-200
    for _ in range(200):  # bisection for the shift, counted from its pole
        mid = (low + high) / 2
        low, high = (mid, high) if (a / (lam - least + mid)).norm() > radius else (low, mid)
    d = a / (lam - least + high)
    if least <= 0 and high < 1e-30:  # the hard case
        d[0] -= math.sqrt(max(radius**2 - d.norm().item()**2, 0.0))
slack = 10 * 2**-52 * abs(f(p).item())
model = (a @ d - lam @ d**2 / 2).item()
fall = (f(p) - f(p - V @ d)).item()
gain = 1.0 if model <= 0 and fall == 0 else (fall + slack) / (model + slack)
if gain > eta:
    p -= V @ d
if not gain >= 0.25:
    radius /= 4
elif gain > 0.75 and d.norm() > 0.999999 * radius:
    radius = min(2 * radius, max_radius)`},
	rules: func(k settings) []Rule {
		return []Rule{TrustRegionNewton{k.num("radius"), k.num("max_radius"), k.num("eta")}}
	},
	check: func(k settings) error {
		if first, most := k.num("radius"), k.num("max_radius"); first > most {
			return say.Errorf("radius must be at most max_radius; got %v and %v", first, most)
		}
		return nil
	},
})

func (TrustRegionNewton) Name() string     { return "trust_region_newton" }
func (TrustRegionNewton) Memory() []string { return []string{"radius", "step"} }
func (TrustRegionNewton) Stride() string   { return "step" }
func (TrustRegionNewton) Work(dim int) int { return spectrumWork(dim) }

func (r TrustRegionNewton) Apply(s *Step) {
	radius := s.Mem[0]
	if s.T == 0 {
		fill(radius, r.Radius)
	}
	e := spectrumOf(s)
	if !e.hessian(s) {
		return
	}
	e.reach(radius[0], 0)
	rho := gain(e.try(s))
	e.decide(s, rho > r.Eta, s.Mem[1])
	const edge = 0.999999 // of the radius: the step ends on the circle, but for rounding
	switch {
	case !(rho >= 0.25):
		fill(radius, radius[0]/4)
	case rho > 0.75 && norm(e.step) > edge*radius[0]:
		fill(radius, min(2*radius[0], r.MaxRadius))
	}
}
