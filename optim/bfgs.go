package optim

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/optimize"
)

// bfgs is optimize.BFGS with gonum's own settings: strong Wolfe conditions by bisection, curvature factor 0.9, and the
// first inverse Hessian scaled as in Nocedal & Wright 2006, equation 6.20.
type bfgs struct{}

var _ = register(Method{
	Key: "bfgs", Title: "BFGS", Family: Classical, Year: 1970,
	Cite: "Broyden 1970, Fletcher 1970, Goldfarb 1970, Shanno 1970; Nocedal & Wright 2006, Numerical Optimization, algorithm " +
		"6.1; gonum optimize.BFGS",
	Idea: "Learns the inverse of the Hessian from how gradients change, and searches along the Newton step that it suggests.",
	Math: []string{
		`x_{t+1} = x_t - \alpha_t B_t g_t, \quad \alpha_t \text{ by line search}`,
		`s_t = x_{t+1} - x_t, \quad y_t = g_{t+1} - g_t, \quad \rho_t = \frac{1}{y_t^\top s_t}`,
		`B_{t+1} = (I - \rho_t s_t y_t^\top) B_t (I - \rho_t y_t s_t^\top) + \rho_t s_t s_t^\top`,
	},
	Python:    Python{SciPy: "BFGS"},
	Allocates: true,
	rules:     func(settings) []Rule { return []Rule{Gonum{bfgs{}}} },
})

func (bfgs) key() string                        { return "bfgs" }
func (bfgs) method(rand.Source) optimize.Method { return &optimize.BFGS{} }
