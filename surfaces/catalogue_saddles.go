package surfaces

// saddles: the saddle school: how long a method lingers, and which side it leaves on.
var saddles = []Surface{
	{
		Name:  "strict_saddle",
		Title: "Strict saddle",
		Cite: "R. Ge, F. Huang, C. Jin and Y. Yuan, Escaping from saddle points: online stochastic gradient for tensor " +
			"decomposition, COLT 2015, arXiv:1503.02101",
		Formula: "0.5*x^2 + 0.25*strictness*(y^2-1)^2",
		Params:  []Param{{"strictness", 0.5, 0.01, 2}},
		View:    Rect{X0: -2, X1: 2, Y0: -2, Y1: 2},
		Start:   Point{X: -1.7, Y: 0.01},
		Note: "The less strict the saddle, the weaker its downward curvature: the steps that gradient descent needs to escape " +
			"grow as one over the strictness.",
		Minima: []Point{{X: 0, Y: -1}, {X: 0, Y: 1}},
	},
	{
		Name:  "long_way_down",
		Title: "Long way down",
		Cite: "after Y. Nesterov, Introductory Lectures on Convex Optimization, Kluwer, 2004, Example 1.2.2, with a quartic " +
			"term so weak that the minima are far away",
		Formula: "x^2 - y^2 + 0.05*y^4",
		View:    Rect{X0: -4.5, X1: 4.5, Y0: -4.5, Y1: 4.5},
		Start:   Point{X: -3, Y: 0.01},
		Note: "A saddle with minima far to both sides: once off the ridge, watch who gathers speed and who overshoots the " +
			"well that it has waited for.",
		Minima: []Point{{X: 0, Y: -3.16227766016837933}, {X: 0, Y: 3.16227766016837933}},
		Least:  -5,
	},
	{
		Name:  "two_wells",
		Title: "Two wells",
		Cite: "after H. A. Kramers, Brownian motion in a field of force and the diffusion model of chemical reactions, " +
			"Physica 7(4), 1940, pp. 284-304: two wells and the barrier between them",
		Formula: "ridge*(x^2-1)^2 + 2*(y - bend*(1-x^2))^2",
		Params:  []Param{{"ridge", 1, 0.05, 5}, {"bend", 0.6, -1, 1}},
		View:    Rect{X0: -2, X1: 2, Y0: -1.5, Y1: 2},
		Start:   Point{X: -1.2, Y: 1.2},
		Note: "The ridge is as high as its slider says, and the pass lies on a bend: find the height at which momentum still " +
			"carries a racer from the left well into the right one.",
		Minima: []Point{{X: -1, Y: 0}, {X: 1, Y: 0}},
	},
	{
		Name:  "saddle_chain",
		Title: "Chain of saddles",
		Cite: "in the spirit of S. S. Du, C. Jin, J. D. Lee, M. I. Jordan, B. Poczos and A. Singh, Gradient descent can take " +
			"exponential time to escape saddle points, NIPS 30, 2017, arXiv:1705.10412",
		Formula: "(sin(pi*y)^2 - sin(pi*x)^2)*cos(pi*x)*cos(pi*y) - slope*(x + y - (sin(2*pi*x)+sin(2*pi*y))/(2*pi))",
		Params:  []Param{{"slope", 2, 1.6, 6}},
		View:    Rect{X0: -0.4, X1: 2.4, Y0: -0.4, Y1: 2.4},
		Start:   Point{X: 0.01, Y: 0.1},
		Note: "The way out of each saddle leads straight into the next: a racer comes closer to every one than to the one " +
			"before, and so it waits longer each time.",
	},
	{
		Name:  "muller_brown",
		Title: "Müller-Brown",
		Cite: "K. Müller and L. D. Brown, Location of saddle points and minimum energy paths by a constrained simplex " +
			"optimization procedure, Theoretica Chimica Acta 53, 1979, pp. 75-93",
		Formula: "-200*exp(-(x-1)^2-10*y^2) - 100*exp(-x^2-10*(y-0.5)^2) - " +
			"170*exp(-6.5*(x+0.5)^2+11*(x+0.5)*(y-1.5)-6.5*(y-1.5)^2) + 15*exp(0.7*(x+1)^2+0.6*(x+1)*(y-1)+0.7*(y-1)^2)",
		View:  Rect{X0: -1.5, X1: 1.2, Y0: -0.3, Y1: 2},
		Start: Point{X: -0.8, Y: 0.65},
		Note: "A chemist's landscape: minima are molecules, saddles the states between them, and the path of descent from a " +
			"saddle is how the reaction goes.",
		Minima: []Point{{X: -0.558223634633024277, Y: 1.44172584180466866}},
		Least:  -146.699517209954014,
	},
	{
		Name:  "sombrero",
		Title: "Sombrero",
		Cite: "J. Goldstone, Field theories with superconductor solutions, Il Nuovo Cimento 19(1), 1961, pp. 154-164: the " +
			"potential of broken symmetry",
		Formula: "(x^2+y^2-1)^2 + tilt*x",
		Params:  []Param{{"tilt", 0.1, -1, 1}},
		View:    Rect{X0: -1.8, X1: 1.8, Y0: -1.8, Y1: 1.8},
		Start:   Point{X: 0.02, Y: 0.06},
		Note: "Without tilt the minima form a circle and it is chance where a racer comes down; a little tilt leaves one " +
			"minimum, one saddle opposite, and a slow slide along the brim.",
	},
	{
		Name:  "cusp",
		Title: "Cusp",
		Cite: "R. Thom, Structural Stability and Morphogenesis, Benjamin, 1975; E. C. Zeeman, Catastrophe theory, Scientific " +
			"American 234(4), 1976, pp. 65-83",
		Formula: "0.25*x^4 + 0.5*a*x^2 + b*x + 0.5*y^2",
		Params:  []Param{{"a", -2, -3, 2}, {"b", 0.3, -2, 2}},
		View:    Rect{X0: -2.5, X1: 2.5, Y0: -2, Y1: 2},
		Start:   Point{X: -2.1, Y: 1.5},
		Note: "Move b slowly to and fro: a minimum and a saddle meet and vanish, and the racers of that basin have to leave " +
			"for the other one.",
	},
	{
		Name:  "monkey_saddle",
		Title: "Monkey saddle",
		Cite: "D. Hilbert and S. Cohn-Vossen, Anschauliche Geometrie, Springer, 1932 (Geometry and the Imagination, 1952), " +
			"section 29; R. Thom, Structural Stability and Morphogenesis, Benjamin, 1975: the elliptic umbilic",
		Formula: "x^3 - 3*x*y^2 + split*(x^2+y^2)",
		Params:  []Param{{"split", 0, -1, 1}},
		View:    Rect{X0: -1.5, X1: 1.5, Y0: -1.5, Y1: 1.5},
		Start:   Point{X: 1, Y: 0.05},
		Note: "Three ways down and a flat middle, where the Hessian is zero and escape is slower than from any strict saddle: " +
			"move split off zero and it breaks up into a hollow or a hill with three saddles around.",
	},
}
