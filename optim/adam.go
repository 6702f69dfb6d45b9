package optim

import (
	"math"

	"descentlab/internal/lanes"
)

// Adam divides the mean recent gradient by the root of the mean recent squared gradient (Kingma & Ba 2014,
// algorithm 1): m = Beta1*m + (1-Beta1)*g, v = Beta2*v + (1-Beta2)*g^2, direction mhat/(sqrt(vhat) + Eps), where
// the hats divide by 1 - Beta^(t+1) so that the zero start does not count. AMSGrad puts the greatest v so far in the
// place of v (Reddi, Kale & Kumar 2018). Without BiasCorrection, which PyTorch always has, the hats are left out.
type Adam struct {
	Beta1, Beta2, Eps float64
	AMSGrad           bool
	BiasCorrection    bool
}

var _ = register(Method{
	Key: "adam", Title: "Adam", Family: Adaptive, Year: 2014,
	Cite:  "Kingma & Ba 2014, Adam: A Method for Stochastic Optimization, arXiv:1412.6980; AMSGrad: Reddi, Kale & Kumar 2018",
	Idea:  "Momentum over RMSprop: a smoothed gradient divided by the size of recent gradients.",
	Knobs: adamKnobs(weightDecay(0, l2Help)),
	Math: []string{
		firstMomentMath,
		secondMomentMath,
		adamStepMath,
	},
	Python: Python{
		Torch: "torch.optim.Adam([p], lr={lr}, betas=({beta1}, {beta2}), eps={eps}, " +
			"weight_decay={weight_decay}, amsgrad={amsgrad})",
		Init: adamInit,
		Step: adamStep + "\np -= lr * u",
	},
	rules: func(k settings) []Rule { return []Rule{adamRule(k), Rate{}} },
})

// The lines of mathematics that Adam shares with its descendants.
const (
	firstMomentMath  = `m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t, \quad \hat m_{t+1} = \frac{m_{t+1}}{1-\beta_1^{t+1}}`
	secondMomentMath = `v_{t+1} = \beta_2 v_t + (1-\beta_2) g_t^2, \quad \hat v_{t+1} = \frac{v_{t+1}}{1-\beta_2^{t+1}}`
	adamStepMath     = `x_{t+1} = x_t - \eta \frac{\hat m_{t+1}}{\sqrt{\hat v_{t+1}} + \epsilon}`
)

func adamKnobs(decay Knob) []Knob {
	return momentKnobs(0.05, 0.9, 0.999, 1e-8,
		decay,
		toggle("amsgrad", false, "Never lets the divisor shrink again."),
		toggle("bias_correction", true, "Makes up for the averages' zero start; PyTorch always does."),
	)
}

// momentKnobs are the knobs of a method that keeps a mean gradient and a mean square as Adam does, and then its own.
func momentKnobs(lr, beta1, beta2, eps float64, own ...Knob) []Knob {
	e := epsilon(eps)
	e.Min = min(e.Min, eps)
	return append([]Knob{
		learningRate(lr, 1e-4, 1),
		beta("beta1", beta1, firstHelp),
		beta("beta2", beta2, secondHelp),
		e,
	}, own...)
}

// Adam in Python, also without bias correction, which PyTorch does not have.
const (
	adamInit = `m, v, most = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)`

	adamStep = `m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
most = torch.maximum(most, v)
first, second = (1 - beta1**(t + 1), 1 - beta2**(t + 1)) if bias_correction else (1, 1)
u = m / first / ((most if amsgrad else v).sqrt() / second**0.5 + eps)`
)

// The Python statements that methods with Adam's two means share.
const (
	momentsInit = `m, v = torch.zeros_like(p), torch.zeros_like(p)`

	momentsStep = `m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
m_hat, v_hat = m / (1 - beta1**(t + 1)), v / (1 - beta2**(t + 1))`
)

const (
	firstHelp  = "How slowly the mean gradient forgets: inertia."
	secondHelp = "How slowly the size of the gradients is forgotten."
)

func adamRule(k settings) Adam {
	return Adam{k.num("beta1"), k.num("beta2"), k.num("eps"), k.on("amsgrad"), k.on("bias_correction")}
}

func (Adam) Name() string { return "adam" }

func (r Adam) Memory() []string {
	if r.AMSGrad {
		return []string{"exp_avg", "exp_avg_sq", "max_exp_avg_sq"}
	}
	return []string{"exp_avg", "exp_avg_sq"}
}

func (Adam) separable() {}

func (r Adam) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	c1, c2 := 1.0, 1.0
	if r.BiasCorrection {
		c1 = 1 - power(r.Beta1, s.T+1)
		c2 = math.Sqrt(1 - power(r.Beta2, s.T+1))
	}
	if !r.AMSGrad {
		lanes.Adam{Keep1: r.Beta1, Keep2: r.Beta2, Scale1: c1, Scale2: c2, Eps: r.Eps}.Apply(s.Dir, m, v)
		return
	}
	most := s.Mem[2]
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, g)
		most[i] = max(most[i], v[i])
		s.Dir[i] = m[i] / c1 / (math.Sqrt(most[i])/c2 + r.Eps)
	}
}

// Explain writes the update with its means, their corrections and the divisor.
func (r Adam) Explain(u Part) []Line {
	lines := []Line{
		u.mean(0, MeanGradient, `m`, r.Beta1, `g`),
		u.mean(1, MeanSquare, `v`, r.Beta2, `g^2`),
	}
	m, v, size, c2 := `m`, `v`, 1, 1.0
	if r.AMSGrad {
		lines = append(lines, u.memory(2, GreatestSoFar, `u`, `u \leftarrow \max(u, v)`))
		v, size = `u`, 2
	}
	if r.BiasCorrection {
		lines = append(lines, u.unbiased(0, m, r.Beta1), u.unbiased(size, v, r.Beta2))
		m, v, c2 = `\hat m`, `\hat `+v, math.Sqrt(1-power(r.Beta2, u.T+1))
	}
	root := `\sqrt{` + v + `} + \epsilon`
	return append(lines, u.hands(m+` / (`+root+`)`),
		u.divisor(root, func(i int) float64 { return math.Sqrt(u.After[size][i])/c2 + r.Eps }))
}
