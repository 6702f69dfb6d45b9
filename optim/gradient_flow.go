package optim

import "math"

// GradientFlow follows the curve dx/dt = -grad f(x), which descent with ever smaller steps approaches: an update goes
// along it for the time lr, by Substeps steps of the classical Runge-Kutta method of fourth order. It is the line that
// others may be compared with. The first stage is the direction handed to it, the others look elsewhere.
//
// It sets the position itself, so no Rate follows it.
type GradientFlow struct{ Substeps int }

var _ = register(Method{
	Key: "gradient_flow", Title: "Gradient flow", Family: SecondOrder, Year: 1901,
	Cite: "Kutta 1901, Beitrag zur näherungsweisen Integration totaler Differentialgleichungen, Zeitschrift für Mathematik " +
		"und Physik 46",
	Idea: "The curve that descent takes with infinitely small steps, as a line to compare with.",
	Math: []string{
		`\frac{d x}{d s} = -\nabla f(x), \quad h = \eta / n`,
		`k_1 = -\nabla f(x), \quad k_2 = -\nabla f(x + \frac{h}{2} k_1)`,
		`k_3 = -\nabla f(x + \frac{h}{2} k_2), \quad k_4 = -\nabla f(x + h k_3)`,
		`x \leftarrow x + \frac{h}{6} (k_1 + 2 k_2 + 2 k_3 + k_4) \quad n \text{ times from } x_t \text{ to } x_{t+1}`,
	},
	Knobs: []Knob{
		positive("lr", 0.005, 1e-5, 1, "How much time an update goes along the curve.").main(),
		whole("substeps", 5, 1, 50, "Runge-Kutta steps in an update: more are more exact, and stable on steeper walls.").main(),
	},
	Python: Python{Step: `step = lr / substeps
q = p.clone()
for i in range(substeps):
    k1 = g if i == 0 else grad(q)
    k2 = grad(q - step / 2 * k1)
    k3 = grad(q - step / 2 * k2)
    k4 = grad(q - step * k3)
    q = q - step / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
p.copy_(q)`},
	rules: func(k settings) []Rule { return []Rule{GradientFlow{k.int("substeps")}} },
})

func (GradientFlow) Name() string     { return "gradient_flow" }
func (GradientFlow) Memory() []string { return nil }
func (GradientFlow) Work(dim int) int { return 4 * dim }

func (GradientFlow) timeless() {}

func (r GradientFlow) Apply(s *Step) {
	n := len(s.X)
	x, point, slope, sum := s.Work[:n], s.Work[n:2*n], s.Work[2*n:3*n], s.Work[3*n:4*n]
	step := s.LR / float64(r.Substeps)
	copy(x, s.X)
	copy(slope, s.Dir)
	for i := range r.Substeps {
		if i > 0 {
			s.Eval(slope, x)
		}
		copy(sum, slope)
		for _, stage := range [...]struct{ ahead, weight float64 }{{step / 2, 2}, {step / 2, 2}, {step, 1}} {
			for k, d := range slope {
				point[k] = math.FMA(-stage.ahead, d, x[k])
			}
			s.Eval(slope, point)
			for k, d := range slope {
				sum[k] += stage.weight * d
			}
		}
		for k, d := range sum {
			x[k] = math.FMA(-step/6, d, x[k])
		}
	}
	for k := range s.Dir {
		s.Dir[k] = s.X[k] - x[k]
	}
}
