package optim

// CubicNewton minimizes the quadratic model plus a cubic penalty, M/6 times the step's length cubed, which bounds the
// loss from above wherever the Hessian changes by at most M per unit of length (Nesterov & Polyak 2006). The minimizer
// is exact: (H + M/2*|d| I) d = g, with the left-hand matrix positive semidefinite.
//
// With Adaptive, as in their section 5.2, a step that ends above the model is not made and M doubles; after one that ends
// below it M is halved, but not below the one thousandth part of what it was at first. Their bound from below is a guess
// of the same kind.
type CubicNewton struct {
	M        float64
	Adaptive bool
}

var _ = register(Method{
	Key: "cubic_newton", Title: "Cubic Newton", Family: SecondOrder, Year: 2006,
	Cite: "Nesterov & Polyak 2006, Cubic Regularization of Newton Method and Its Global Performance, Mathematical Programming 108",
	Idea: "Goes to the lowest point of the quadratic model plus a cubic wall, a step that provably escapes saddles.",
	Math: []string{
		`m_t(d) = f(x_t) - g_t^\top d + \frac{1}{2} d^\top H_t d + \frac{M_t}{6} \lVert d \rVert^3`,
		`d_t \text{ minimizes } m_t, \text{ so that } (H_t + \frac{M_t}{2} \lVert d_t \rVert I) d_t = g_t`,
		`x_{t+1} = x_t - d_t, \quad M_{t+1} = M_t / 2 \quad \text{if } f(x_t - d_t) \le m_t(d_t)`,
		`x_{t+1} = x_t, \quad M_{t+1} = 2 M_t \quad \text{else}`,
	},
	Knobs: []Knob{
		positive("M", 10, 1e-2, 1e4, "How fast the Hessian is taken to change: greater makes shorter steps.").main(),
		toggle("adaptive", true, "Halves M after a good step, and doubles it instead of making a bad one."),
	},
	Python: Python{
		Init: `least_M = M / 1000`,
		Step: `lam, V = torch.linalg.eigh(hessian(p))
a, least = V.T @ g, lam[0].item()
low, high = max(least, 0.0), max(least, 0.0) + math.sqrt(a.norm().item() * M / 2) + 1e-200
for _ in range(200):  # bisection for the shift, counted from its pole
    mid = (low + high) / 2
    longer = (a / (lam - least + mid)).norm() > 2 * (mid - least) / M
    low, high = (mid, high) if longer else (low, mid)
d = a / (lam - least + high)
if least <= 0 and high < 1e-30:  # the hard case
    d[0] -= math.sqrt(max((2 * least / M)**2 - d.norm().item()**2, 0.0))
slack = 10 * 2**-52 * abs(f(p).item())
model = (a @ d - lam @ d**2 / 2 - M / 6 * d.norm()**3).item()
fall = (f(p) - f(p - V @ d)).item()
good = fall + slack >= model
if good or not adaptive:
    p -= V @ d
if adaptive:
    M = max(M / 2, least_M) if good else min(2 * M, 1e12)`},
	rules: func(k settings) []Rule { return []Rule{CubicNewton{k.num("M"), k.on("adaptive")}} },
})

func (CubicNewton) Name() string     { return "cubic_newton" }
func (CubicNewton) Stride() string   { return "step" }
func (CubicNewton) Work(dim int) int { return spectrumWork(dim) }

func (r CubicNewton) Memory() []string {
	if r.Adaptive {
		return []string{"step", "M"}
	}
	return []string{"step"}
}

func (r CubicNewton) Apply(s *Step) {
	m, step := r.M, s.Mem[0]
	if r.Adaptive && s.T > 0 {
		m = s.Mem[1][0]
	}
	e := spectrumOf(s)
	if !e.hessian(s) {
		return
	}
	e.reach(0, 2/m)
	if !r.Adaptive {
		e.direct(s)
		fill(step, 1)
		return
	}
	length := norm(e.step)
	fall, model, slack := e.try(s)
	good := fall+slack >= model-m/6*length*length*length
	e.decide(s, good, step)
	if good {
		fill(s.Mem[1], max(m/2, r.M/1000))
	} else {
		fill(s.Mem[1], min(2*m, 1e12))
	}
}
