package surfaces

// Pieces of formulas that several learning problems share.
const (
	// mixed goes from the raw input to the normalised one while the switch goes from 0 to 1.
	mixed = "(u - normalise*mean_u)/(1 + normalise*(std_u - 1))"
	// minusClass is -1 for the positive class and 1 for the other.
	minusClass = "(t > 0 ? -1 : 1)"
)

var (
	normalise = Param{Name: "normalise", Default: 0, Min: 0, Max: 1}
	// Half puts the factor 1/2 before a squared error, as many courses do, so that the derivative has none.
	Half = Param{Name: "half", Default: 0, Min: 0, Max: 1}
)

// learning are the problems of machine learning: the mean loss over examples as a surface over two weights.
var learning = []Surface{
	{
		Name:  "linear_regression",
		Title: "Linear regression",
		Cite: "A. M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, Paris, 1805; on normalised " +
			"inputs: Y. LeCun et al., Efficient BackProp, in Neural Networks: Tricks of the Trade, Springer, 1998",
		Formula: "(x*" + mixed + " + y - t)^2/(1 + half)",
		Params:  []Param{normalise, Half},
		Data:    &aLine,
		Model:   Model{Kind: Regression, Predict: "x*" + mixed + " + y"},
		View:    Rect{X0: -1.5, X1: 3, Y0: -4, Y1: 5},
		Start:   Point{X: -0.8, Y: 3.5},
		Note: "Slope x and intercept y pull against each other because no input is near 0: a ravine, which vanishes as " +
			"normalise goes to 1.",
	},
	{
		Name:  "boiling_point",
		Title: "Boiling point of water",
		Cite: "J. D. Forbes, Further experiments and remarks on the measurement of heights by the boiling point of water, " +
			"Transactions of the Royal Society of Edinburgh 21, 1857, pp. 235-243",
		Formula: "(x*((1 - normalise)*(u - 190) + normalise*(u - mean_u)/std_u) + y - t)^2/(1 + half)",
		Params:  []Param{{Name: "normalise", Default: 1, Min: 0, Max: 1}, Half},
		Data:    &forbes,
		Model:   Model{Kind: Regression, Predict: "x*((1 - normalise)*(u - 190) + normalise*(u - mean_u)/std_u) + y"},
		View:    Rect{X0: -3, X1: 6, Y0: 14, Y1: 30},
		Start:   Point{X: -2, Y: 16},
		Note: "Seventeen measurements in the Alps and in Scotland: with normalised inputs a round bowl, with degrees above " +
			"190 °F a ravine with 1300 times the curvature across as along.",
	},
	{
		Name:    "robust_regression",
		Title:   "Robust regression",
		Cite:    "P. J. Huber, Robust estimation of a location parameter, Annals of Mathematical Statistics 35(1), 1964, pp. 73-101",
		Formula: "abs(x*u + y - t) <= delta ? (x*u + y - t)^2/2 : delta*(abs(x*u + y - t) - delta/2)",
		Params:  []Param{{Name: "delta", Default: 0.3, Min: 0.05, Max: 8}},
		Data:    &outliers,
		Model:   Model{Kind: Regression, Predict: "x*u + y"},
		View:    Rect{X0: -2, X1: 3, Y0: -2.5, Y1: 2.5},
		Start:   Point{X: -1.5, Y: -1.8},
		Note: "Every eighth example is wrong: with a small delta they hardly pull, with a large one the loss is the square " +
			"and the minimum moves after them.",
	},
	weighed(Surface{
		Name:  "logistic",
		Title: "Logistic regression",
		Cite: "D. R. Cox, The regression analysis of binary sequences, Journal of the Royal Statistical Society B 20(2), " +
			"1958, pp. 215-242; data: " + irisCite,
		Data:  &versicolorVirginica,
		View:  Rect{X0: -2, X1: 8, Y0: -2, Y1: 8},
		Start: Point{X: -1, Y: 6},
		Note: "Cross-entropy of two species of iris that overlap: convex, with one minimum, and ever flatter the farther the " +
			"weights go beyond it.",
	}),
	weighed(Surface{
		Name:  "logistic_separable",
		Title: "Logistic regression, separable",
		Cite: "D. Soudry et al., The implicit bias of gradient descent on separable data, Journal of Machine Learning " +
			"Research 19(70), 2018, pp. 1-57; data: " + irisCite,
		Data:  &setosaVersicolor,
		View:  Rect{X0: -4, X1: 12, Y0: -4, Y1: 12},
		Start: Point{X: -2, Y: -3},
		Note: "A line separates these two species, so there is no minimum: the weights grow for ever, slower and slower, and " +
			"only their direction settles.",
	}),
	{
		Name:  "o_rings",
		Title: "O-rings",
		Cite: "S. R. Dalal, E. B. Fowlkes and B. Hoadley, Risk analysis of the space shuttle: pre-Challenger prediction of " +
			"failure, Journal of the American Statistical Association 84, 1989, pp. 945-957",
		Formula: "softplus(" + minusClass + "*(x*(u - mean_u)/std_u + y))",
		Data:    &orings,
		Model:   Model{Kind: Regression, Predict: "sigmoid(x*(u - mean_u)/std_u + y)", Classes: true},
		View:    Rect{X0: -5, X1: 3, Y0: -5, Y1: 3},
		Start:   Point{X: 2, Y: 2},
		Note: "The risk of damage against the temperature at launch, from 23 flights: few examples, so that mini-batches " +
			"disagree about the way down.",
	},
	{
		Name:  "tanh_neuron",
		Title: "Tanh neuron",
		Cite: "M. Brady, R. Raghavan and J. Slawny, Back propagation fails to separate where perceptrons succeed, IEEE " +
			"Transactions on Circuits and Systems 36(5), 1989, pp. 665-674; Y. LeCun et al., Efficient BackProp, 1998",
		Formula: "(tanh(x*u + y) - t)^2/(1 + half)",
		Params:  []Param{Half},
		Data:    &sigmoidal,
		Model:   Model{Kind: Regression, Predict: "tanh(x*u + y)"},
		View:    Rect{X0: -5, X1: 5, Y0: -5, Y1: 5},
		Start:   Point{X: -1, Y: 3},
		Note: "Where the neuron saturates the loss is almost flat: the start is on such a plateau, and methods that scale by " +
			"the gradient leave it first.",
	},
	{
		Name:  "hidden_unit",
		Title: "Hidden unit",
		Cite: "H. J. Sussmann, Uniqueness of the weights for minimal feedforward nets with a given input-output map, Neural " +
			"Networks 5(4), 1992, pp. 589-593: tanh is odd, so (x, y) and (-x, -y) are the same net",
		Formula: "(y*tanh(x*u) - t)^2/(1 + half)",
		Params:  []Param{Half},
		Data:    &bounded,
		Model:   Model{Kind: Regression, Predict: "y*tanh(x*u)"},
		View:    Rect{X0: -3.5, X1: 3.5, Y0: -2.5, Y1: 2.5},
		Start:   Point{X: -2.8, Y: 1.6},
		Note: "Two weights in a row make two equal minima with a saddle between, at weights of 0: that is why nets are not " +
			"started there.",
	},
	{
		Name:  "deep_regression",
		Title: "Linear regression, two layers deep",
		Cite: "A. M. Saxe, J. L. McClelland and S. Ganguli, Exact solutions to the nonlinear dynamics of learning in deep " +
			"linear neural networks, ICLR 2014, arXiv:1312.6120",
		Formula: "(y*x*u - t)^2/(1 + half)",
		Params:  []Param{Half},
		Data:    &proportional,
		Model:   Model{Kind: Regression, Predict: "y*x*u"},
		View:    Rect{X0: -2.5, X1: 2.5, Y0: -2.5, Y1: 2.5},
		Start:   Point{X: -0.4, Y: 0.55},
		Note: "Only the product of the weights counts, so the minima form two curves: see which point of them each method " +
			"picks, and who is slow past the saddle.",
	},
	{
		Name:  "relu_neuron",
		Title: "ReLU neuron",
		Cite: "V. Nair and G. E. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010; L. Lu et " +
			"al., Dying ReLU and initialization, arXiv:1903.06733",
		Formula: "(relu(x*u + y) - t)^2/(1 + half)",
		Params:  []Param{Half},
		Data:    &hinged,
		Model:   Model{Kind: Regression, Predict: "relu(x*u + y)"},
		View:    Rect{X0: -2.5, X1: 3, Y0: -4, Y1: 3},
		Start:   Point{X: -0.6, Y: 2.2},
		Note: "Below the kinks the neuron is silent for every example and its gradient is exactly 0: a racer thrown there by " +
			"a long step is dead.",
	},
	{
		Name:  "perceptron",
		Title: "Perceptron with a margin",
		Cite: "F. Rosenblatt, The perceptron: a probabilistic model for information storage and organization in the brain, " +
			"Psychological Review 65(6), 1958, pp. 386-408; the margin after C. Cortes and V. Vapnik, Support-vector networks, " +
			"Machine Learning 20, 1995, pp. 273-297",
		Formula: "relu(margin + " + minusClass + "*(x*u + y*v))",
		Params:  []Param{{Name: "margin", Default: 1, Min: 0, Max: 2}},
		Data:    &clouds,
		Model:   Model{Kind: Classification, Predict: "x*u + y*v", Classes: true},
		View:    Rect{X0: -1.5, X1: 3, Y0: -1.5, Y1: 3},
		Start:   Point{X: -1, Y: 1.5},
		Note: "The hinge loss is made of planes that meet in kinks: no curvature anywhere, and near the bottom a fixed step " +
			"jumps to and fro.",
	},
}
