package surfaces

import "math"

// wells: several minima: who ends where.
var wells = []Surface{
	{
		Name:    "himmelblau",
		Title:   "Himmelblau",
		Cite:    "D. M. Himmelblau, Applied Nonlinear Programming, McGraw-Hill, 1972",
		Formula: "(x^2+y-11)^2 + (x+y^2-7)^2",
		View:    Rect{X0: -6, X1: 6, Y0: -6, Y1: 6},
		Start:   Point{X: -0.5, Y: -0.5},
		Note: "Four minima of equal depth around one maximum: start near the middle, move the start a little, and see who " +
			"changes basin.",
		Minima: []Point{
			{X: 3, Y: 2}, {X: -2.80511808695274485, Y: 3.13131251825057297},
			{X: -3.77931025337774689, Y: -3.28318599128616941}, {X: 3.58442834033049174, Y: -1.84812652696440355},
		},
	},
	{
		Name:    "goldstein_price",
		Title:   "Goldstein-Price",
		Cite:    "A. A. Goldstein and J. F. Price, On descent from local minima, Mathematics of Computation 25(115), 1971, pp. 569-574",
		Formula: "(1+(x+y+1)^2*(19-14*x+3*x^2-14*y+6*x*y+3*y^2))*(30+(2*x-3*y)^2*(18-32*x+12*x^2+48*y-36*x*y+27*y^2))",
		View:    Rect{X0: -2, X1: 2, Y0: -2.5, Y1: 1.5},
		Start:   Point{X: -1.2, Y: 0.4},
		Note:    "Values from 3 to a million: one learning rate cannot suit both, so watch who needs clipping or a normalised step.",
		Minima:  []Point{{X: 0, Y: -1}},
		Least:   3,
	},
	{
		Name:    "six_hump_camel",
		Title:   "Six-hump camel",
		Cite:    "L. C. W. Dixon and G. P. Szego (eds.), Towards Global Optimisation 2, North-Holland, 1978, pp. 1-15",
		Formula: "(4-2.1*x^2+x^4/3)*x^2 + x*y + (-4+4*y^2)*y^2",
		View:    Rect{X0: -2, X1: 2, Y0: -1.2, Y1: 1.2},
		Start:   Point{X: -1.3, Y: -0.1},
		Note:    "Six minima in pairs, of which only the middle pair is the lowest: see who stops in a shallow side valley.",
		Minima:  []Point{{X: -0.0898420131003180624, Y: 0.712656403020739633}, {X: 0.0898420131003180624, Y: -0.712656403020739633}},
		Least:   -1.03162845348987735,
	},
	{
		Name:  "three_hump_camel",
		Title: "Three-hump camel",
		Cite: "F. H. Branin, Widely convergent method for finding multiple solutions of simultaneous nonlinear equations, IBM " +
			"Journal of Research and Development 16(5), 1972, pp. 504-522; M. Jamil and X.-S. Yang, 2013",
		Formula: "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2",
		View:    Rect{X0: -2.5, X1: 2.5, Y0: -2.5, Y1: 2.5},
		Start:   Point{X: -2.2, Y: 1.6},
		Note: "Shallow wells on both sides of the lowest one: momentum may carry a racer over the low pass that stops plain " +
			"descent.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "mccormick",
		Title: "McCormick",
		Cite: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, " +
			"International Journal of Mathematical Modelling and Numerical Optimisation 4(2), 2013, pp. 150-194",
		Formula: "sin(x+y) + (x-y)^2 - 1.5*x + 2.5*y + 1",
		View:    Rect{X0: -1.5, X1: 4, Y0: -3, Y1: 4},
		Start:   Point{X: 1.4, Y: 3.2},
		Note:    "A sine on a slanting trough: the well at the upper right is not the lowest, and leaving it takes momentum.",
		Minima:  []Point{{X: 0.5 - math.Pi/3, Y: -0.5 - math.Pi/3}},
		Least:   -1.91322295498103756,
	},
	{
		Name:  "styblinski_tang",
		Title: "Styblinski-Tang",
		Cite: "M. A. Styblinski and T.-S. Tang, Experiments in nonconvex optimization: stochastic approximation with function " +
			"smoothing and simulated annealing, Neural Networks 3(4), 1990, pp. 467-483",
		Formula: "0.5*(x^4-16*x^2+5*x + y^4-16*y^2+5*y)",
		View:    Rect{X0: -5, X1: 5, Y0: -5, Y1: 5},
		Start:   Point{X: 0.4, Y: -0.2},
		Note: "Four wells of three depths, and the coordinates do not interact: each method runs the same one-dimensional " +
			"race twice.",
		Minima: []Point{{X: -2.9035340277711771, Y: -2.9035340277711771}},
		Least:  -78.3323314075428309,
	},
	{
		Name:  "branin",
		Title: "Branin",
		Cite: "F. H. Branin and S. K. Hoo, A method for finding multiple extrema of a function of n variables, in F. A. " +
			"Lootsma (ed.), Numerical Methods for Non-linear Optimization, Academic Press, 1972, pp. 231-237; L. C. W. Dixon and G. " +
			"P. Szego, 1978",
		Formula: "(y - 5.1/(4*pi^2)*x^2 + 5/pi*x - 6)^2 + 10*(1-1/(8*pi))*cos(x) + 10",
		View:    Rect{X0: -5, X1: 10, Y0: 0, Y1: 15},
		Start:   Point{X: 2, Y: 12},
		Note: "Three minima of equal depth along one bent valley: the basins are long and thin, and their borders run through " +
			"the valley floor.",
		Minima: []Point{{X: -math.Pi, Y: 12.275}, {X: math.Pi, Y: 2.275}, {X: 3 * math.Pi, Y: 2.475}},
		Least:  10 / (8 * math.Pi),
	},
	{
		Name:  "two_dips",
		Title: "Two dips",
		Cite: "after E. Dupont, Interactive visualization of optimization algorithms in deep learning, 2018, " +
			"emiliendupont.github.io",
		Formula: "-2*exp(-((x-1)^2+1.96*y^2)/0.2) - 6*exp(-((x+1)^2+1.96*y^2)/0.2) + x^2 + 1.96*y^2",
		View:    Rect{X0: -2, X1: 2, Y0: -2, Y1: 2},
		Start:   Point{X: 0.75, Y: 1.2},
		Note:    "A shallow dip and a deep one in a round bowl: the start slopes to the shallow dip, and a fast racer may pass it by.",
		Minima:  []Point{{X: -0.967577446455459782, Y: 0}},
		Least:   -5.03233996865843464,
	},
	{
		Name:  "freudenstein_roth",
		Title: "Freudenstein-Roth",
		Cite: "F. Freudenstein and B. Roth, Numerical solution of systems of nonlinear equations, Journal of the ACM 10(4), " +
			"1963, pp. 550-556; J. J. More, B. S. Garbow and K. E. Hillstrom, Testing unconstrained optimization software, ACM " +
			"Transactions on Mathematical Software 7(1), 1981, pp. 17-41",
		Formula: "(-13 + x + ((5-y)*y-2)*y)^2 + (-29 + x + ((y+1)*y-14)*y)^2",
		View:    Rect{X0: -5, X1: 15, Y0: -3, Y1: 6},
		Start:   Point{X: 0.5, Y: -2},
		Note: "A valley that is level for a long way holds a wrong minimum at (11.4, -0.9): from the usual start nearly every " +
			"method ends there.",
		Minima: []Point{{X: 5, Y: 4}},
	},
	{
		Name:  "bird",
		Title: "Bird",
		Cite: "S. K. Mishra, Some new test functions for global optimization and performance of repulsive particle swarm " +
			"method, MPRA Paper 2718, University Library of Munich, 2006",
		Formula: "sin(x)*exp((1-cos(y))^2) + cos(y)*exp((1-sin(x))^2) + (x-y)^2",
		View:    Rect{X0: -2 * math.Pi, X1: 2 * math.Pi, Y0: -2 * math.Pi, Y1: 2 * math.Pi},
		Start:   Point{X: 0.5, Y: 0.4},
		Note:    "Two deep wells of equal depth in opposite corners: hills between them send neighbouring starts to different sides.",
		Minima:  []Point{{X: 4.70104313024955302, Y: 3.15293850372493007}, {X: -1.58214217693003345, Y: -3.1302468034546564}},
		Least:   -106.764536749264675,
	},
	{
		Name:  "hosaki",
		Title: "Hosaki",
		Cite: "G. A. Bekey and M. T. Ung, A comparative evaluation of two global search algorithms, IEEE Transactions on " +
			"Systems, Man, and Cybernetics 4(1), 1974, pp. 112-116; the window without its level edge y = 0",
		Formula: "(1 - 8*x + 7*x^2 - 7/3*x^3 + x^4/4)*y^2*exp(-y)",
		View:    Rect{X0: 0, X1: 5, Y0: 0.5, Y1: 6},
		Start:   Point{X: 1.8, Y: 4.5},
		Note:    "Two wells side by side with a pass between: the start is near the pass, on the side of the shallower one.",
		Minima:  []Point{{X: 4, Y: 2}},
		Least:   -2.34581157610128666,
	},
	{
		Name:    "michalewicz",
		Title:   "Michalewicz",
		Cite:    "Z. Michalewicz, Genetic Algorithms + Data Structures = Evolution Programs, Springer, 1992",
		Formula: "-sin(x)*sin(x^2/pi)^20 - sin(y)*sin(2*y^2/pi)^20",
		View:    Rect{X0: 0, X1: math.Pi, Y0: 0, Y1: math.Pi},
		Start:   Point{X: 1.7, Y: 2.0},
		Note: "Narrow troughs that cross on a plain, and all but level along their floors: a method has to meet a trough, and " +
			"plain descent then creeps along it for thousands of steps to the crossing.",
		Minima: []Point{{X: 2.20290552017260935, Y: math.Pi / 2}},
		Least:  -1.80130341009855253,
	},
}
