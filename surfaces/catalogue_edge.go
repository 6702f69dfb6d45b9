package surfaces

// edge: minima that form curves, sharper at one end than at the other: where the rate decides which is reached.
var edge = []Surface{
	{
		Name:    "two_layer",
		Title:   "Two-layer linear network",
		Cite:    "L. Chen and J. Bruna, Beyond the edge of stability via two-step gradient updates, ICML 2023, arXiv:2206.04172",
		Formula: "0.5*(1-x*y)^2",
		View:    Rect{X0: -3, X1: 3, Y0: -3, Y1: 3},
		Start:   Point{X: 2.7, Y: 0.1},
		Note: "The minima form two curves that are sharper far out, where the largest eigenvalue is x^2 + y^2: a racer whose " +
			"rate is above 2 over that swings across the valley until it has slid in to where it is stable.",
		Minima: []Point{{X: 1, Y: 1}, {X: -1, Y: -1}},
	},
	{
		Name:  "edge_quartic",
		Title: "Edge of stability",
		Cite: "X. Zhu, Z. Wang, X. Wang, M. Zhou and R. Ge, Understanding edge-of-stability training dynamics with a " +
			"minimalist example, ICLR 2023, arXiv:2210.03294",
		Formula: "0.5*(1-x^2*y^2)^2",
		View:    Rect{X0: -3, X1: 3, Y0: -3, Y1: 3},
		Start:   Point{X: 2.5, Y: 0.55},
		Note: "At a rate of 0.1 gradient descent lands where the curvature is above 2 over the rate, swings across the valley " +
			"and drifts along it until the curvature is just below: watch lambda against the limit.",
		Minima: []Point{{X: 1, Y: 1}, {X: 1, Y: -1}, {X: -1, Y: 1}, {X: -1, Y: -1}},
	},
	{
		Name:  "deep_product",
		Title: "Deep linear product",
		Cite: "I. Kreisler, M. S. Nacson, D. Soudry and Y. Carmon, Gradient descent monotonically decreases the sharpness of " +
			"gradient flow solutions in scalar networks and beyond, ICML 2023, arXiv:2305.13064",
		Formula: "0.5*(1 - x^(floor(depth)-1)*y)^2",
		Params:  []Param{{"depth", 4, 2, 8}},
		View:    Rect{X0: -0.2, X1: 2.2, Y0: -0.2, Y1: 2.2},
		Start:   Point{X: 0.5, Y: 0.6},
		Note: "All layers but one share the weight x: each layer more makes the plain at the origin flatter and the far end " +
			"of the valley sharper.",
		Minima: []Point{{X: 1, Y: 1}},
	},
	{
		Name:  "bounded_slope",
		Title: "Bounded slope",
		Cite: "K. Ahn, S. Bubeck, S. Chewi, Y. T. Lee, F. Suarez and Y. Zhang, Learning threshold neurons via the edge of " +
			"stability, NeurIPS 2023, arXiv:2212.07469",
		Formula: "sqrt(1+(x*y)^2) - 1",
		View:    Rect{X0: -3, X1: 5, Y0: -3, Y1: 3},
		Start:   Point{X: 4, Y: 0.7},
		Note: "Both axes are minima and the loss grows only linearly: with a rate of 0.2 a racer jumps to and fro across the " +
			"x axis and creeps inward until the curvature x^2 is 2 over the rate.",
		Minima: []Point{{X: 1, Y: 0}, {X: 0, Y: 1}},
	},
}
