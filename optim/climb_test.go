package optim_test

import (
	"math"
	"strings"
	"testing"

	"descentlab/optim"
)

// upsideDown is a loss with the other sign, written by hand.
type upsideDown struct{ optim.Objective }

func (o upsideDown) Eval(grad, x []float64, draw int) float64 {
	f := o.Objective.Eval(grad, x, draw)
	for i := range grad {
		grad[i] = -grad[i]
	}
	return -f
}

func (o upsideDown) Hessian(h, x []float64, draw int) bool {
	curved, ok := o.Objective.(optim.Curved)
	if !ok || !curved.Hessian(h, x, draw) {
		return false
	}
	for i := range h {
		h[i] = -h[i]
	}
	return true
}

// TestMaximizeIsDescentOfTheOther: with maximize every method, with and without stages, goes where it goes without on the loss
// with the other sign, and its rows hold the loss as it is.
func TestMaximizeIsDescentOfTheOther(t *testing.T) {
	hill := planes["himmelblau"]
	for _, m := range optim.Methods() {
		for _, with := range []string{
			"", " clip_norm=1 decoupled_decay=0.01", " weight_decay=0.1 lookahead_k=3", " grad_noise=0.1 ema=0.9",
		} {
			up, err := optim.ParseSpec(m.Key + with + " maximize=true")
			if err != nil {
				t.Fatal(err)
			}
			if !up.Climbs() || up.Without("maximize").Climbs() {
				t.Fatalf("%v: whether it climbs is wrong", up)
			}
			climbs, err := up.Plan(2, 12)
			if err != nil {
				t.Fatal(err)
			}
			falls, err := up.Without("maximize").Plan(2, 12)
			if err != nil {
				t.Fatal(err)
			}
			a, b := make([]float64, climbs.Width()), make([]float64, falls.Width())
			climbs.Start(a, hill, []float64{0.3, -0.8})
			falls.Start(b, upsideDown{hill}, []float64{0.3, -0.8})
			for k := range 12 {
				climbs.Next(a, a, hill, k)
				falls.Next(b, b, upsideDown{hill}, k)
				if x, y := climbs.X(a), falls.X(b); !alike(x[0], y[0]) || !alike(x[1], y[1]) || !alike(climbs.Loss(a), -falls.Loss(b)) ||
					climbs.Failure(a) != falls.Failure(b) || climbs.Evaluations(a) != falls.Evaluations(b) {
					t.Fatalf("%v, step %d: %v and %v", up, k, a, b)
				}
			}
		}
	}
}

func alike(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// TestMaximizeClimbs: by hand, x + lr*gradient, and the weight decay of PyTorch pulls to the origin as ever:
// g = -grad + decay*x.
func TestMaximizeClimbs(t *testing.T) {
	spec, err := optim.ParseSpec("torch.optim.SGD(params, lr=0.1, weight_decay=0.5, maximize=True)")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := spec.Plan(2, 1)
	if err != nil {
		t.Fatal(err)
	}
	bowl := planes["himmelblau"]
	row, g := make([]float64, plan.Width()), make([]float64, 2)
	plan.Start(row, bowl, []float64{1, 2})
	bowl.Eval(g, []float64{1, 2}, 0)
	plan.Next(row, row, bowl, 0)
	for i, x := range []float64{1, 2} {
		if want := x + 0.1*(g[i]-0.5*x); math.Abs(plan.X(row)[i]-want) > 1e-12*math.Abs(want) {
			t.Errorf("coordinate %d is %v, want %v", i, plan.X(row)[i], want)
		}
	}
}

// TestMaximizeInPython: PyTorch's own switch where nothing stands before the optimizer; else the gradient is turned first.
func TestMaximizeInPython(t *testing.T) {
	for text, want := range map[string][]string{
		"adam maximize=true":                   {", maximize=True)"},
		"rprop maximize=true weight_decay=0.1": {"p.grad.neg_()  # maximize\n    p.grad += 0.1 * p.detach()"},
		"lion maximize=true":                   {"q.grad.neg_()  # maximize"},
		"armijo maximize=true": {"def surface(p):", "return -surface(p)  # maximize", "q.grad.neg_()",
			"surface(p).item()"},
		"bfgs maximize=true weight_decay=0.1":     {"return -surface(p) + 0.05 * (p @ p)", "q.grad.neg_()"},
		"newton maximize=true decoupled_decay=.1": {"return -surface(p)"},
		"sam maximize=true clip_norm=1":           {"return -q.grad"},
	} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		code, err := spec.Python(optim.Script{Title: "t", Loss: []string{"return p @ p"}, Start: []float64{1, 2}, Steps: 3})
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		for _, line := range want {
			if !strings.Contains(code, line) {
				t.Errorf("%s lacks %q:\n%s", text, line, code)
			}
		}
	}
}
