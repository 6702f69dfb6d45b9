package optim_test

import (
	"math"
	"testing"

	"descentlab/optim"
)

// laterStatements are those of methods that came to the catalogue later.
var laterStatements = map[string]statement{
	"novograd lr=0.01 beta1=0.8 beta2=0.9 weight_decay=0.1": func(h history, c int) float64 {
		m, v := 0.0, 0.0
		for i := 0; i <= h.t; i++ {
			square := h.g[i][0]*h.g[i][0] + h.g[i][1]*h.g[i][1]
			v = h.knob("beta2")*v + (1-h.knob("beta2"))*square
			if i == 0 {
				v = square
			}
			m = h.knob("beta1")*m + h.g[i][c]/(math.Sqrt(v)+h.knob("eps")) + h.knob("weight_decay")*h.x[i][c]
		}
		return h.x[h.t][c] - h.lr[h.t]*m
	},
	// Without l1 the solution is a step of Adagrad's kind, with the curvature l2 in the divisor.
	"ftrl lr=0.3 beta=0.5 l2=0.7": func(h history, c int) float64 {
		n := 0.0
		for i := 0; i <= h.t; i++ {
			n += h.g[i][c] * h.g[i][c]
		}
		return h.x[h.t][c] - h.g[h.t][c]/((h.knob("beta")+math.Sqrt(n))/h.lr[h.t]+h.knob("l2"))
	},
	"adafactor lr=0.3 beta2_decay=-0.6 eps2=0.01 d=0.8 weight_decay=0.05": func(h history, c int) float64 {
		v, n := [2]float64{}, float64(h.t+1)
		for i := 0; i <= h.t; i++ {
			keep := 1 - math.Pow(float64(i+1), h.knob("beta2_decay"))
			for k := range v {
				v[k] = keep*v[k] + (1-keep)*h.g[i][k]*h.g[i][k]
			}
		}
		size := func(k int) float64 { return math.Max(math.Sqrt(v[k]), h.knob("eps1")) }
		u := []float64{h.g[h.t][0] / size(0), h.g[h.t][1] / size(1)}
		rms := func(v []float64) float64 { return length(v) / math.Sqrt2 }
		alpha := math.Max(h.knob("eps2"), rms(h.x[h.t])) * math.Min(h.lr[h.t], 1/math.Sqrt(n))
		return h.x[h.t][c]*(1-h.lr[h.t]*h.knob("weight_decay")) - alpha/math.Max(1, rms(u)/h.knob("d"))*u[c]
	},
	"ranger lr=0.02 beta1=0.8 beta2=0.9 k=4 alpha=0.3 weight_decay=0.1": func(h history, c int) float64 {
		b2, n := h.knob("beta2"), float64(h.t+1)
		u := h.fair(h.knob("beta1"), h.grad(c))
		most := 2/(1-b2) - 1
		rho := most - 2*n*math.Pow(b2, n)/(1-math.Pow(b2, n))
		if rho > 5 {
			r := math.Sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho))
			u *= r * math.Sqrt(1-math.Pow(b2, n)) / (math.Sqrt(h.mean(b2, h.square(c))) + h.knob("eps"))
		}
		x := h.x[h.t][c] - h.lr[h.t]*(u+h.knob("weight_decay")*h.x[h.t][c])
		if k := int(h.knob("k")); (h.t+1)%k == 0 { // where it set out
			slow := h.x[h.t+1-k][c]
			return slow + h.knob("alpha")*(x-slow)
		}
		return x
	},
}

// TestLaterStatements is TestStatements for them.
func TestLaterStatements(t *testing.T) { meet(t, laterStatements) }

func TestLaterRefusedKnobs(t *testing.T) {
	for _, text := range []string{
		"ranger k=0", "novograd beta1=1", "ftrl l1=-1", "ftrl beta=-1", "adafactor beta2_decay=0", "adafactor d=0",
		"adafactor eps1=0",
	} {
		if spec, err := optim.ParseSpec(text); err == nil {
			t.Errorf("%s is accepted as %v", text, spec)
		}
	}
}
