package optim

import "math"

// FTRL goes to where the sum of all gradients so far, each as a plane, and what keeps it near to where it has been are least
// (McMahan et al. 2013, algorithm 1): n = n + g^2, q = (Beta + sqrt(n))/lr, z = z + g - (q - q before)*x, and x = 0 where
// |z| <= L1, else -(z - sign(z)*L1)/(q + L2).
//
// The paper begins at x = 0 with z = 0; here z is at first what x itself follows from, so that it may begin anywhere. There the
// rate is constant, so that Beta cancels in q - q before; a schedule's changes count in it, else a falling rate would move x
// without a gradient. At a rate of 0 it stands still and goes on adding up, as it would in the limit of small rates. It sets the
// position itself, so no Rate follows it.
type FTRL struct{ Beta, L1, L2 float64 }

var _ = register(Method{
	Key: "ftrl", Title: "FTRL-Proximal", Family: Adaptive, Year: 2013,
	Cite: "McMahan et al. 2013, Ad Click Prediction: a View from the Trenches, KDD",
	Idea: "Adagrad that solves for the point itself, so that a penalty can hold coordinates at exactly zero.",
	Knobs: []Knob{
		learningRate(0.5, 1e-3, 10),
		nonNegative("beta", 1, 10, "Slows the first steps, before the gradients' sizes are known.").main(),
		nonNegative("l1", 0, 5, "Holds a coordinate at zero until its gradients add up to more than this."),
		nonNegative("l2", 0, 5, "Pulls the point towards the origin: a penalty of l2/2 times |x| squared, once for all steps."),
	},
	Math: []string{
		`n_{t+1} = n_t + g_t^2, \quad q_{t+1} = \frac{\beta + \sqrt{n_{t+1}}}{\eta}`,
		`z_{t+1} = z_t + g_t - (q_{t+1} - q_t) x_t`,
		`|z_{t+1}| \le \lambda_1 \quad x_{t+1} = 0`,
		`|z_{t+1}| > \lambda_1 \quad x_{t+1} = -\frac{z_{t+1} - \text{sign}(z_{t+1}) \lambda_1}{q_{t+1} + \lambda_2}`,
	},
	Python: Python{
		Init: `n = torch.zeros_like(p)`,
		Step: `if t == 0:
    q = beta / lr if lr > 0 else 0.0
    z = -p * (q + l2) - p.sign() * l1
n = n + g**2
z = z + g
if lr > 0:
    before, q = q, (beta + n.sqrt()) / lr
    z = z - (q - before) * p
    apart = (z - z.sign() * l1) * (z.abs() > l1)
    p.copy_(torch.where(q + l2 > 0, -apart / (q + l2), p))`,
	},
	rules: func(k settings) []Rule { return []Rule{FTRL{k.num("beta"), k.num("l1"), k.num("l2")}} },
})

func (FTRL) Name() string     { return "ftrl" }
func (FTRL) Memory() []string { return []string{"z", "n", "q"} }

func (FTRL) separable() {}

func (r FTRL) Apply(s *Step) {
	z, n, q := s.Mem[0], s.Mem[1], s.Mem[2]
	for i, g := range s.Dir {
		x := s.X[i]
		if s.T == 0 {
			if s.LR > 0 {
				q[i] = r.Beta / s.LR
			}
			z[i] = -float64(x * (q[i] + r.L2))
			if x != 0 {
				z[i] -= math.Copysign(r.L1, x)
			}
		}
		n[i] += float64(g * g)
		if !(s.LR > 0) {
			z[i] += g
			s.Dir[i] = 0
			continue
		}
		before := q[i]
		q[i] = (r.Beta + math.Sqrt(n[i])) / s.LR
		z[i] += g - float64((q[i]-before)*x)
		if s.Dir[i] = 0; g == 0 && q[i] == before || !(q[i]+r.L2 > 0) {
			continue // nothing has changed, but for rounding
		}
		to := 0.0
		if math.Abs(z[i]) > r.L1 {
			to = -(z[i] - math.Copysign(r.L1, z[i])) / (q[i] + r.L2)
		}
		s.Dir[i] = x - to
	}
}

// Explain writes the sum of squares, the weight of where the point has been, the sum of gradients and where it all is least.
func (r FTRL) Explain(u Part) []Line {
	n := u.memory(1, SquareSum, `n`, `n \leftarrow n + g^2`)
	if !(u.LR > 0) {
		return []Line{n, u.memory(2, Memory, `q`, `q \leftarrow q`), u.memory(0, Memory, `z`, `z \leftarrow z + g`), u.hands(`0`)}
	}
	root := `\sqrt{n}`
	if r.Beta != 0 {
		root = `(` + written(r.Beta) + ` + \sqrt{n})`
	}
	least, over := `z`, `q`
	if r.L1 != 0 {
		least = `[\lvert z \rvert > ` + written(r.L1) + `] (z - ` + weighted(r.L1, `\text{sign}(z)`) + `)`
	}
	if r.L2 != 0 {
		over = `(q + ` + written(r.L2) + `)`
	}
	z := `z \leftarrow z + g - \Delta q x`
	if u.T == 0 {
		z = `z \leftarrow g - ` + over + ` x`
		if r.L1 != 0 {
			z += ` - ` + weighted(r.L1, `\text{sign}(x)`)
		}
	}
	return []Line{
		n, u.memory(2, Memory, `q`, `q \leftarrow `+root+` / `+rounded(u.LR)),
		u.memory(0, Memory, `z`, z), u.hands(`x + ` + least + ` / ` + over),
	}
}
