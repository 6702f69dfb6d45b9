package optim

import "math"

var _ = register(Method{
	Key: "asam", Title: "ASAM", Family: LooksElsewhere, Year: 2021,
	Cite: "Kwon, Kim, Park & Choi 2021, ASAM: Adaptive Sharpness-Aware Minimization for Scale-Invariant Learning of Deep " +
		"Neural Networks, arXiv:2102.11600",
	Idea: "SAM that climbs farther along coordinates that are large, whatever their units.",
	Knobs: []Knob{
		learningRate(1e-3, 1e-5, 1),
		ascentRho(0.01, 2),
		nonNegative("eta", 0.01, 1, "Counts as a part of every coordinate's size, so that none is stuck at zero."),
		innerMomentum(),
	},
	Math: []string{
		`T_t = \lvert x_t \rvert + \text{eta}`,
		`\hat x_t = x_t + \rho \frac{T_t^2 \odot \nabla f(x_t)}{\lVert T_t \odot \nabla f(x_t) \rVert}`,
		innerMath,
	},
	Python: Python{
		Init: innerInit,
		Step: `size = p.abs() + eta
b = momentum * b + grad(p + rho * size**2 * g / ((size * g).norm() + 1e-16))
p -= lr * b`,
	},
	ahead: func(k settings) []Rule {
		return []Rule{Ascent{Rho: k.num("rho"), Eta: k.num("eta"), Adaptive: true}}
	},
	rules: innerRules,
})

// adaptive stores the point that an adaptive ascent looks at.
func (r Ascent) adaptive(point []float64, s *Step) {
	for i, g := range s.Dir {
		point[i] = (math.Abs(s.X[i]) + r.Eta) * g
	}
	by := r.Rho / (norm(point) + 1e-16)
	for i, x := range s.X {
		point[i] = x + by*(math.Abs(x)+r.Eta)*point[i]
	}
}
