package surfaces

import "math"

// valleys: convex bowls and bent valleys: the way is clear, and speed is the question.
var valleys = []Surface{
	{
		Name:  "booth",
		Title: "Booth",
		Cite: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, " +
			"International Journal of Mathematical Modelling and Numerical Optimisation 4(2), 2013, pp. 150-194",
		Formula: "(x+2*y-7)^2 + (2*x+y-5)^2",
		View:    Rect{X0: -10, X1: 10, Y0: -10, Y1: 10},
		Start:   Point{X: -8, Y: -4},
		Note: "A convex bowl whose axes lie at 45 degrees: methods that scale the coordinates one by one gain little, since " +
			"no coordinate is an axis.",
		Minima: []Point{{X: 1, Y: 3}},
	},
	{
		Name:  "matyas",
		Title: "Matyas",
		Cite: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, " +
			"International Journal of Mathematical Modelling and Numerical Optimisation 4(2), 2013, pp. 150-194",
		Formula: "0.26*(x^2+y^2) - 0.48*x*y",
		View:    Rect{X0: -10, X1: 10, Y0: -10, Y1: 10},
		Start:   Point{X: -8, Y: -3},
		Note: "A long diagonal valley with 25 times less curvature along than across, and small gradients everywhere: rates " +
			"that suit other surfaces hardly move here.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "trid",
		Title: "Trid",
		Cite: "S. Surjanovic and D. Bingham, Virtual Library of Simulation Experiments: Test Functions and Datasets, Simon " +
			"Fraser University, 2013, www.sfu.ca/~ssurjano; after A. Neumaier",
		Formula: "(x-1)^2 + (y-1)^2 - x*y",
		View:    Rect{X0: -4, X1: 4, Y0: -4, Y1: 4},
		Start:   Point{X: -3, Y: 2.5},
		Note: "A convex bowl with axes along the diagonals and curvatures 1 and 3: hardly a ravine, yet scaling by " +
			"coordinates takes a crooked way.",
		Minima: []Point{{X: 2, Y: 2}},
		Least:  -2,
	},
	{
		Name:  "turned_ravine",
		Title: "Turned ravine",
		Cite: "I. Loshchilov, M. Schoenauer and M. Sebag, Adaptive coordinate descent, GECCO 2011, pp. 885-892: separable and " +
			"rotated ellipsoids",
		Formula: "0.5*((x*cos(angle*pi/180) + y*sin(angle*pi/180))^2 + condition*(y*cos(angle*pi/180) - x*sin(angle*pi/180))^2)",
		Params:  []Param{{"condition", 50, 1, 1000}, {"angle", 30, -90, 90}},
		View:    Rect{X0: -3, X1: 3, Y0: -3, Y1: 3},
		Start:   Point{X: -2.6, Y: 0.4},
		Note: "Turn the ravine from 0 to 45 degrees: gradient descent does not notice, while the methods that scale each " +
			"coordinate by itself lose what they had gained.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "banana",
		Title: "Banana",
		Cite: "H. H. Rosenbrock, An automatic method for finding the greatest or least value of a function, The Computer " +
			"Journal 3(3), 1960, pp. 175-184, with the height of the walls left free",
		Formula: "(1-x)^2 + walls*(y-x^2)^2",
		Params:  []Param{{"walls", 20, 1, 1000}},
		View:    Rect{X0: -2, X1: 2, Y0: -1, Y1: 3},
		Start:   Point{X: -1.2, Y: 1},
		Note: "Raise the walls from 1 to 1000: the largest stable rate of gradient descent falls in proportion, and the way " +
			"along the floor takes as many times longer.",
		Minima: []Point{{X: 1, Y: 1}},
	},
	{
		Name:  "leon",
		Title: "Leon",
		Cite: "A. Leon, A comparison among eight known optimizing procedures, in A. Lavi and T. P. Vogl (eds.), Recent " +
			"Advances in Optimization Techniques, Wiley, 1966, pp. 23-46",
		Formula: "100*(y-x^3)^2 + (1-x)^2",
		View:    Rect{X0: -1.2, X1: 1.2, Y0: -1.2, Y1: 1.2},
		Start:   Point{X: -1, Y: -0.8},
		Note: "A valley that bends twice: it runs level through the origin and turns steep on both sides, so that what " +
			"is learned of the walls in one bend misleads in the next.",
		Minima: []Point{{X: 1, Y: 1}},
	},
	{
		Name:  "beale",
		Title: "Beale",
		Cite: "E. M. L. Beale, On an iterative method for finding a local minimum of a function of more than one variable, " +
			"Technical Report 25, Statistical Techniques Research Group, Princeton University, 1958",
		Formula: "(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2",
		View:    Rect{X0: -4.5, X1: 4.5, Y0: -4.5, Y1: 4.5},
		Start:   Point{X: 1, Y: 1.5},
		Note: "Steep walls in the corners and a flat valley to (3, 0.5): a rate that is safe on the walls is slow on the " +
			"floor, which is where adaptive methods gain.",
		Minima: []Point{{X: 3, Y: 0.5}},
	},
	{
		Name:  "zakharov",
		Title: "Zakharov",
		Cite: "S. Surjanovic and D. Bingham, Virtual Library of Simulation Experiments: Test Functions and Datasets, Simon " +
			"Fraser University, 2013, www.sfu.ca/~ssurjano",
		Formula: "x^2 + y^2 + (0.5*x+y)^2 + (0.5*x+y)^4",
		View:    Rect{X0: -5, X1: 10, Y0: -5, Y1: 10},
		Start:   Point{X: -4, Y: 8},
		Note: "One minimum in a long trough between walls of fourth degree: the rate that is stable at the start is far too " +
			"small at the end.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "dixon_price",
		Title: "Dixon-Price",
		Cite: "L. C. W. Dixon and R. C. Price, Truncated Newton method for sparse unconstrained optimization using automatic " +
			"differentiation, Journal of Optimization Theory and Applications 60(2), 1989, pp. 261-275",
		Formula: "(x-1)^2 + 2*(2*y^2-x)^2",
		View:    Rect{X0: -10, X1: 10, Y0: -10, Y1: 10},
		Start:   Point{X: -6, Y: 1},
		Note: "A parabolic valley lying on its side, with the two minima on its arms: the sign of y at the bend decides " +
			"between them.",
		Minima: []Point{{X: 1, Y: -math.Sqrt2 / 2}, {X: 1, Y: math.Sqrt2 / 2}},
	},
	{
		Name:  "powell_singular",
		Title: "Powell singular",
		Cite: "M. J. D. Powell, An iterative method for finding stationary values of a function of several variables, The " +
			"Computer Journal 5(2), 1962, pp. 147-151: the slice x3 = x4 = 0",
		Formula: "(x+10*y)^2 + y^4 + 10*x^4",
		View:    Rect{X0: -3, X1: 3, Y0: -3, Y1: 3},
		Start:   Point{X: 3, Y: -1},
		Note: "At the minimum the Hessian is singular: along the valley the slope dies as a cube, so that even good methods " +
			"come closer only as a power of the steps.",
		Minima: []Point{{X: 0, Y: 0}},
	},
}
