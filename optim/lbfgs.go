package optim

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/optimize"
)

// lbfgs is optimize.LBFGS with so much storage.
type lbfgs struct{ store int }

var _ = register(Method{
	Key: "lbfgs", Title: "L-BFGS", Family: Classical, Year: 1980,
	Cite: "Nocedal 1980, Updating Quasi-Newton Matrices with Limited Storage, Mathematics of Computation 35; Nocedal & Wright " +
		"2006, algorithm 7.5; gonum optimize.LBFGS",
	Idea: "BFGS that remembers its last few steps instead of a matrix.",
	Math: []string{
		`x_{t+1} = x_t - \alpha_t B_t g_t, \quad \alpha_t \text{ by line search}`,
		`s_t = x_{t+1} - x_t, \quad y_t = g_{t+1} - g_t`,
		`B_t \text{ is what BFGS makes of } \frac{s_{t-1}^\top y_{t-1}}{y_{t-1}^\top y_{t-1}} I ` +
			`\text{ and the last } m \text{ pairs } (s, y)`,
	},
	Knobs: []Knob{{Name: "store", Help: "How many of the last steps are remembered.", Kind: Integer, Default: 15,
		Min: 1, Max: 30, Low: 1, High: 1e4, Main: true}},
	Python:    Python{SciPy: "L-BFGS-B"},
	Allocates: true,
	rules:     func(k settings) []Rule { return []Rule{Gonum{lbfgs{k.int("store")}}} },
})

func (lbfgs) key() string                          { return "lbfgs" }
func (r lbfgs) method(rand.Source) optimize.Method { return &optimize.LBFGS{Store: r.store} }
