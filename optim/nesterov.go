package optim

// nesterov is sgd under the name of its look ahead: the gradient counts once more on top of the momentum it has
// entered. As in PyTorch the variable is the point looked ahead to (Sutskever et al. 2013, section 2), whose gradient is
// the one asked for.
var _ = register(Method{
	Key: "nesterov", Title: "Nesterov momentum", Family: Momentum, Year: 1983,
	Cite: "Nesterov 1983, A method of solving a convex programming problem with convergence rate O(1/k^2), Soviet Mathematics " +
		"Doklady 27; as in PyTorch's SGD: Sutskever et al. 2013",
	Idea: "Momentum that steps from where its velocity is about to take it, so that it brakes before it overshoots.",
	Knobs: []Knob{
		learningRate(1e-3, 1e-5, 1),
		nesterovMomentum(),
		weightDecay(0, l2Help),
	},
	Math: []string{
		`b_1 = g_0, \quad b_{t+1} = \mu b_t + g_t`,
		`x_{t+1} = x_t - \eta (g_t + \mu b_{t+1})`,
	},
	Python: Python{
		Torch: "torch.optim.SGD([p], lr={lr}, momentum={momentum}, weight_decay={weight_decay}, nesterov=True)",
	},
	rules: func(k settings) []Rule { return []Rule{SGD{Momentum: k.num("momentum"), Nesterov: true}, Rate{}} },
})

func nesterovMomentum() Knob {
	k := positive("momentum", 0.9, 0.1, 0.999, "How much of the last step's velocity is kept.").main()
	k.Scale = Nines
	return k
}
