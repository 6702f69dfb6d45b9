package optim_test

import (
	"math"
	"testing"

	"descentlab/optim"
)

// A history is all that a run has seen up to update t: positions, gradients, losses and rates. The statements below
// compute the next position from it, by sums over the past in the place of the rules' memories.
type history struct {
	t     int
	x, g  [][]float64 // by update, then by coordinate
	f, lr []float64
	knob  func(name string) float64
}

// mean is the moving average of the values until update t with the weight beta for the past, from 0 on.
func (h history) mean(beta float64, value func(i int) float64) float64 {
	sum, weight := 0.0, 1-beta
	for i := h.t; i >= 0; i-- {
		sum += weight * value(i)
		weight *= beta
	}
	return sum
}

// fair is the mean without the weight of its zero start.
func (h history) fair(beta float64, value func(i int) float64) float64 {
	return h.mean(beta, value) / (1 - math.Pow(beta, float64(h.t+1)))
}

// until is the history as it was at an earlier update.
func (h history) until(t int) history {
	h.t = t
	return h
}

func (h history) grad(c int) func(int) float64 { return func(i int) float64 { return h.g[i][c] } }

func (h history) square(c int) func(int) float64 {
	return func(i int) float64 { return h.g[i][c] * h.g[i][c] }
}

// adam is Adam's quotient for the knobs beta1, beta2 and eps.
func (h history) adam(c int) float64 {
	m, v := h.fair(h.knob("beta1"), h.grad(c)), h.fair(h.knob("beta2"), h.square(c))
	return m / (math.Sqrt(v) + h.knob("eps"))
}

// rate is Adam's rate as AdaBound and AdaMod write it, without lr.
func (h history) rate(c int) float64 {
	n := float64(h.t + 1)
	v := h.mean(h.knob("beta2"), h.square(c))
	return math.Sqrt(1-math.Pow(h.knob("beta2"), n)) / (1 - math.Pow(h.knob("beta1"), n)) / (math.Sqrt(v) + h.knob("eps"))
}

func signOf(v float64) float64 {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

func length(v []float64) float64 { return math.Hypot(v[0], v[1]) }

// A statement gives coordinate c of the position after update h.t.
type statement func(h history, c int) float64

var statements = map[string]statement{
	"heavy_ball lr=0.002 beta=0.8": func(h history, c int) float64 { // Polyak's form in positions
		x := h.x[h.t][c] - h.lr[h.t]*h.g[h.t][c]
		if h.t > 0 {
			x += h.knob("beta") * (h.x[h.t][c] - h.x[h.t-1][c])
		}
		return x
	},
	"nesterov lr=0.002 momentum=0.8": func(h history, c int) float64 {
		mu, b := h.knob("momentum"), 0.0
		for i := 0; i <= h.t; i++ {
			b += math.Pow(mu, float64(h.t-i)) * h.g[i][c]
		}
		return h.x[h.t][c] - h.lr[h.t]*(h.g[h.t][c]+mu*b)
	},
	"qhm lr=0.01 beta=0.9 nu=0.6": func(h history, c int) float64 {
		nu := h.knob("nu")
		return h.x[h.t][c] - h.lr[h.t]*((1-nu)*h.g[h.t][c]+nu*h.mean(h.knob("beta"), h.grad(c)))
	},
	"aggmo lr=0.002 beta1=0.2 beta2=0.7 beta3=0.95": func(h history, c int) float64 {
		sum := 0.0
		for _, name := range []string{"beta1", "beta2", "beta3"} {
			b := h.knob(name)
			sum += h.mean(b, h.grad(c)) / (1 - b) / 3
		}
		return h.x[h.t][c] - h.lr[h.t]*sum
	},
	"signum lr=0.013 momentum=0.8": func(h history, c int) float64 {
		return h.x[h.t][c] - h.lr[h.t]*signOf(h.mean(h.knob("momentum"), h.grad(c)))
	},
	"sign_sgd lr=0.013": func(h history, c int) float64 {
		return h.x[h.t][c] - h.lr[h.t]*signOf(h.g[h.t][c])
	},
	"lion lr=0.013 beta1=0.8 beta2=0.95 weight_decay=0.1": func(h history, c int) float64 {
		b1, m := h.knob("beta1"), 0.0
		if h.t > 0 {
			m = h.until(h.t-1).mean(h.knob("beta2"), h.grad(c))
		}
		x := h.x[h.t][c]
		return x - h.lr[h.t]*(signOf(b1*m+(1-b1)*h.g[h.t][c])+h.knob("weight_decay")*x)
	},
	"rprop_plus lr=0.02 etaminus=0.4 etaplus=1.3 step_max=0.2 step_min=0.001": func(h history, c int) float64 {
		return h.rprop(c, true, true)
	},
	"rprop_minus lr=0.02 etaminus=0.4 etaplus=1.3 step_max=0.2 step_min=0.001": func(h history, c int) float64 {
		return h.rprop(c, false, false)
	},
	"irprop_plus lr=0.02 etaminus=0.4 etaplus=1.3 step_max=0.2 step_min=0.001": func(h history, c int) float64 {
		return h.rprop(c, true, h.t > 0 && h.f[h.t] > h.f[h.t-1])
	},
	"lars lr=0.5 momentum=0.8 trust_coefficient=0.02 weight_decay=0.1": func(h history, c int) float64 {
		wd, v := h.knob("weight_decay"), 0.0
		for i := 0; i <= h.t; i++ {
			trust := h.knob("trust_coefficient") * length(h.x[i]) / (length(h.g[i]) + wd*length(h.x[i]))
			v += math.Pow(h.knob("momentum"), float64(h.t-i)) * h.lr[i] * trust * (h.g[i][c] + wd*h.x[i][c])
		}
		return h.x[h.t][c] - v
	},
	"amsgrad lr=0.04 beta1=0.8 beta2=0.97": func(h history, c int) float64 {
		m, v := h.fair(h.knob("beta1"), h.grad(c)), h.most(c)/(1-math.Pow(h.knob("beta2"), float64(h.t+1)))
		return h.x[h.t][c] - h.lr[h.t]*m/(math.Sqrt(v)+h.knob("eps"))
	},
	"qhadam lr=0.03 beta1=0.9 beta2=0.97 nu1=0.6 nu2=0.8": func(h history, c int) float64 {
		n1, n2, g := h.knob("nu1"), h.knob("nu2"), h.g[h.t][c]
		above := (1-n1)*g + n1*h.fair(h.knob("beta1"), h.grad(c))
		below := math.Sqrt((1-n2)*g*g+n2*h.fair(h.knob("beta2"), h.square(c))) + h.knob("eps")
		return h.x[h.t][c] - h.lr[h.t]*above/below
	},
	"adabelief lr=0.03 beta1=0.8 beta2=0.97 eps=1e-6": func(h history, c int) float64 {
		b1, b2, eps, v := h.knob("beta1"), h.knob("beta2"), h.knob("eps"), 0.0
		for i := 0; i <= h.t; i++ {
			surprise := h.g[i][c] - h.until(i).mean(b1, h.grad(c))
			v += math.Pow(b2, float64(h.t-i)) * ((1-b2)*surprise*surprise + eps)
		}
		v /= 1 - math.Pow(b2, float64(h.t+1))
		return h.x[h.t][c] - h.lr[h.t]*h.fair(b1, h.grad(c))/(math.Sqrt(v)+eps)
	},
	"yogi lr=0.04 beta1=0.8 beta2=0.97 initial_accumulator=0.5": func(h history, c int) float64 {
		b2, v := h.knob("beta2"), h.knob("initial_accumulator")
		for i := 0; i <= h.t; i++ {
			square := h.g[i][c] * h.g[i][c]
			if v > square {
				v -= (1 - b2) * square
			} else {
				v += (1 - b2) * square
			}
		}
		v /= 1 - math.Pow(b2, float64(h.t+1))
		return h.x[h.t][c] - h.lr[h.t]*h.fair(h.knob("beta1"), h.grad(c))/(math.Sqrt(v)+h.knob("eps"))
	},
	"adabound lr=0.05 beta1=0.8 beta2=0.97 final_lr=0.02 gamma=0.05": func(h history, c int) float64 {
		n := float64(h.t + 1)
		final := h.knob("final_lr") * h.lr[h.t] / h.knob("lr")
		low, high := final*(1-1/(h.knob("gamma")*n+1)), final*(1+1/(h.knob("gamma")*n))
		rate := math.Max(low, math.Min(high, h.lr[h.t]*h.rate(c)))
		return h.x[h.t][c] - rate*h.mean(h.knob("beta1"), h.grad(c))
	},
	"adan lr=0.02 beta1=0.9 beta2=0.8 beta3=0.97": func(h history, c int) float64 {
		b2 := h.knob("beta2")
		change := func(i int) float64 {
			if i == 0 {
				return 0
			}
			return h.g[i][c] - h.g[i-1][c]
		}
		n := h.fair(h.knob("beta3"), func(i int) float64 { return math.Pow(h.g[i][c]+b2*change(i), 2) })
		above := h.fair(h.knob("beta1"), h.grad(c)) + b2*h.fair(b2, change)
		return h.x[h.t][c] - h.lr[h.t]*above/(math.Sqrt(n)+h.knob("eps"))
	},
	"laprop lr=0.04 beta1=0.8 beta2=0.97 eps=1e-6": func(h history, c int) float64 {
		return h.x[h.t][c] - h.lr[h.t]*h.fair(h.knob("beta1"), func(i int) float64 {
			return h.g[i][c] / (math.Sqrt(h.until(i).fair(h.knob("beta2"), h.square(c))) + h.knob("eps"))
		})
	},
	"adopt lr=0.1 beta1=0.8 beta2=0.97": func(h history, c int) float64 {
		b2 := h.knob("beta2")
		return h.x[h.t][c] - h.lr[h.t]*h.mean(h.knob("beta1"), func(i int) float64 {
			if i == 0 {
				return 0
			}
			v := math.Pow(b2, float64(i-1)) * h.g[0][c] * h.g[0][c]
			for j := 1; j < i; j++ {
				v += (1 - b2) * math.Pow(b2, float64(i-1-j)) * h.g[j][c] * h.g[j][c]
			}
			most := math.Pow(float64(i), 0.25)
			return math.Max(-most, math.Min(most, h.g[i][c]/math.Max(math.Sqrt(v), h.knob("eps"))))
		})
	},
	"ademamix lr=0.01 beta1=0.8 beta2=0.97 beta3=0.99 alpha=3": func(h history, c int) float64 {
		above := h.fair(h.knob("beta1"), h.grad(c)) + h.knob("alpha")*h.mean(h.knob("beta3"), h.grad(c))
		return h.x[h.t][c] - h.lr[h.t]*above/(math.Sqrt(h.fair(h.knob("beta2"), h.square(c)))+h.knob("eps"))
	},
	"madgrad lr=0.02 momentum=0.8 eps=0.0001": func(h history, c int) float64 {
		sum, squares := 0.0, 0.0
		for i := 0; i <= h.t; i++ {
			rate := (h.lr[i] + h.knob("eps")) * math.Sqrt(float64(i+1))
			sum += rate * h.g[i][c]
			squares += rate * h.g[i][c] * h.g[i][c]
		}
		z := h.x[0][c] - sum/(math.Pow(squares, 1./3)+h.knob("eps"))
		return h.knob("momentum")*h.x[h.t][c] + (1-h.knob("momentum"))*z
	},
	"lamb lr=0.02 beta1=0.8 beta2=0.97 weight_decay=0.1": func(h history, c int) float64 {
		x, wd := h.x[h.t], h.knob("weight_decay")
		u := []float64{h.adam(0) + wd*x[0], h.adam(1) + wd*x[1]}
		return x[c] - h.lr[h.t]*length(x)/length(u)*u[c]
	},
	"adai lr=0.004 beta0=0.3 beta2=0.9 eps=0.01": func(h history, c int) float64 {
		m, product := 0.0, 1.0
		for i := 0; i <= h.t; i++ {
			v := []float64{h.until(i).fair(h.knob("beta2"), h.square(0)), h.until(i).fair(h.knob("beta2"), h.square(1))}
			inertia := 1 - h.knob("beta0")*v[c]/((v[0]+v[1])/2)
			inertia = math.Max(0, math.Min(1-h.knob("eps"), inertia))
			m = inertia*m + (1-inertia)*h.g[i][c]
			product *= inertia
		}
		return h.x[h.t][c] - h.lr[h.t]*m/(1-product)
	},
	"adamod lr=0.2 beta1=0.8 beta2=0.97 beta3=0.9": func(h history, c int) float64 {
		rate := func(i int) float64 { return h.lr[i] * h.until(i).rate(c) }
		return h.x[h.t][c] - math.Min(rate(h.t), h.mean(h.knob("beta3"), rate))*h.mean(h.knob("beta1"), h.grad(c))
	},
	"padam lr=0.02 beta1=0.8 beta2=0.97 partial=0.2": func(h history, c int) float64 {
		n := float64(h.t + 1)
		scale := math.Sqrt(1-math.Pow(h.knob("beta2"), n)) / (1 - math.Pow(h.knob("beta1"), n))
		below := math.Pow(math.Sqrt(h.most(c))+h.knob("eps"), 2*h.knob("partial"))
		return h.x[h.t][c] - h.lr[h.t]*scale*h.mean(h.knob("beta1"), h.grad(c))/below
	},
}

// most is the greatest mean square so far.
func (h history) most(c int) float64 {
	most := 0.0
	for i := 0; i <= h.t; i++ {
		most = math.Max(most, h.until(i).mean(h.knob("beta2"), h.square(c)))
	}
	return most
}

// rprop goes through the signs of the past again. Where a sign has turned, a variant that rests takes no step and
// forgets the gradient, and goes back to the position before if it shall.
func (h history) rprop(c int, rests, back bool) float64 {
	size, before, x := h.lr[0], 0.0, 0.0
	for i := 0; i <= h.t; i++ {
		g := h.g[i][c]
		turned := before*g < 0
		if before*g > 0 {
			size *= h.knob("etaplus")
		}
		if turned {
			size *= h.knob("etaminus")
		}
		size = math.Max(h.knob("step_min"), math.Min(h.knob("step_max"), size))
		before, x = g, h.x[i][c]-size*signOf(g)
		if turned && rests {
			before, x = 0, h.x[i][c]
			if back {
				x = h.x[i-1][c]
			}
		}
	}
	return x
}

// TestStatements compares every step of a run with what the statement of the method makes of the run's history, under
// a schedule, so that it shows where the rate enters.
func TestStatements(t *testing.T) { meet(t, statements) }

func meet(t *testing.T, statements map[string]statement) {
	t.Helper()
	const steps = 60
	for text, next := range statements {
		for _, surface := range []string{"quadratic", "beale", "himmelblau"} {
			spec := mustParse(t, text+" schedule=cosine T_max=100 eta_min=0.001")
			rows, plan := record(t, spec, planes[surface], steps)
			values := make(map[string]float64)
			for _, k := range spec.Knobs() {
				values[k.Name] = spec.Get(k.Name).Num
			}
			h := history{lr: spec.Rates(steps), knob: func(name string) float64 {
				v, ok := values[name]
				if !ok {
					t.Fatalf("%s has no knob %s", text, name)
				}
				return v
			}}
			for i, row := range rows[:steps] {
				h.t = i
				h.x, h.g, h.f = append(h.x, plan.X(row)), append(h.g, plan.Grad(row)), append(h.f, plan.Loss(row))
				want := []float64{next(h, 0), next(h, 1)}
				if got := plan.X(rows[i+1]); !near(got, want) {
					t.Errorf("%s on %s: row %d: got %v, want %v", text, surface, i+1, got, want)
					break
				}
			}
		}
	}
}

// TestHeavyBallKeepsItsRate: when the rate falls to a tenth, PyTorch's momentum brakes at once and the heavy ball
// rolls on.
func TestHeavyBallKeepsItsRate(t *testing.T) {
	const fall = 10
	moved := func(key string) float64 {
		rows, plan := record(t, mustParse(t, key+" lr=0.001 schedule=multistep gamma=0.1 milestones=10"), planes["sphere"], fall+1)
		return math.Abs(plan.X(rows[fall+1])[0]-plan.X(rows[fall])[0]) / math.Abs(plan.X(rows[fall])[0]-plan.X(rows[fall-1])[0])
	}
	if ball, torch := moved("heavy_ball"), moved("momentum"); !(ball > 0.8 && torch < 0.2) {
		t.Errorf("after the fall the heavy ball moves %v times as far as before, PyTorch's %v times", ball, torch)
	}
}

// TestRestWhereFlat: no method leaves a point without any slope or divides by it.
func TestRestWhereFlat(t *testing.T) {
	flat := plane(func(float64, float64) (f, fx, fy float64) { return 1, 0, 0 })
	for _, m := range optim.Methods() {
		if m.Family > optim.LooksElsewhere {
			continue
		}
		spec := optim.Spec{Method: m.Key}
		for _, k := range m.Knobs {
			if k.Name == "weight_decay" || k.Name == "lambd" {
				spec = spec.With(k.Name, optim.Num(0))
			}
		}
		rows, plan := record(t, spec, flat, 20)
		for i, row := range rows {
			if x := plan.X(row); x[0] != -1.2 || x[1] != 1 {
				t.Errorf("%s: row %d: x = %v", m.Key, i, x)
				break
			}
		}
	}
}

func TestRefusedKnobs(t *testing.T) {
	for _, text := range []string{
		"heavy_ball beta=1", "nesterov momentum=0", "qhm nu=1.1", "aggmo beta3=1", "signum momentum=1", "lion beta1=1",
		"sign_sgd lr=0", "rprop_plus etaminus=1", "rprop_minus etaplus=1", "irprop_plus step_min=2 step_max=1",
		"lars trust_coefficient=0", "qhadam nu2=-0.1", "adabelief beta2=1", "yogi initial_accumulator=-1",
		"adabound gamma=0", "adabound gamma=1", "adabound final_lr=0", "adan beta2=1", "ademamix alpha=-1",
		"madgrad eps=0", "adai eps=0", "adai beta0=0", "adamod beta3=1", "padam partial=0", "padam partial=0.6",
	} {
		if spec, err := optim.ParseSpec(text); err == nil {
			t.Errorf("%s is accepted as %v", text, spec)
		}
	}
}
