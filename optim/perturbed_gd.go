package optim

import (
	"math"
	"math/rand/v2"
)

// PerturbedGD is gradient descent that, where the slope is at most GThres and the last time is more than TThres updates
// ago, first moves to a random point of the ball of radius Radius around it (Jin et al. 2017, algorithm 2): saddles,
// from which plain descent crawls away or does not move at all, are left in few updates. The paper ends the run when
// such a move has not lowered the loss in TThres updates; a race goes on, so at a minimum it keeps shaking.
//
// The gradient then is the one at the moved point, as in the paper, which costs an evaluation. The rule multiplies by
// the rate itself, for the move is not to be multiplied.
type PerturbedGD struct {
	GThres, Radius float64
	TThres         int
}

var _ = register(Method{
	Key: "perturbed_gd", Title: "Perturbed GD", Family: Chance, Year: 2017,
	Cite: "Jin, Ge, Netrapalli, Kakade & Jordan 2017, How to Escape Saddle Points Efficiently, arXiv:1703.00887",
	Idea: "Gradient descent that gives itself a small random push wherever the ground is nearly flat.",
	Knobs: []Knob{
		learningRate(1e-3, 1e-5, 1),
		nonNegative("g_thres", 0.05, 1, "It is pushed only where the slope is at most this.").main(),
		nonNegative("radius", 0.01, 1, "The longest push.").main(),
		whole("t_thres", 50, 1, 500, "The least number of updates between two pushes."),
	},
	Math: []string{
		`\text{if } \lVert g_t \rVert \le g_{\text{thres}} \text{ and no push in the last } t_{\text{thres}} \text{ updates:}`,
		`x_t \leftarrow x_t + \xi_t, \quad \xi_t \text{ uniform in the ball of radius } r`,
		`x_{t+1} = x_t - \eta \nabla f(x_t)`,
	},
	Python: Python{
		Init: `wait = 0`,
		Step: `if wait == 0 and g.norm() <= g_thres:
    xi = torch.randn(p.shape, generator=rng, dtype=p.dtype)
    u = torch.rand(1, generator=rng, dtype=p.dtype)
    p += radius * u**(1 / p.numel()) * xi / xi.norm()
    g, wait = grad(p), t_thres
else:
    wait = max(wait - 1, 0)
p -= lr * g`,
	},
	rules: func(k settings) []Rule {
		return []Rule{PerturbedGD{k.num("g_thres"), k.num("radius"), k.int("t_thres")}}
	},
})

func (PerturbedGD) Name() string     { return "perturbed_gd" }
func (PerturbedGD) Memory() []string { return []string{"push", "wait"} }
func (PerturbedGD) Work(dim int) int { return dim }

func (r PerturbedGD) Apply(s *Step) {
	push, wait := s.Mem[0], s.Mem[1]
	clear(push)
	switch {
	case wait[0] > 0:
		fill(wait, wait[0]-1)
	case norm(s.Dir) <= r.GThres:
		inBall(push, r.Radius, s.Random())
		moved := s.Work[:len(s.X)]
		for i, d := range push {
			moved[i] = s.X[i] + d
		}
		s.Eval(s.Dir, moved)
		fill(wait, float64(r.TThres))
	}
	for i, g := range s.Dir {
		s.Dir[i] = s.LR*g - push[i]
	}
}

// inBall stores a point that is uniform in the ball around the origin.
func inBall(v []float64, radius float64, random *rand.Rand) {
	for i := range v {
		v[i] = random.NormFloat64()
	}
	if n := norm(v); n > 0 {
		scale(v, radius*math.Pow(random.Float64(), 1/float64(len(v)))/n)
	}
}
