package optim

import "math"

// Sophia divides momentum by the curvature and cuts every component of the result to [-1, 1] (Liu et al. 2023, algorithm
// 3): m = Beta1*m + (1-Beta1)*g; at every K-th update h = Beta2*h + (1-Beta2)*D, D being the diagonal of the Hessian;
// direction clip(m/max(Rho*h, Eps), 1). Where the curvature is small or negative the step is that of signs. As in the
// paper nothing makes up for the zero start, and weight decay is decoupled; Rho is the code's name for the paper's gamma.
//
// The paper estimates D by chance, from a product with the Hessian (Sophia-H) or from sampled labels (Sophia-G). With a
// few coordinates D is at hand, so here it is exact.
type Sophia struct {
	Beta1, Beta2, Rho, Eps float64
	K                      int
}

var _ = register(Method{
	Key: "sophia", Title: "Sophia", Family: SecondOrder, Year: 2023,
	Cite: "Liu et al. 2023, Sophia: A Scalable Stochastic Second-order Optimizer for Language Model Pre-training, arXiv:2305.14342",
	Idea: "Momentum divided by a now and then renewed curvature, and cut so that no coordinate moves by more than the rate.",
	Math: []string{
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t`,
		`h_{t+1} = \beta_2 h_t + (1-\beta_2) \operatorname{diag} \nabla^2 f(x_t) \text{ at every } k \text{-th } t \text{, else } h_t`,
		`u_{t+1} = \frac{m_{t+1}}{\max(\rho h_{t+1}, \epsilon)}`,
		`x_{t+1} = x_t - \eta \max(-1, \min(u_{t+1}, 1))`,
	},
	Knobs: []Knob{
		learningRate(0.01, 1e-4, 0.1),
		beta("beta1", 0.965, firstHelp),
		beta("beta2", 0.99, "How slowly the curvature is forgotten."),
		positive("rho", 0.04, 1e-3, 1, "Scales the curvature: greater takes smaller steps and cuts fewer of them.").main(),
		whole("k", 10, 1, 50, "Every so many updates the curvature is looked at.").main(),
		{Name: "eps", Help: "The least curvature to divide by.", Default: 1e-12, Min: 1e-15, Max: 1e-2,
			Scale: Log, High: math.Inf(1), OpenLow: true},
		weightDecay(0, "Pulls the point towards the origin, past the division by the curvature."),
	},
	Python: Python{
		Init: `m, h = torch.zeros_like(p), torch.zeros_like(p)`,
		Step: `m = beta1 * m + (1 - beta1) * g
if t % k == 0:
    h = beta2 * h + (1 - beta2) * torch.diagonal(hessian(p))
p -= lr * ((m / (rho * h).clamp(min=eps)).clamp(-1, 1) + weight_decay * p)`,
	},
	decoupled: true,
	rules: func(k settings) []Rule {
		r := Sophia{k.num("beta1"), k.num("beta2"), k.num("rho"), k.num("eps"), k.int("k")}
		return []Rule{r, Decay{k.num("weight_decay")}, Rate{}}
	},
})

func (Sophia) Name() string     { return "sophia" }
func (Sophia) Memory() []string { return []string{"exp_avg", "hessian"} }
func (Sophia) Work(dim int) int { return dim * dim }

func (r Sophia) Apply(s *Step) {
	m, h := s.Mem[0], s.Mem[1]
	if s.T%r.K == 0 {
		if !s.curvature(s.Work) {
			return
		}
		for i := range h {
			h[i] = average(h[i], r.Beta2, s.Work[i*len(s.X)+i])
		}
	}
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		s.Dir[i] = min(max(m[i]/max(r.Rho*h[i], r.Eps), -1), 1)
	}
}
