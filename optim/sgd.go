package optim

import (
	"math"

	"descentlab/internal/say"
)

// SGD is gradient descent with optional momentum: b = Momentum*b + (1-Dampening)*g, and b = g at first;
// it hands on b, with Nesterov g + Momentum*b, and without momentum g itself.
//
// As in PyTorch the learning rate multiplies the buffer when it is used, not what enters it, which differs from
// Sutskever et al. 2013 while the rate changes.
type SGD struct {
	Momentum, Dampening float64
	Nesterov            bool
}

var _ = register(Method{
	Key: "sgd", Title: "SGD", Family: Momentum, Year: 1951,
	Cite: "Robbins & Monro 1951, A Stochastic Approximation Method, Annals of Mathematical Statistics 22(3); momentum: " +
		"Polyak 1964; Nesterov: Sutskever et al. 2013",
	Idea:  "Steps straight down the gradient, in proportion to its length.",
	Knobs: sgdKnobs(1e-3, 0),
	Math: []string{
		`x_{t+1} = x_t - \eta g_t`,
		`\text{with momentum} \quad b_{t+1} = \mu b_t + (1-\tau) g_t, \quad x_{t+1} = x_t - \eta b_{t+1}`,
		`\text{with nesterov} \quad x_{t+1} = x_t - \eta (g_t + \mu b_{t+1})`,
	},
	Python: Python{Torch: torchSGD},
	rules:  sgdRules,
	check:  checkSGD,
})

const torchSGD = "torch.optim.SGD([p], lr={lr}, momentum={momentum}, dampening={dampening}, " +
	"weight_decay={weight_decay}, nesterov={nesterov})"

func sgdKnobs(lr, momentum float64) []Knob {
	m := nonNegative("momentum", momentum, 0.999, "How much of the last step's velocity is kept.")
	m.Scale, m.Main = Nines, momentum > 0
	return []Knob{
		learningRate(lr, 1e-5, 1),
		m,
		fraction("dampening", 0, 0, 1, "How much less of the new gradient enters the velocity."),
		toggle("nesterov", false, "Looks ahead along the velocity; needs momentum and no dampening."),
		weightDecay(0, l2Help),
	}
}

func sgdRules(k settings) []Rule {
	return []Rule{SGD{k.num("momentum"), k.num("dampening"), k.on("nesterov")}, Rate{}}
}

func checkSGD(k settings) error {
	if k.on("nesterov") && (k.num("momentum") == 0 || k.num("dampening") != 0) {
		return say.Errorf("nesterov needs momentum > 0 and dampening 0")
	}
	return nil
}

func (SGD) Name() string { return "sgd" }

func (r SGD) Memory() []string {
	if r.Momentum == 0 {
		return nil
	}
	return []string{"momentum_buffer"}
}

func (SGD) separable() {}
func (SGD) timeless()  {}

func (r SGD) Apply(s *Step) {
	if r.Momentum == 0 {
		return
	}
	buffer := s.Mem[0]
	for i, g := range s.Dir {
		b := g
		if s.T > 0 {
			b = math.FMA(1-r.Dampening, g, r.Momentum*buffer[i])
		}
		buffer[i] = b
		if r.Nesterov {
			b = math.FMA(r.Momentum, b, g)
		}
		s.Dir[i] = b
	}
}

// Explain writes the velocity, and what of it is handed on.
func (r SGD) Explain(u Part) []Line {
	if r.Momentum == 0 {
		return []Line{u.hands(`g`)}
	}
	gathers := `b \leftarrow g`
	if u.T > 0 {
		gathers = `b \leftarrow ` + written(r.Momentum) + ` b + ` + weighted(1-r.Dampening, `g`)
	}
	direction := `b`
	if r.Nesterov {
		direction = `g + ` + written(r.Momentum) + ` b`
	}
	return []Line{u.memory(0, Velocity, `b`, gathers), u.hands(direction)}
}
