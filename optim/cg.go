package optim

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/optimize"
)

// cg is optimize.CG with gonum's own settings: the line search of Moré & Thuente with curvature factor 0.1, and a fresh
// start along the gradient after 6 iterations for each coordinate, or where consecutive gradients are nearly opposite.
type cg struct{ variant int }

// cgVariants are the choices of beta.
var cgVariants = []string{"fletcher_reeves", "polak_ribiere", "hestenes_stiefel", "dai_yuan", "hager_zhang"}

var _ = register(Method{
	Key: "cg", Title: "Conjugate gradients", Family: Classical, Year: 1964,
	Cite: "Fletcher & Reeves 1964, Function Minimization by Conjugate Gradients, The Computer Journal 7; variants: Hager & " +
		"Zhang 2006, A Survey of Nonlinear Conjugate Gradient Methods; gonum optimize.CG",
	Idea: "Searches along the gradient bent towards the last direction, so that a step does not undo the one before.",
	Math: []string{
		`d_{t+1} = -g_{t+1} + \beta_t d_t, \quad x_{t+1} = x_t + \alpha_t d_t, \quad \alpha_t \text{ by line search}`,
		`y_t = g_{t+1} - g_t`,
		`\beta^{FR} = \frac{\lVert g_{t+1} \rVert^2}{\lVert g_t \rVert^2}, \quad \beta^{PR} = ` +
			`\max(0, \frac{g_{t+1}^\top y_t}{\lVert g_t \rVert^2}), \quad \beta^{HS} = \max(0, \frac{g_{t+1}^\top y_t}{d_t^\top y_t})`,
		`\beta^{DY} = \frac{\lVert g_{t+1} \rVert^2}{d_t^\top y_t}, \quad \beta^{HZ} = \frac{1}{d_t^\top y_t} (y_t - 2 d_t ` +
			`\frac{\lVert y_t \rVert^2}{d_t^\top y_t})^\top g_{t+1}`,
	},
	Knobs:     []Knob{cgVariant()},
	Python:    Python{SciPy: "CG"},
	Allocates: true,
	rules:     func(k settings) []Rule { return []Rule{Gonum{cg{k.int("variant")}}} },
})

// cgVariant has gonum's default.
func cgVariant() Knob {
	k := choice("variant", "The formula for beta: how much of the last direction is kept.", cgVariants...).main()
	k.Default = 2
	return k
}

func (cg) key() string { return "cg" }

func (r cg) method(rand.Source) optimize.Method {
	return &optimize.CG{Variant: [...]optimize.CGVariant{
		&optimize.FletcherReeves{}, &optimize.PolakRibierePolyak{}, &optimize.HestenesStiefel{},
		&optimize.DaiYuan{}, &optimize.HagerZhang{},
	}[r.variant]}
}
