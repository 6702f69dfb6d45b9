package optim

// IRpropPlus is Rprop+ that takes a step back only if the loss has risen (iRprop+, Igel & Huesken 2000): a coordinate
// whose sign has turned steps back after a rise and else waits for one update. The loss is that of the update's draw,
// with the penalties of the stages before; the last one is a memory, the same in every component.
//
// As with Rprop the learning rate is the first stride and nothing else. (Rules is a field and not embedded: Rprop does
// not look at the loss, so that many of its runs can go side by side, which these cannot.)
type IRpropPlus struct{ Rules Rprop }

var _ = register(Method{
	Key: "irprop_plus", Title: "iRprop+", Family: Momentum, Year: 2000,
	Cite:  "Igel & Huesken 2000, Improving the Rprop Learning Algorithm, Second International Symposium on Neural Computation",
	Idea:  "Rprop that looks at the loss too: a step whose sign has turned is taken back only if the loss rose.",
	Knobs: rpropKnobs(),
	Math: []string{
		`\Delta_0 = \eta`,
		`g_t g_{t-1} > 0 \quad \Delta_{t+1} = \eta_{+} \Delta_t`,
		`g_t g_{t-1} < 0 \quad \Delta_{t+1} = \eta_{-} \Delta_t, \quad g_t \leftarrow 0`,
		`\text{and } f(x_t) > f(x_{t-1}) \quad x_{t+1} = x_{t-1}`,
		`\text{else} \quad x_{t+1} = x_t - \Delta_{t+1} \operatorname{sign}(g_t)`,
	},
	Python: Python{
		Init: rpropInit + `
last = math.inf`,
		Step: rpropResize + `
turned, loss = g * prev < 0, f(p)
back = -step if loss > last else torch.zeros_like(step)
step = torch.where(turned, back, size * torch.sign(g))
p -= step
prev, last = torch.where(turned, torch.zeros_like(g), g), loss`,
	},
	rules: func(k settings) []Rule { return []Rule{IRpropPlus{rpropRule(k)}} },
	check: checkRprop,
})

func (IRpropPlus) Name() string     { return "irprop_plus" }
func (IRpropPlus) Memory() []string { return []string{"prev", "step_size", "step", "last_loss"} }
func (IRpropPlus) Stride() string   { return "" }

func (r IRpropPlus) Apply(s *Step) {
	prev, size, step, last := s.Mem[0], s.Mem[1], s.Mem[2], s.Mem[3]
	rose := s.T > 0 && s.F > last[0]
	for i, g := range s.Dir {
		if s.T == 0 {
			size[i] = s.LR
		}
		turn := g * prev[i]
		size[i] = r.Rules.resize(size[i], turn)
		switch {
		case turn < 0 && rose:
			step[i], prev[i] = -step[i], 0
		case turn < 0:
			step[i], prev[i] = 0, 0
		default:
			step[i], prev[i] = size[i]*sign(g), g
		}
		last[i] = s.F
		s.Dir[i] = step[i]
	}
}
