package optim

import (
	"math"

	"descentlab/internal/geom"
)

// AdaHessian is Adam with the diagonal D of the Hessian in the place of the squared gradients' root (Yao et al. 2021,
// algorithm 1): m = Beta1*m + (1-Beta1)*g, v = Beta2*v + (1-Beta2)*D^2, direction mhat/(sqrt(vhat)^Power + Eps), where
// the hats make up for the zero start. Weight decay is decoupled, as in the authors' code.
//
// The paper estimates D by products of the Hessian with random signs (Hutchinson's method) and averages it over blocks of
// parameters. With a few coordinates D is at hand, so here it is exact, without chance and without blocks.
type AdaHessian struct{ Beta1, Beta2, Eps, Power float64 }

var _ = register(Method{
	Key: "adahessian", Title: "AdaHessian", Family: SecondOrder, Year: 2021,
	Cite: "Yao et al. 2021, ADAHESSIAN: An Adaptive Second Order Optimizer for Machine Learning, arXiv:2006.00719",
	Idea: "Adam that divides by the recent curvature along each coordinate instead of the size of the gradients.",
	Math: []string{
		`D_t = \operatorname{diag} \nabla^2 f(x_t)`,
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t, \quad \hat m_{t+1} = \frac{m_{t+1}}{1-\beta_1^{t+1}}`,
		`v_{t+1} = \beta_2 v_t + (1-\beta_2) D_t \odot D_t, \quad \hat v_{t+1} = \frac{v_{t+1}}{1-\beta_2^{t+1}}`,
		`x_{t+1} = x_t - \eta \frac{\hat m_{t+1}}{\sqrt{\hat v_{t+1}}^{k} + \epsilon}`,
	},
	Knobs: []Knob{
		learningRate(0.5, 1e-3, 1),
		beta("beta1", 0.9, firstHelp),
		beta("beta2", 0.999, "How slowly the curvature is forgotten."),
		epsilon(1e-4),
		weightDecay(0, "Pulls the point towards the origin, past the division by the curvature."),
		fraction("hessian_power", 1, 0, 1, "The power of the curvature that is divided by; 0 is momentum alone."),
	},
	Python: Python{
		Init: `m, v = torch.zeros_like(p), torch.zeros_like(p)`,
		Step: `D = torch.diagonal(hessian(p))
m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * D * D
size = (v / (1 - beta2**(t + 1))).sqrt()**hessian_power
p -= lr * (m / (1 - beta1**(t + 1)) / (size + eps) + weight_decay * p)`,
	},
	decoupled: true,
	rules: func(k settings) []Rule {
		r := AdaHessian{k.num("beta1"), k.num("beta2"), k.num("eps"), k.num("hessian_power")}
		return []Rule{r, Decay{k.num("weight_decay")}, Rate{}}
	},
})

func (AdaHessian) Name() string     { return "adahessian" }
func (AdaHessian) Memory() []string { return []string{"exp_avg", "exp_hessian_diag_sq"} }
func (AdaHessian) Work(dim int) int { return dim * dim }

func (r AdaHessian) Apply(s *Step) {
	m, v := s.Mem[0], s.Mem[1]
	if !s.curvature(s.Work) {
		return
	}
	c1, c2 := 1-power(r.Beta1, s.T+1), 1-power(r.Beta2, s.T+1)
	for i, g := range s.Dir {
		m[i] = average(m[i], r.Beta1, g)
		v[i] = averageSquare(v[i], r.Beta2, s.Work[i*len(s.X)+i])
		size := math.Sqrt(v[i] / c2)
		if r.Power != 1 {
			size = math.Pow(size, r.Power)
		}
		s.Dir[i] = m[i] / c1 / (size + r.Eps)
	}
}

// curvature stores the Hessian at x in h. If that cannot be done, or if it is not finite, the result is false and the step
// is settled: the run has failed, or the direction is NaN.
func (s *Step) curvature(h []float64) bool {
	n := len(s.X)
	if !s.Hessian(h, s.X) {
		return false
	}
	for _, v := range h[:n*n] {
		if !geom.Finite(v) {
			fill(s.Dir, math.NaN())
			return false
		}
	}
	return true
}
