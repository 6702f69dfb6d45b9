package optim

// Ascent looks at the gradient where the loss nearby is worst, as a linear loss would have it, and hands on the
// gradient from there: that at x + Rho*g/(|g| + 1e-12) (Foret et al. 2020, equation 2, as usually coded).
//
// Adaptive scales the neighbourhood by the size of every coordinate, t = |x| + Eta: x + Rho*t^2*g/(|t*g| + 1e-16)
// (Kwon et al. 2021, with Eta as in the authors' code).
//
// It stands before the stages that change the gradient, so that they act on the gradient which the step uses: weight
// decay pulls from x, not from the point looked at, as in the usual code.
//
// The papers' Rho, 0.05 and 0.5, makes the point hop from wall to wall of a valley as narrow as Rosenbrock's, as wide
// as lr*Rho times the curvature; the defaults here are smaller.
type Ascent struct {
	Rho, Eta float64
	Adaptive bool
}

var _ = register(Method{
	Key: "sam", Title: "SAM", Family: LooksElsewhere, Year: 2020,
	Cite: "Foret, Kleiner, Mobahi & Neyshabur 2020, Sharpness-Aware Minimization for Efficiently Improving Generalization, " +
		"arXiv:2010.01412",
	Idea: "First climbs a little and takes the gradient from there, so that it shuns sharp valleys.",
	Knobs: []Knob{
		learningRate(1e-3, 1e-5, 1),
		ascentRho(0.005, 1),
		innerMomentum(),
	},
	Math: []string{
		`\hat x_t = x_t + \rho \frac{\nabla f(x_t)}{\lVert \nabla f(x_t) \rVert}`,
		innerMath,
	},
	Python: Python{
		Init: innerInit,
		Step: `b = momentum * b + grad(p + rho * g / (g.norm() + 1e-12))
p -= lr * b`,
	},
	ahead: func(k settings) []Rule { return []Rule{Ascent{Rho: k.num("rho")}} },
	rules: innerRules,
})

func ascentRho(def, hi float64) Knob {
	return nonNegative("rho", def, hi, "How far it climbs before it takes the gradient; 0 is plain descent.").main()
}

// innerMomentum is the momentum of a method that is otherwise plain gradient descent inside.
func innerMomentum() Knob {
	k := open(nonNegative("momentum", 0, 0.999, "How much of the last step's velocity is kept."), false, true, 1)
	k.Scale = Nines
	return k
}

// innerRules are gradient descent with the momentum of innerMomentum.
func innerRules(k settings) []Rule { return []Rule{SGD{Momentum: k.num("momentum")}, Rate{}} }

const (
	innerInit = `b = torch.zeros_like(p)`
	innerMath = `b_{t+1} = \mu b_t + \nabla f(\hat x_t), \quad x_{t+1} = x_t - \eta b_{t+1}`
)

func (Ascent) Name() string     { return "ascent" }
func (Ascent) Memory() []string { return []string{"point"} }
func (Ascent) Shadow() string   { return "point" }

func (r Ascent) Apply(s *Step) {
	point := s.Mem[0]
	if r.Adaptive {
		r.adaptive(point, s)
	} else {
		by := r.Rho / (norm(s.Dir) + 1e-12)
		for i, g := range s.Dir {
			point[i] = s.X[i] + by*g
		}
	}
	s.Eval(s.Dir, point)
}
