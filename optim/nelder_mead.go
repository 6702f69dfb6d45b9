package optim

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/optimize"
)

// nelderMead is optimize.NelderMead: the point is the best corner of the simplex, and gradients are not used. A loss that
// is not a number counts as infinite.
type nelderMead struct{ size float64 }

var _ = register(Method{
	Key: "nelder_mead", Title: "Nelder-Mead", Family: Classical, Year: 1965,
	Cite: "Nelder & Mead 1965, A Simplex Method for Function Minimization, The Computer Journal 7; coefficients: Gao & Han " +
		"2012; gonum optimize.NelderMead",
	Idea: "Needs no gradient: a triangle tumbles downhill by mirroring, stretching or drawing in its worst corner.",
	Math: []string{
		`x_t = v_0 \text{ is the best corner}, \quad v_n \text{ the worst}, \quad c = \frac{1}{n} \sum_{i<n} v_i`,
		`v(\alpha) = c + \alpha (c - v_n)`,
		`v_n \leftarrow v(1) \text{, stretched } v(1 + \frac{2}{n}) \text{, or drawn in } v(\pm (\frac{3}{4} - \frac{1}{2n}))`,
		`\text{if none is better} \quad v_i \leftarrow v_0 + (1 - \frac{1}{n}) (v_i - v_0)`,
	},
	Knobs:     []Knob{positive("simplex_size", 0.5, 0.01, 2, "The length of the first triangle's sides along the axes.").main()},
	Python:    Python{SciPy: "Nelder-Mead"},
	Allocates: true,
	rules:     func(k settings) []Rule { return []Rule{Gonum{nelderMead{k.num("simplex_size")}}} },
})

func (nelderMead) key() string { return "nelder_mead" }

func (r nelderMead) method(rand.Source) optimize.Method {
	return &optimize.NelderMead{SimplexSize: r.size}
}
