package surfaces

import "math"

// firstSteps: one landscape with a bit of everything, and the plain shapes that the others are made of.
var firstSteps = []Surface{
	{
		Name:    "peaks",
		Title:   "Peaks",
		Cite:    "MATLAB's demonstration function peaks, The MathWorks",
		Formula: "3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5-x^3-y^5)*exp(-x^2-y^2) - exp(-(x+1)^2-y^2)/3",
		View:    Rect{X0: -3, X1: 3, Y0: -3, Y1: 3},
		Start:   Point{X: -0.1, Y: 1.0},
		Note: "Three basins of different depth and a plain all around: from high on a hill, small differences between methods " +
			"decide who finds the deep one.",
		Minima: []Point{{X: 0.228278920556369099, Y: -1.62553495749999652}},
		Least:  -6.55113333283583694,
	},
	{
		Name:  "sphere",
		Title: "Sphere",
		Cite: "K. A. De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, PhD thesis, University of " +
			"Michigan, 1975, function F1",
		Formula: "x^2 + y^2",
		View:    Rect{X0: -2, X1: 2, Y0: -2, Y1: 2},
		Start:   Point{X: -1.6, Y: 1.2},
		Note: "The curvature is the same in every direction, so gradient descent runs straight to the minimum; methods that " +
			"scale each coordinate bend away from that line.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "ravine",
		Title: "Ravine",
		Cite: "B. T. Polyak, Some methods of speeding up the convergence of iteration methods, USSR Computational Mathematics " +
			"and Mathematical Physics 4(5), 1964, pp. 1-17: the quadratic that momentum was made for",
		Formula: "0.5*(x^2 + 25*y^2)",
		View:    Rect{X0: -3, X1: 3, Y0: -2, Y1: 2},
		Start:   Point{X: -2.6, Y: 1.2},
		Note: "The walls are 25 times as steep as the floor: gradient descent must keep its rate below 2/25 or it zigzags " +
			"out, and crawls along the floor; momentum repairs that.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "saddle",
		Title: "Saddle",
		Cite: "Y. N. Dauphin et al., Identifying and attacking the saddle point problem in high-dimensional non-convex " +
			"optimization, NIPS 27, 2014",
		Formula: "x^2 - y^2",
		View:    Rect{X0: -2, X1: 2, Y0: -2, Y1: 2},
		Start:   Point{X: -1.5, Y: 0.001},
		Note: "The start is almost on the ridge: watch how long each method lingers at the saddle before it falls off, " +
			"without end, since there is no minimum.",
	},
	{
		Name:    "double_well",
		Title:   "Double well",
		Cite:    "after Y. Nesterov, Introductory Lectures on Convex Optimization, Kluwer, 2004, Example 1.2.2",
		Formula: "x^2 - y^2 + y^4/4",
		View:    Rect{X0: -2.5, X1: 2.5, Y0: -2.5, Y1: 2.5},
		Start:   Point{X: -2, Y: 0.02},
		Note: "A saddle between two equal minima: the first steps lead to the saddle, and the small offset in y decides which " +
			"well a method ends in.",
		Minima: []Point{{X: 0, Y: -math.Sqrt2}, {X: 0, Y: math.Sqrt2}},
		Least:  -1,
	},
	{
		Name:  "rosenbrock",
		Title: "Rosenbrock",
		Cite: "H. H. Rosenbrock, An automatic method for finding the greatest or least value of a function, The Computer " +
			"Journal 3(3), 1960, pp. 175-184",
		Formula: "(1-x)^2 + 100*(y-x^2)^2",
		View:    Rect{X0: -2, X1: 2, Y0: -1, Y1: 3},
		Start:   Point{X: -1.2, Y: 1},
		Note: "Finding the bent valley is easy, following its nearly flat floor to (1, 1) is not: at the minimum one " +
			"curvature is 2500 times the other.",
		Minima: []Point{{X: 1, Y: 1}},
	},
}
