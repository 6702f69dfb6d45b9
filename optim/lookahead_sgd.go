package optim

// lookahead_sgd is the rule Lookahead around SGD; around any other method it is had by lookahead_k.
var _ = register(Method{
	Key: "lookahead_sgd", Title: "Lookahead SGD", Family: LooksElsewhere, Year: 2019,
	Cite: "Zhang, Lucas, Hinton & Ba 2019, Lookahead Optimizer: k steps forward, 1 step back, arXiv:1907.08610",
	Idea: "Walks some steps with SGD, then goes back a part of the way to where it set out.",
	Knobs: append([]Knob{
		learningRate(2e-3, 1e-5, 1),
		innerMomentum(),
	}, lookaheadKnobs()...),
	Math: append([]string{
		`b_{t+1} = \mu b_t + g_t, \quad x_{t+1} = x_t - \eta b_{t+1}`,
	}, lookaheadMath...),
	Python: Python{
		Init: innerInit + `
slow = p.clone()`,
		Step: `b = momentum * b + g
p -= lr * b` + lookaheadStep,
	},
	rules: func(k settings) []Rule { return append(innerRules(k), lookaheadRule(k)) },
})

func lookaheadKnobs() []Knob {
	return []Knob{
		whole("k", 5, 1, 20, "How many steps it walks before it goes back.").main(),
		fraction("alpha", 0.5, 0, 1, "How much of the walk it keeps; 1 keeps all.").main(),
	}
}

func lookaheadRule(k settings) Rule { return Lookahead{K: k.int("k"), Alpha: k.num("alpha")} }

var lookaheadMath = []string{
	`\text{every } k \text{ updates:}`,
	`s_{t+1} = s_t + \alpha (x_{t+1} - s_t), \quad x_{t+1} \leftarrow s_{t+1}`,
}

const lookaheadStep = `
if (t + 1) % k == 0:
    slow += alpha * (p - slow)
    p.copy_(slow)`
