package optim

// momentum is sgd under the name by which its momentum of 0.9 is known.
var _ = register(Method{
	Key: "momentum", Title: "Momentum", Family: Momentum, Year: 1964,
	Cite: "Polyak 1964, Some methods of speeding up the convergence of iteration methods, USSR Computational Mathematics and " +
		"Mathematical Physics 4(5); as in PyTorch's SGD",
	Idea:  "A heavy ball: keeps its velocity, so that it runs along valleys and over small bumps.",
	Knobs: sgdKnobs(1e-3, 0.9),
	Math: []string{
		`b_1 = g_0, \quad b_{t+1} = \mu b_t + (1-\tau) g_t`,
		`x_{t+1} = x_t - \eta b_{t+1}`,
	},
	Python: Python{Torch: torchSGD},
	rules:  sgdRules,
	check:  checkSGD,
})
