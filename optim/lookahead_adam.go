package optim

// lookahead_adam is the rule Lookahead around Adam, whose means go on over the way back.
var _ = register(Method{
	Key: "lookahead_adam", Title: "Lookahead Adam", Family: LooksElsewhere, Year: 2019,
	Cite:  "Zhang, Lucas, Hinton & Ba 2019, Lookahead Optimizer: k steps forward, 1 step back, arXiv:1907.08610",
	Idea:  "Walks some steps with Adam, then goes back a part of the way to where it set out.",
	Knobs: momentKnobs(0.05, 0.9, 0.999, 1e-8, lookaheadKnobs()...),
	Math:  append([]string{firstMomentMath, secondMomentMath, adamStepMath}, lookaheadMath...),
	Python: Python{
		Init: momentsInit + `
slow = p.clone()`,
		Step: momentsStep + `
p -= lr * m_hat / (v_hat.sqrt() + eps)` + lookaheadStep,
	},
	rules: func(k settings) []Rule {
		adam := Adam{Beta1: k.num("beta1"), Beta2: k.num("beta2"), Eps: k.num("eps"), BiasCorrection: true}
		return []Rule{adam, Rate{}, lookaheadRule(k)}
	},
})
