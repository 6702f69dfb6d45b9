package optim

// ranger is RAdam inside of Lookahead, with the weights pulled past both, as in its author's code. Later versions of it also take
// the mean out of the gradient of each row of a matrix (gradient centralisation, Yong et al. 2020); the author's code leaves
// vectors, and so a point of the plane, as they are.
var _ = register(Method{
	Key: "ranger", Title: "Ranger", Family: LooksElsewhere, Year: 2019,
	Cite: "Wright 2019, Ranger: a synergistic optimizer, github.com/lessw2020/Ranger-Deep-Learning-Optimizer; of Liu et al. 2019, " +
		"arXiv:1908.03265, and Zhang et al. 2019, arXiv:1907.08610",
	Idea: "Walks some steps with RAdam, which warms up by itself, then goes back a part of the way to where it set out.",
	Knobs: []Knob{
		learningRate(0.005, 1e-4, 1),
		beta("beta1", 0.95, firstHelp),
		beta("beta2", 0.999, secondHelp),
		epsilon(1e-5),
		whole("k", 6, 1, 20, "How many steps it walks before it goes back.").main(),
		fraction("alpha", 0.5, 0, 1, "How much of the walk it keeps; 1 keeps all.").main(),
		weightDecay(0, "Pulls the point towards the origin, past RAdam's division."),
	},
	decoupled: true,
	Math: []string{
		firstMomentMath,
		`v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2, \quad \rho_{t+1} \text{ and } r_{t+1} \text{ as RAdam has them}`,
		`\rho_{t+1} > 5 \quad u_t = r_{t+1} \frac{\sqrt{1-\beta_2^{t+1}}}{\sqrt{v_{t+1}} + \epsilon} \hat m_{t+1}`,
		`\rho_{t+1} \le 5 \quad u_t = \hat m_{t+1}`,
		`x_{t+1} = x_t - \eta ( u_t + \lambda x_t ), \quad \text{every } k \text{ updates:}`,
		lookaheadMath[1],
	},
	Python: Python{
		Init: momentsInit + `
slow = p.clone()`,
		Step: `m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
u = m / (1 - beta1**(t + 1))
most = 2 / (1 - beta2) - 1
rho = most - 2 * (t + 1) * beta2**(t + 1) / (1 - beta2**(t + 1))
if rho > 5:
    r = math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho))
    u = u * r * math.sqrt(1 - beta2**(t + 1)) / (v.sqrt() + eps)
p -= lr * (u + weight_decay * p)` + lookaheadStep,
	},
	rules: func(k settings) []Rule {
		return []Rule{RAdam{k.num("beta1"), k.num("beta2"), k.num("eps")}, Decay{k.num("weight_decay")}, Rate{}, lookaheadRule(k)}
	},
})
