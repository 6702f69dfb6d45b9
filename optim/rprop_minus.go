package optim

// RpropMinus is Rprop that neither steps back nor waits (Riedmiller 1994; Rprop- in Igel & Huesken 2000): where a sign
// has turned, the coordinate turns with it at once, with a shorter stride. (The one that waits, iRprop-, is Rprop.)
//
// As with Rprop the learning rate is the first stride and nothing else.
type RpropMinus struct{ Rprop }

var _ = register(Method{
	Key: "rprop_minus", Title: "Rprop-", Family: Momentum, Year: 1994,
	Cite:  "Riedmiller 1994, Advanced supervised learning in multi-layer perceptrons, Computer Standards & Interfaces 16(3)",
	Idea:  "The simplest Rprop: where a sign has turned, it turns round at once with a shorter stride.",
	Knobs: rpropKnobs(),
	Math: []string{
		`\Delta_0 = \eta`,
		`g_t g_{t-1} > 0 \quad \Delta_{t+1} = \eta_{+} \Delta_t`,
		`g_t g_{t-1} < 0 \quad \Delta_{t+1} = \eta_{-} \Delta_t`,
		`x_{t+1} = x_t - \Delta_{t+1} \operatorname{sign}(g_t)`,
	},
	Python: Python{
		Init: `prev = torch.zeros_like(p)`,
		Step: rpropResize + `
p -= size * torch.sign(g)
prev = g.clone()`,
	},
	rules: func(k settings) []Rule { return []Rule{RpropMinus{rpropRule(k)}} },
	check: checkRprop,
})

func (RpropMinus) Name() string { return "rprop_minus" }

func (RpropMinus) separable() {}

func (r RpropMinus) Apply(s *Step) {
	prev, size := s.Mem[0], s.Mem[1]
	for i, g := range s.Dir {
		if s.T == 0 {
			size[i] = s.LR
		}
		size[i] = r.resize(size[i], g*prev[i])
		prev[i] = g
		s.Dir[i] = size[i] * sign(g)
	}
}
