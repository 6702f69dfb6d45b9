package surfaces

import (
	"math"
	"strings"
)

// rough: where the gradient vanishes, explodes or jumps.
var rough = []Surface{
	{
		Name:  "plateau",
		Title: "Plateau",
		Cite: "S. Geman and D. E. McClure, Bayesian image analysis: an application to single photon emission tomography, " +
			"Proceedings of the Statistical Computing Section, American Statistical Association, 1985, pp. 12-18: their robust loss",
		Formula: "(x^2+4*y^2)/(1+x^2+4*y^2)",
		View:    Rect{X0: -8, X1: 8, Y0: -5, Y1: 5},
		Start:   Point{X: -6, Y: 3},
		Note: "Far out the loss is flat and the gradient fades as one over the cube of the distance: methods that divide by " +
			"its size walk on, momentum gathers way slowly, and plain descent all but stands.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "easom",
		Title: "Easom",
		Cite: "E. Easom, A survey of global optimization techniques, MEng thesis, University of Louisville, 1990: the middle " +
			"of the usual window, which is flat all around",
		Formula: "-cos(x)*cos(y)*exp(-(x-pi)^2-(y-pi)^2)",
		View:    Rect{X0: -2, X1: 8, Y0: -2, Y1: 8},
		Start:   Point{X: 1.6, Y: 1.9},
		Note: "One needle in a plain: two units away the slope is some hundredths and four units away it is nothing, so only " +
			"the start decides.",
		Minima: []Point{{X: math.Pi, Y: math.Pi}},
		Least:  -1,
	},
	{
		Name:  "cliff",
		Title: "Cliff",
		Cite: "R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural networks, ICML 2013, " +
			"arXiv:1211.5063, Figure 6: a recurrent network of one unit, here over ten time steps",
		Formula: cliff(10),
		View:    Rect{X0: 0, X1: 8, Y0: -4, Y1: 1},
		Start:   Point{X: 3, Y: -3},
		Note: "Weight and bias of a recurrent unit: two plains meet at a wall where the gradient explodes, and one step from " +
			"the wall throws a racer out of the map unless the gradient is clipped.",
		Minima: []Point{{X: 0, Y: 0.847297860387203613}},
	},
	{
		Name:  "stairs",
		Title: "Staircase of ravines",
		Cite: "after H. H. Rosenbrock, The Computer Journal 3(3), 1960, pp. 175-184: a valley with a bend, here one bend " +
			"after another",
		Formula: "0.1*(x-3)^2 + walls*(y - x + bend*sin(2*pi*x)/(2*pi))^2",
		Params:  []Param{{"walls", 10, 1, 100}, {"bend", 0.95, 0, 1}},
		View:    Rect{X0: -0.5, X1: 3.5, Y0: -0.5, Y1: 3.5},
		Start:   Point{X: -0.2, Y: 0.3},
		Note: "A ravine that climbs in steps: at every corner momentum runs up the wall, and what a method has learnt of the " +
			"curvature on one tread is wrong on the next.",
		Minima: []Point{{X: 3, Y: 3}},
	},
	{
		Name:  "bukin_6",
		Title: "Bukin 6",
		Cite: "A. D. Bukin, New minimization strategy for non-smooth functions, Budker Institute of Nuclear Physics, preprint " +
			"BUDKER-INP-1997-79, Novosibirsk, 1997",
		Formula: "100*sqrt(abs(y-0.01*x^2)) + 0.01*abs(x+10)",
		View:    Rect{X0: -15, X1: -5, Y0: -3, Y1: 3},
		Start:   Point{X: -12, Y: 2.5},
		Note: "A crease with walls that become steeper the closer one comes: steps from side to side never settle, and along " +
			"the crease the slope is only 0.01.",
		Minima: []Point{{X: -10, Y: 1}},
	},
	{
		Name:  "nesterov_crease",
		Title: "Crease of Nesterov",
		Cite: "M. Gurbuzbalaban and M. L. Overton, On Nesterov's nonsmooth Chebyshev-Rosenbrock functions, Nonlinear Analysis " +
			"75(3), 2012, pp. 1282-1289",
		Formula: "0.25*(x-1)^2 + abs(y-2*x^2+1)",
		View:    Rect{X0: -1.5, X1: 1.5, Y0: -1.5, Y1: 2},
		Start:   Point{X: -1.2, Y: 1.2},
		Note: "A bent valley with a kink for a floor, near which gradients do not shrink: what divides by their size, and plain " +
			"descent, bounce or crawl; what averages them follows the bend.",
		Minima: []Point{{X: 1, Y: 1}},
	},
	{
		Name:  "wolfe",
		Title: "Wolfe",
		Cite: "P. Wolfe, A method of conjugate subgradients for minimizing nondifferentiable functions, Mathematical " +
			"Programming Study 3, 1975, pp. 145-173",
		Formula: "x >= abs(y) ? 5*sqrt(9*x^2+16*y^2) : 9*x + 16*abs(y)",
		View:    Rect{X0: -2, X1: 6, Y0: -4, Y1: 4},
		Start:   Point{X: 5, Y: 3.9},
		Note: "Steepest descent with exact steps zigzags into (0, 0), which is no minimum at all: the loss falls for ever " +
			"along the crease to the left.",
	},
}

// cliff is the loss of a recurrent unit h = sigmoid(x*h + y) that starts at 1/2 and should be at 0.7 after so many steps.
func cliff(steps int) string {
	return "(" + strings.Repeat("sigmoid(x*", steps) + "0.5" + strings.Repeat(" + y)", steps) + " - 0.7)^2"
}
