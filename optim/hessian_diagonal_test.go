package optim_test

import (
	"math"
	"testing"

	"descentlab/optim"
)

// TestAdaHessian states the update anew, with the Hessian of Rosenbrock's function by hand.
func TestAdaHessian(t *testing.T) {
	for power, lr := range map[float64]float64{1: 0.3, 0.5: 0.02} {
		spec := mustParse(t, "adahessian beta1=0.8 beta2=0.9 eps=0.01 weight_decay=0.1").
			With("hessian_power", optim.Num(power)).With("lr", optim.Num(lr))
		plan, rows := walk(t, spec.String(), planes["rosenbrock"], []float64{-1.2, 1}, 40)
		x := [2]float64{-1.2, 1}
		var m, v [2]float64
		for i := range 40 {
			_, gx, gy := rosenbrock(x[0], x[1])
			diagonal := [2]float64{2 - 400*(x[1]-3*x[0]*x[0]), 200}
			for k, g := range [2]float64{gx, gy} {
				m[k] = 0.8*m[k] + 0.2*g
				v[k] = 0.9*v[k] + 0.1*diagonal[k]*diagonal[k]
				mean, root := m[k]/(1-math.Pow(0.8, float64(i+1))), math.Sqrt(v[k]/(1-math.Pow(0.9, float64(i+1))))
				x[k] -= lr * (mean/(math.Pow(root, power)+0.01) + 0.1*x[k])
			}
			if got := plan.X(rows[i+1]); math.Hypot(got[0]-x[0], got[1]-x[1]) > 1e-7 {
				t.Fatalf("power %v, row %d: %v, want %v", power, i+1, got, x)
			}
		}
	}
}

// TestSophia states the update anew, with curvature at every third update.
func TestSophia(t *testing.T) {
	spec := "sophia lr=0.02 beta1=0.9 beta2=0.8 rho=1 k=3 weight_decay=0.1"
	plan, rows := walk(t, spec, planes["double_well"], []float64{-1.2, 0.3}, 60)
	x := [2]float64{-1.2, 0.3}
	var m, h [2]float64
	cut := 0
	for i := range 60 {
		gradient := [2]float64{2 * x[0], x[1]*x[1]*x[1] - 2*x[1]}
		diagonal := [2]float64{2, 3*x[1]*x[1] - 2} // negative at first
		for k, g := range gradient {
			m[k] = 0.9*m[k] + 0.1*g
			if i%3 == 0 {
				h[k] = 0.8*h[k] + 0.2*diagonal[k]
			}
			u := m[k] / math.Max(h[k], 1e-12)
			if math.Abs(u) > 1 {
				u = math.Copysign(1, u)
				cut++
			}
			x[k] -= 0.02 * (u + 0.1*x[k])
		}
		if got := plan.X(rows[i+1]); math.Hypot(got[0]-x[0], got[1]-x[1]) > 1e-9 {
			t.Fatalf("row %d: %v, want %v", i+1, got, x)
		}
	}
	if cut == 0 || cut == 120 {
		t.Errorf("%d of 120 components were cut", cut)
	}
	if n := plan.Evaluations(rows[60]); n != 60+20 {
		t.Errorf("%d evaluations: one for each update and each third one's Hessian", n)
	}
}
