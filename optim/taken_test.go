package optim_test

import (
	"math"
	"slices"
	"testing"

	"descentlab/optim"
)

// slanted is the quadratic 4*x^2 - 4*x*y + 2*y^2.
var slanted = plane(func(x, y float64) (f, fx, fy float64) {
	return 4*x*x - 4*x*y + 2*y*y, 8*x - 4*y, 4*y - 4*x
})

// walkFrom records a spec from a start of its own.
func walkFrom(t *testing.T, text string, obj optim.Objective, start []float64, steps int) ([][]float64, *optim.Plan) {
	t.Helper()
	plan, err := mustParse(t, text).Plan(2, steps)
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]float64{make([]float64, plan.Width())}
	plan.Start(rows[0], obj, start)
	for i := range steps {
		rows = append(rows, make([]float64, plan.Width()))
		plan.Next(rows[i+1], rows[i], obj, i)
	}
	return rows, plan
}

// TestTakenIsTheStepOfTheLineSearch: the exact steps on a quadratic, by hand: g.g / g.Hg.
func TestTakenIsTheStepOfTheLineSearch(t *testing.T) {
	rows, plan := walkFrom(t, "exact_line_search", slanted, []float64{2, 3}, 3)
	for i, want := range []float64{0.5, 0.1, 0.5} {
		if got := plan.Taken(rows[i+1], i+1); math.Abs(got-want) > 1e-9 {
			t.Errorf("step %d: %v, want %v", i, got, want)
		}
	}
	if !math.IsNaN(plan.Taken(rows[0], 0)) {
		t.Error("no update has led to row 0")
	}
}

// TestTakenLeadsAlongTheGradient: with methods that step along the gradient, x[t+1] = x[t] - taken*g[t].
func TestTakenLeadsAlongTheGradient(t *testing.T) {
	for _, text := range []string{
		"sgd lr=0.002", "sgd lr=0.002 schedule=cosine", "exact_line_search", "armijo lr=2", "armijo lr=2 schedule=exponential",
		"barzilai_borwein", "barzilai_borwein variant=long", "polyak", "polyak lr=0.5", "dog", "dog lr=2",
		"asgd lr=0.002 lambd=0 alpha=0.75", "lars momentum=0 lr=0.1", "heavy_ball lr=0.002 beta=0",
	} {
		obj := floored{planes["himmelblau"], 0}
		rows, plan := walkFrom(t, text, obj, []float64{-1.2, 1}, 20)
		for i := range 20 {
			x, g, next := plan.X(rows[i]), plan.Grad(rows[i]), plan.X(rows[i+1])
			step := plan.Taken(rows[i+1], i+1)
			for k := range x {
				if want := x[k] - step*g[k]; math.Abs(next[k]-want) > 1e-12*(1+math.Abs(want)) {
					t.Fatalf("%s: update %d took %v: to %v, not %v", text, i, step, next, want)
				}
			}
		}
	}
}

// TestTakenOfMethodsThatEstimateTheirRate: Adam with the rate that Prodigy and D-Adaptation say that they took makes the first
// steps that they made.
func TestTakenOfMethodsThatEstimateTheirRate(t *testing.T) {
	for text, first := range map[string]float64{
		"prodigy d0=1e-3": 1e-3, "dadapt_adam d0=1e-3": 1e-3, "prodigy d0=1e-3 lr=0.5": 5e-4,
	} {
		rows, plan := walkFrom(t, text, planes["rosenbrock"], []float64{-1.2, 1}, 60)
		if got := plan.Taken(rows[1], 1); math.Abs(got-first) > 1e-18 {
			t.Errorf("%s: the first step is %v, want %v", text, got, first)
		}
		if last := plan.Taken(rows[60], 60); !(last > first) {
			t.Errorf("%s: the step does not grow: %v", text, last)
		}
	}
}

// TestTakenOfGonumsLineSearches: the first direction is the gradient; a Newton step of 1 solves a quadratic.
func TestTakenOfGonumsLineSearches(t *testing.T) {
	for _, text := range []string{"bfgs", "lbfgs", "cg"} {
		rows, plan := walkFrom(t, text, planes["himmelblau"], []float64{-1.2, 1}, 5)
		x, g, next, step := plan.X(rows[0]), plan.Grad(rows[0]), plan.X(rows[1]), plan.Taken(rows[1], 1)
		for k := range x {
			if want := x[k] - step*g[k]; math.Abs(next[k]-want) > 1e-12 {
				t.Errorf("%s: the first step %v leads to %v, not %v", text, step, next[k], want)
			}
		}
		for i := 1; i <= 5; i++ {
			if step := plan.Taken(rows[i], i); !(step > 0) {
				t.Errorf("%s: step %d is %v", text, i, step)
			}
		}
	}
	rows, plan := walkFrom(t, "bfgs", slanted, []float64{2, 3}, 40)
	if got := plan.Taken(rows[40], 40); got != 0 {
		t.Errorf("bfgs at rest takes %v", got)
	}
}

// TestTakenIsNotKnown where there is a stride for each coordinate, or none: and is 0 where a search has failed.
func TestTakenIsNotKnown(t *testing.T) {
	for _, text := range []string{"rprop", "rprop_plus", "rprop_minus", "irprop_plus", "nelder_mead", "cma_es", "random_search",
		"simulated_annealing"} {
		rows, plan := walkFrom(t, text, planes["himmelblau"], []float64{-1.2, 1}, 3)
		if got := plan.Taken(rows[2], 2); !math.IsNaN(got) {
			t.Errorf("%s: %v", text, got)
		}
	}
	// A gradient that leads up: no step along it lowers the loss.
	wrong := plane(func(x, y float64) (f, fx, fy float64) { return x*x + y*y, -2 * x, -2 * y })
	rows, plan := walkFrom(t, "armijo", wrong, []float64{1, 1}, 1)
	if plan.Failure(rows[1]) == optim.Sound || plan.Taken(rows[1], 1) != 0 {
		t.Errorf("a failed search took %v", plan.Taken(rows[1], 1))
	}
}

// TestTakenOfStepsThatAreNotMade: the methods that try their step first make it whole, or stay where they are and have taken 0.
func TestTakenOfStepsThatAreNotMade(t *testing.T) {
	for _, text := range []string{"trust_region_newton radius=8", "cubic_newton M=0.5", "damped_newton damping=1e-6"} {
		rows, plan := walkFrom(t, text, planes["rosenbrock"], []float64{-1.2, 1}, 12)
		stayed := 0
		for i := 1; i < len(rows); i++ {
			want := 1.0
			if slices.Equal(plan.X(rows[i]), plan.X(rows[i-1])) {
				want = 0
				stayed++
			}
			if got := plan.Taken(rows[i], i); got != want {
				t.Errorf("%s: update %d took %v, want %v", text, i, got, want)
			}
		}
		if stayed == 0 || stayed == 12 {
			t.Errorf("%s: %d of 12 steps were not made", text, stayed)
		}
	}
	rows, plan := walkFrom(t, "cubic_newton adaptive=false", planes["rosenbrock"], []float64{-1.2, 1}, 3)
	if got := plan.Taken(rows[2], 2); got != 1 {
		t.Errorf("cubic_newton that always steps took %v", got)
	}
}
