package surfaces

import (
	"math"
	"testing"
)

// TestGaussNewton compares with J'J by hand, with the Hessian where the residuals are straight, and with none where the
// surface is no sum of squares.
func TestGaussNewton(t *testing.T) {
	x, y := -1.2, 0.7
	for formula, jacobian := range map[string][][2]float64{
		"(1-x)^2 + 100*(y-x^2)^2":                              {{-1, 0}, {-20 * x, 10}},
		"(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2": {{y - 1, x}, {y*y - 1, 2 * x * y}, {y*y*y - 1, 3 * x * y * y}},
		"(x^2+y-11)^2 + (x+y^2-7)^2":                           {{2 * x, 1}, {1, 2 * y}},
	} {
		probe, err := Surface{Formula: formula}.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		var want [4]float64
		for _, row := range jacobian {
			for i := range want {
				want[i] += 2 * row[i/2] * row[i%2]
			}
		}
		compareMatrix(t, formula, probe, []float64{x, y}, want)
	}
	for _, name := range []string{"sphere", "ravine", "booth"} {
		probe, _ := lookup(t, name)
		var want [4]float64
		probe.Hessian(want[:], []float64{x, y}, 0)
		compareMatrix(t, name, probe, []float64{x, y}, want)
	}
	for _, name := range []string{"linear_regression", "boiling_point"} {
		probe, _ := lookup(t, name)
		batched, err := probe.Batched(5, 3)
		if err != nil {
			t.Fatal(err)
		}
		var want, got [4]float64
		batched.Hessian(want[:], []float64{x, y}, 2)
		if !batched.GaussNewton(got[:], []float64{x, y}, 2) || !within(got[0], want[0], 1e-9) || !within(got[1], want[1], 1e-9) {
			t.Errorf("%s: 2J'J of a batch is %v, want %v", name, got, want)
		}
	}
	for _, name := range []string{"tanh_neuron", "hidden_unit", "deep_regression"} {
		probe, _ := lookup(t, name)
		if !probe.GaussNewton(make([]float64, 4), []float64{x, y}, -1) {
			t.Errorf("%s is not taken for a sum of squares", name)
		}
	}
	for _, name := range []string{"logistic", "peaks", "saddle", "six_hump_camel", "rastrigin"} {
		probe, _ := lookup(t, name)
		if probe.GaussNewton(make([]float64, 4), []float64{x, y}, 0) {
			t.Errorf("%s is taken for a sum of squares", name)
		}
	}
	probe, _ := lookup(t, "beale")
	h, at := make([]float64, 4), []float64{x, y}
	if n := testing.AllocsPerRun(100, func() { probe.GaussNewton(h, at, 0) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func compareMatrix(t *testing.T, name string, probe *Probe, x []float64, want [4]float64) {
	t.Helper()
	var got [4]float64
	if !probe.GaussNewton(got[:], x, 0) {
		t.Errorf("%s is not taken for a sum of squares", name)
		return
	}
	for i := range got {
		if math.Abs(got[i]-want[i]) > 1e-12*(1+math.Abs(want[i])) {
			t.Errorf("%s: 2J'J is %v, want %v", name, got, want)
			return
		}
	}
}
