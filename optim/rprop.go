package optim

import (
	"math"

	"descentlab/internal/say"
)

// Rprop looks at the gradient's signs only: each coordinate has its own step, EtaPlus times longer while the sign
// stays and EtaMinus times shorter when it turns, in which case the coordinate waits for one update
// (Riedmiller & Braun 1993, without their step back, as in PyTorch; it is the iRprop- of Igel & Huesken 2000).
//
// The learning rate is the first step's length and nothing else, so no Rate follows it and schedules have no effect
// after update 0.
type Rprop struct{ EtaMinus, EtaPlus, StepMin, StepMax float64 }

var _ = register(Method{
	Key: "rprop", Title: "Rprop", Family: Momentum, Year: 1993,
	Cite:  "Riedmiller & Braun 1993, A Direct Adaptive Method for Faster Backpropagation Learning: The RPROP Algorithm, IEEE ICNN",
	Idea:  "Uses only the signs of the gradient: strides grow while they agree and shrink when they turn.",
	Knobs: rpropKnobs(),
	Math: []string{
		`\Delta_0 = \eta`,
		`g_t g_{t-1} > 0 \quad \Delta_{t+1} = \eta_{+} \Delta_t`,
		`g_t g_{t-1} < 0 \quad \Delta_{t+1} = \eta_{-} \Delta_t, \quad g_t \leftarrow 0`,
		`x_{t+1} = x_t - \Delta_{t+1} \operatorname{sign}(g_t)`,
	},
	Python: Python{
		Torch: "torch.optim.Rprop([p], lr={lr}, etas=({etaminus}, {etaplus}), step_sizes=({step_min}, {step_max}))",
	},
	rules: func(k settings) []Rule { return []Rule{rpropRule(k)} },
	check: checkRprop,
})

func rpropKnobs() []Knob {
	return []Knob{
		learningRate(0.01, 1e-5, 1),
		open(fraction("etaminus", 0.5, 0.05, 0.95, "Factor of a stride whose sign has turned."), true, true, 1).main(),
		{Name: "etaplus", Help: "Factor of a stride whose sign has stayed.", Default: 1.2,
			Min: 1.01, Max: 2, Low: 1, OpenLow: true, High: math.Inf(1), Main: true},
		positive("step_min", 1e-6, 1e-9, 1e-2, "The shortest stride."),
		positive("step_max", 50, 1e-2, 100, "The longest stride."),
	}
}

func rpropRule(k settings) Rprop {
	return Rprop{k.num("etaminus"), k.num("etaplus"), k.num("step_min"), k.num("step_max")}
}

func checkRprop(k settings) error {
	if low, high := k.num("step_min"), k.num("step_max"); low > high {
		return say.Errorf("step_min must be at most step_max; got %v and %v", low, high)
	}
	return nil
}

func (Rprop) Name() string     { return "rprop" }
func (Rprop) Memory() []string { return []string{"prev", "step_size"} }
func (Rprop) Stride() string   { return "" }

func (Rprop) separable() {}

func (r Rprop) Apply(s *Step) {
	prev, size := s.Mem[0], s.Mem[1]
	for i, g := range s.Dir {
		if s.T == 0 {
			size[i] = s.LR
		}
		turn := g * prev[i]
		size[i] = r.resize(size[i], turn)
		if turn < 0 {
			g = 0
		}
		prev[i] = g
		s.Dir[i] = size[i] * sign(g)
	}
}

// resize makes a stride longer where the sign has stayed (turn > 0) and shorter where it has turned (turn < 0).
func (r Rprop) resize(size, turn float64) float64 {
	switch {
	case turn > 0:
		size *= r.EtaPlus
	case turn < 0:
		size *= r.EtaMinus
	}
	return min(max(size, r.StepMin), r.StepMax)
}

// sign is -1, 0 or 1, and NaN for NaN.
func sign(v float64) float64 {
	if v == 0 || math.IsNaN(v) {
		return v
	}
	return math.Copysign(1, v)
}
