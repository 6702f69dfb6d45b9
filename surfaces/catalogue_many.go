package surfaces

// manyWells: very many minima: what descent alone cannot do.
var manyWells = []Surface{
	{
		Name:    "rastrigin",
		Title:   "Rastrigin",
		Cite:    "L. A. Rastrigin, Systems of Extremal Control (in Russian), Nauka, Moscow, 1974",
		Formula: "20 + x^2 + y^2 - 10*(cos(2*pi*x) + cos(2*pi*y))",
		View:    Rect{X0: -2.2, X1: 2.2, Y0: -2.2, Y1: 2.2},
		Start:   Point{X: -1.8, Y: 1.4},
		Note: "An egg carton on a bowl: descent stops in the nearest cup, so only noise, momentum or a long step brings a " +
			"racer to the middle.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "griewank",
		Title: "Griewank",
		Cite: "A. O. Griewank, Generalized descent for global optimization, Journal of Optimization Theory and Applications " +
			"34(1), 1981, pp. 11-39",
		Formula: "1 + (x^2+y^2)/4000 - cos(x)*cos(y/sqrt(2))",
		View:    Rect{X0: -7, X1: 7, Y0: -7, Y1: 7},
		Start:   Point{X: -5, Y: 5.6},
		Note: "The wells are almost equally deep and the bowl under them hardly tilts: local descent learns nothing of where " +
			"the lowest one is.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:    "ackley",
		Title:   "Ackley",
		Cite:    "D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer, 1987",
		Formula: "-20*exp(-0.2*sqrt(0.5*(x^2+y^2))) - exp(0.5*(cos(2*pi*x)+cos(2*pi*y))) + e + 20",
		View:    Rect{X0: -5, X1: 5, Y0: -5, Y1: 5},
		Start:   Point{X: -3.6, Y: 2.7},
		Note: "A funnel covered with dimples: its middle is a spike, at which no gradient vanishes and a constant rate " +
			"rattles for ever.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "bohachevsky",
		Title: "Bohachevsky",
		Cite: "I. O. Bohachevsky, M. E. Johnson and M. L. Stein, Generalized simulated annealing for function optimization, " +
			"Technometrics 28(3), 1986, pp. 209-217: function 1, the middle of the usual window, to which the ripples are confined",
		Formula: "x^2 + 2*y^2 - 0.3*cos(3*pi*x) - 0.4*cos(4*pi*y) + 0.7",
		View:    Rect{X0: -1.5, X1: 1.5, Y0: -1.5, Y1: 1.5},
		Start:   Point{X: -1.3, Y: 1.2},
		Note: "A bowl that is smooth from afar and rippled near the bottom: noise that helps across the ripples keeps a racer " +
			"from settling.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "egg_crate",
		Title: "Egg crate",
		Cite: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation problems, " +
			"International Journal of Mathematical Modelling and Numerical Optimisation 4(2), 2013, pp. 150-194",
		Formula: "x^2 + y^2 + 25*(sin(x)^2+sin(y)^2)",
		View:    Rect{X0: -5, X1: 5, Y0: -5, Y1: 5},
		Start:   Point{X: -4.4, Y: 4},
		Note:    "Nine cups, those outside far higher than the middle one: a strong momentum rolls from cup to cup, a weak one stays.",
		Minima:  []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "levy_13",
		Title: "Levy 13",
		Cite: "A. V. Levy and A. Montalvo, The tunneling algorithm for the global minimization of functions, SIAM Journal on " +
			"Scientific and Statistical Computing 6(1), 1985, pp. 15-29; M. Jamil and X.-S. Yang, 2013",
		Formula: "sin(3*pi*x)^2 + (x-1)^2*(1+sin(3*pi*y)^2) + (y-1)^2*(1+sin(2*pi*y)^2)",
		View:    Rect{X0: -10, X1: 10, Y0: -10, Y1: 10},
		Start:   Point{X: -6.3, Y: 5.2},
		Note: "Ripples whose height grows with the distance from (1, 1): they allow plain descent so small a rate that it " +
			"crawls, and stop others halfway, while momentum rolls through them.",
		Minima: []Point{{X: 1, Y: 1}},
	},
	{
		Name:  "drop_wave",
		Title: "Drop-wave",
		Cite: "S. Surjanovic and D. Bingham, Virtual Library of Simulation Experiments: Test Functions and Datasets, Simon " +
			"Fraser University, 2013, www.sfu.ca/~ssurjano",
		Formula: "-(1+cos(12*sqrt(x^2+y^2)))/(0.5*(x^2+y^2)+2)",
		View:    Rect{X0: -5.12, X1: 5.12, Y0: -5.12, Y1: 5.12},
		Start:   Point{X: 1.7, Y: 1.1},
		Note:    "Rings around a drop: each trough is a circle of minima, so descent comes down quickly and then knows no way inward.",
		Minima:  []Point{{X: 0, Y: 0}},
		Least:   -1,
	},
	{
		Name:  "schaffer_2",
		Title: "Schaffer 2",
		Cite: "S. K. Mishra, Some new test functions for global optimization and performance of repulsive particle swarm " +
			"method, MPRA Paper 2718, University Library of Munich, 2006; after J. D. Schaffer, R. A. Caruana, L. J. Eshelman and " +
			"R. Das, ICGA 1989, pp. 51-60. The middle of the usual window, whose whole is noise to the eye",
		Formula: "0.5 + (sin(x^2-y^2)^2 - 0.5)/(1+0.001*(x^2+y^2))^2",
		View:    Rect{X0: -5, X1: 5, Y0: -5, Y1: 5},
		Start:   Point{X: 3.1, Y: 2.2},
		Note: "Curved ripples that crowd together outward on a hardly tilted plain: all wells look alike, and the lowest one " +
			"is the widest.",
		Minima: []Point{{X: 0, Y: 0}},
	},
	{
		Name:  "schaffer_4",
		Title: "Schaffer 4",
		Cite: "S. K. Mishra, Some new test functions for global optimization and performance of repulsive particle swarm " +
			"method, MPRA Paper 2718, University Library of Munich, 2006; after J. D. Schaffer, R. A. Caruana, L. J. Eshelman and " +
			"R. Das, ICGA 1989, pp. 51-60. The middle of the usual window, whose whole is noise to the eye",
		Formula: "0.5 + (cos(sin(abs(x^2-y^2)))^2 - 0.5)/(1+0.001*(x^2+y^2))^2",
		View:    Rect{X0: -5, X1: 5, Y0: -5, Y1: 5},
		Start:   Point{X: 2.4, Y: 1.2},
		Note:    "Like its sibling, but with four lowest points beside the middle and none in it.",
		Minima: []Point{
			{X: 0, Y: 1.2531318314637332}, {X: 0, Y: -1.2531318314637332},
			{X: 1.2531318314637332, Y: 0}, {X: -1.2531318314637332, Y: 0},
		},
		Least: 0.292578632035980549,
	},
	{
		Name:  "cross_in_tray",
		Title: "Cross-in-tray",
		Cite: "S. K. Mishra, Some new test functions for global optimization and performance of repulsive particle swarm " +
			"method, MPRA Paper 2718, University Library of Munich, 2006",
		Formula: "-0.0001*(abs(sin(x)*sin(y)*exp(abs(100-sqrt(x^2+y^2)/pi)))+1)^0.1",
		View:    Rect{X0: -10, X1: 10, Y0: -10, Y1: 10},
		Start:   Point{X: 2.4, Y: 2.1},
		Note:    "Wells in a tray, parted by walls as sharp as a knife: inside a well descent is easy, across a wall there is no way.",
		Minima: []Point{
			{X: 1.34940661715391079, Y: 1.34940661715391079}, {X: 1.34940661715391079, Y: -1.34940661715391079},
			{X: -1.34940661715391079, Y: 1.34940661715391079}, {X: -1.34940661715391079, Y: -1.34940661715391079},
		},
		Least: -2.06261187082273688,
	},
	{
		Name:  "holder_table",
		Title: "Holder table",
		Cite: "S. K. Mishra, Some new test functions for global optimization and performance of repulsive particle swarm " +
			"method, MPRA Paper 2718, University Library of Munich, 2006",
		Formula: "-abs(sin(x)*cos(y)*exp(abs(1-sqrt(x^2+y^2)/pi)))",
		View:    Rect{X0: -10, X1: 10, Y0: -10, Y1: 10},
		Start:   Point{X: 6.6, Y: 7.5},
		Note: "A table whose legs are the minima, in the corners: the wells grow deeper outward, and the creases between them " +
			"hold a racer back.",
		Minima: []Point{
			{X: 8.05502347573656342, Y: 9.66459001924127289}, {X: 8.05502347573656342, Y: -9.66459001924127289},
			{X: -8.05502347573656342, Y: 9.66459001924127289}, {X: -8.05502347573656342, Y: -9.66459001924127289},
		},
		Least: -19.2085025678867318,
	},
	{
		Name:  "shubert",
		Title: "Shubert",
		Cite: "B. O. Shubert, A sequential method seeking the global maximum of a function, SIAM Journal on Numerical " +
			"Analysis 9(3), 1972, pp. 379-388; M. Jamil and X.-S. Yang, 2013",
		Formula: "(cos(2*x+1)+2*cos(3*x+2)+3*cos(4*x+3)+4*cos(5*x+4)+5*cos(6*x+5))*" +
			"(cos(2*y+1)+2*cos(3*y+2)+3*cos(4*y+3)+4*cos(5*y+4)+5*cos(6*y+5))",
		View:   Rect{X0: -10, X1: 10, Y0: -10, Y1: 10},
		Start:  Point{X: -4.2, Y: 3.9},
		Note:   "Eighteen lowest points in nine pairs among hundreds of others: whether a racer finds one is a matter of its start.",
		Minima: shubertMinima(),
		Least:  -186.730908831023826,
	},
	{
		Name:    "schwefel",
		Title:   "Schwefel",
		Cite:    "H.-P. Schwefel, Numerical Optimization of Computer Models, Wiley, 1981",
		Formula: "837.9657745448674 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))",
		View:    Rect{X0: -500, X1: 500, Y0: -500, Y1: 500},
		Start:   Point{X: -250, Y: 150},
		Note:    "The lowest well lies in a corner, far from the next best: whoever follows the general slope is led astray.",
		Minima:  []Point{{X: 420.968746359982027, Y: 420.968746359982027}},
	},
	{
		Name:  "eggholder",
		Title: "Eggholder",
		Cite: "D. Whitley, S. Rana, J. Dzubera and K. E. Mathias, Evaluating evolutionary algorithms, Artificial Intelligence " +
			"85(1-2), 1996, pp. 245-276",
		Formula: "-(y+47)*sin(sqrt(abs(x/2+y+47))) - x*sin(sqrt(abs(x-y-47)))",
		View:    Rect{X0: -512, X1: 512, Y0: -512, Y1: 512},
		Start:   Point{X: 320, Y: 300},
		Note: "Wells of all depths in a window a thousand wide: rates made for unit squares barely move here, and the lowest " +
			"value lies on the border.",
		Minima: []Point{{X: 512, Y: 404.231805113757811}},
		Least:  -959.640662720850803,
	},
}

// shubertMinima are the 18 points at which one factor of Shubert's function is least and the other greatest.
func shubertMinima() (points []Point) {
	least := []float64{-7.70831373549934745, -1.42512842831976097, 4.85805687885982551}
	greatest := []float64{-7.0835064076515596, -0.800321100471973125, 5.48286420670761335}
	for _, a := range least {
		for _, b := range greatest {
			points = append(points, Point{X: a, Y: b}, Point{X: b, Y: a})
		}
	}
	return points
}
