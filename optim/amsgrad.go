package optim

// amsgrad is adam with the switch of its name on: an entry of its own, to be raced against adam.
var _ = register(Method{
	Key: "amsgrad", Title: "AMSGrad", Family: Adaptive, Year: 2018,
	Cite:  "Reddi, Kale & Kumar 2018, On the Convergence of Adam and Beyond, arXiv:1904.09237",
	Idea:  "Adam that divides by the greatest mean square so far, so that its steps never grow again.",
	Knobs: momentKnobs(0.05, 0.9, 0.999, 1e-8, weightDecay(0, l2Help)),
	Math: []string{
		firstMomentMath,
		`v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2, \quad u_{t+1} = \max(u_t, v_{t+1})`,
		`\hat u_{t+1} = \frac{u_{t+1}}{1-\beta_2^{t+1}}`,
		`x_{t+1} = x_t - \eta \frac{\hat m_{t+1}}{\sqrt{\hat u_{t+1}} + \epsilon}`,
	},
	Python: Python{
		Torch: "torch.optim.Adam([p], lr={lr}, betas=({beta1}, {beta2}), eps={eps}, weight_decay={weight_decay}, amsgrad=True)",
	},
	rules: func(k settings) []Rule {
		return []Rule{Adam{k.num("beta1"), k.num("beta2"), k.num("eps"), true, true}, Rate{}}
	},
})
