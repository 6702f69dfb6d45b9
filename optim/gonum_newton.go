package optim

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/optimize"
)

// gonumNewton is optimize.Newton: the Hessian is raised until it is positive definite, and the step is searched by
// bisection. The Hessian of each iteration counts as one evaluation more.
type gonumNewton struct{ increase float64 }

var _ = register(Method{
	Key: "gonum_newton", Title: "Newton with line search", Family: Classical, Year: 2006,
	Cite: "Nocedal & Wright 2006, Numerical Optimization, algorithm 3.3 (Cholesky with Added Multiple of the Identity); gonum " +
		"optimize.Newton",
	Idea: "Newton with the Hessian raised until it bends upwards everywhere, and a search along the direction that results.",
	Math: []string{
		`d_t = (H_t + \tau_t I)^{-1} g_t, \quad \tau_t \text{ raised until } H_t + \tau_t I \text{ is positive definite}`,
		`x_{t+1} = x_t - \alpha_t d_t, \quad \alpha_t \text{ by line search}`,
	},
	Knobs: []Knob{{Name: "increase", Help: "The factor by which tau is raised.", Default: 5, Min: 1.1, Max: 20,
		Low: 1, OpenLow: true, High: 1e6}},
	Python:    Python{SciPy: "Newton-CG"},
	Allocates: true,
	rules:     func(k settings) []Rule { return []Rule{Gonum{gonumNewton{k.num("increase")}}} },
})

func (gonumNewton) key() string { return "gonum_newton" }

func (r gonumNewton) method(rand.Source) optimize.Method {
	return &optimize.Newton{Increase: r.increase}
}
