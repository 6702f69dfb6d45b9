package optim

// adamw is Adam with the decay after it instead of before: the pull to the origin is not divided by the size of the
// gradients. PyTorch multiplies x by 1 - lr*weight_decay first and then steps, which is the same update.
var _ = register(Method{
	Key: "adamw", Title: "AdamW", Family: Adaptive, Year: 2017,
	Cite:      "Loshchilov & Hutter 2017, Decoupled Weight Decay Regularization, arXiv:1711.05101",
	Idea:      "Adam whose weight decay acts on the point itself instead of through the gradient.",
	Knobs:     adamKnobs(weightDecay(0.01, "Pulls the point towards the origin, past Adam's division.")),
	decoupled: true,
	Math: []string{
		firstMomentMath,
		secondMomentMath,
		`x_{t+1} = x_t - \eta ( \frac{\hat m_{t+1}}{\sqrt{\hat v_{t+1}} + \epsilon} + \lambda x_t )`,
	},
	Python: Python{
		Torch: "torch.optim.AdamW([p], lr={lr}, betas=({beta1}, {beta2}), eps={eps}, " +
			"weight_decay={weight_decay}, amsgrad={amsgrad})",
		Init: adamInit,
		Step: adamStep + "\np -= lr * (u + weight_decay * p)",
	},
	rules: func(k settings) []Rule {
		return []Rule{adamRule(k), Decay{k.num("weight_decay")}, Rate{}}
	},
})
