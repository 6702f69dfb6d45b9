package optim

import "math"

// DoG steps by the farthest distance from the start over the root of the sum of squared gradients (Ivgi, Hinder &
// Carmon 2023): eta = r/sqrt(G), r = max(r, |x - x0|) from RepsRel*(1 + |x0|) on, G = G + |g|^2 from Eps
// on.
//
// Their RepsRel is 1e-6; the default here is greater, for races are short. They insist on averaging the positions;
// their mean, (1-w)*mean + w*x with w = 9/(9+t) (Shamir & Zhang 2013 with the authors' gamma of 8), is kept as the
// second position, up to the position from which the update starts.
type DoG struct{ RepsRel, Eps float64 }

var _ = register(Method{
	Key: "dog", Title: "DoG", Family: RateFree, Year: 2023,
	Cite: "Ivgi, Hinder & Carmon 2023, DoG is SGD's Best Friend: A Parameter-Free Dynamic Step Size Schedule, arXiv:2302.12022",
	Idea: "Its rate is the distance it has come from the start over the length of all gradients met.",
	Knobs: []Knob{
		adaptedRate(),
		positive("reps_rel", 3e-4, 1e-8, 1, "The first step's length, as a part of 1 plus the distance from the origin.").main(),
		open(epsilon(1e-8), true, true, math.Inf(1)),
	},
	Math: []string{
		`r_t = \max_{i \le t} \lVert x_i - x_0 \rVert, \quad r_0 = r_\epsilon (1 + \lVert x_0 \rVert)`,
		`G_t = \epsilon + \sum_{i \le t} \lVert g_i \rVert^2`,
		`x_{t+1} = x_t - \eta \frac{r_t}{\sqrt{G_t}} g_t`,
	},
	Python: Python{
		Init: `x0, r, G = p.clone(), reps_rel * (1 + p.norm()), eps`,
		Step: `r = torch.maximum(r, (p - x0).norm())
G = G + g.dot(g)
p -= lr * r / G.sqrt() * g`,
	},
	rules: func(k settings) []Rule { return []Rule{DoG{k.num("reps_rel"), k.num("eps")}, Rate{}} },
})

func (DoG) Name() string     { return "dog" }
func (DoG) Memory() []string { return []string{"x0", "rbar", "g_sq", "average", "step"} }
func (DoG) Shadow() string   { return "average" }
func (DoG) Stride() string   { return "step" }

func (r DoG) Apply(s *Step) {
	x0, far, sum, mean := s.Mem[0], s.Mem[1], s.Mem[2], s.Mem[3]
	if s.T == 0 {
		copy(x0, s.X)
		fill(far, r.RepsRel*(1+norm(s.X)))
		fill(sum, r.Eps)
	}
	way, weight := 0.0, 9/float64(9+s.T)
	for i, x := range s.X {
		way += (x - x0[i]) * (x - x0[i])
		mean[i] = (1-weight)*mean[i] + weight*x
	}
	fill(far, max(far[0], math.Sqrt(way)))
	fill(sum, sum[0]+dot(s.Dir, s.Dir))
	step := far[0] / math.Sqrt(sum[0])
	fill(s.Mem[4], step)
	scale(s.Dir, step)
}
