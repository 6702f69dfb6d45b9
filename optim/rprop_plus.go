package optim

// RpropPlus is Rprop as first published, with its step back (Riedmiller & Braun 1993; Rprop+ in Igel & Huesken 2000):
// a coordinate whose sign has turned takes its last step back, and goes on from there with a shorter one.
//
// As with Rprop the learning rate is the first stride and nothing else.
type RpropPlus struct{ Rprop }

var _ = register(Method{
	Key: "rprop_plus", Title: "Rprop+", Family: Momentum, Year: 1993,
	Cite:  "Riedmiller & Braun 1993, A Direct Adaptive Method for Faster Backpropagation Learning: The RPROP Algorithm, IEEE ICNN",
	Idea:  "The first Rprop: where a sign has turned, the step that went too far is taken back.",
	Knobs: rpropKnobs(),
	Math: []string{
		`\Delta_0 = \eta`,
		`g_t g_{t-1} > 0 \quad \Delta_{t+1} = \eta_{+} \Delta_t`,
		`g_t g_{t-1} < 0 \quad \Delta_{t+1} = \eta_{-} \Delta_t, \quad x_{t+1} = x_{t-1}, \quad g_t \leftarrow 0`,
		`\text{else} \quad x_{t+1} = x_t - \Delta_{t+1} \operatorname{sign}(g_t)`,
	},
	Python: Python{
		Init: rpropInit,
		Step: rpropResize + `
back = g * prev < 0
step = torch.where(back, -step, size * torch.sign(g))
p -= step
prev = torch.where(back, torch.zeros_like(g), g)`,
	},
	rules: func(k settings) []Rule { return []Rule{RpropPlus{rpropRule(k)}} },
	check: checkRprop,
})

// The statements that Rprop's variants share.
const (
	rpropInit = `prev, step = torch.zeros_like(p), torch.zeros_like(p)`

	rpropResize = `if t == 0:
    size = torch.full_like(p, lr)
size = torch.where(g * prev > 0, size * etaplus, torch.where(g * prev < 0, size * etaminus, size))
size = size.clamp(step_min, step_max)`
)

func (RpropPlus) Name() string     { return "rprop_plus" }
func (RpropPlus) Memory() []string { return []string{"prev", "step_size", "step"} }
func (RpropPlus) Stride() string   { return "" }

func (RpropPlus) separable() {}

func (r RpropPlus) Apply(s *Step) {
	prev, size, step := s.Mem[0], s.Mem[1], s.Mem[2]
	for i, g := range s.Dir {
		if s.T == 0 {
			size[i] = s.LR
		}
		turn := g * prev[i]
		size[i] = r.resize(size[i], turn)
		if turn < 0 {
			step[i], prev[i] = -step[i], 0
		} else {
			step[i], prev[i] = size[i]*sign(g), g
		}
		s.Dir[i] = step[i]
	}
}
