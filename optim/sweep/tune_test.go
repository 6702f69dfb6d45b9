package sweep_test

import (
	"context"
	"errors"
	"math"
	"math/cmplx"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

func bowl(steps int) *sweep.Work {
	return &sweep.Work{Objective: func() optim.Objective { return plane(quadratic) }, Steps: steps}
}

// TestTuneFindsPolyaksOptimum: on a quadratic with eigenvalues l1 and ln, no momentum converges faster than with
// lr = (2/(sqrt(l1)+sqrt(ln)))^2 and momentum = ((sqrt(ln)-sqrt(l1))/(sqrt(ln)+sqrt(l1)))^2, which gains a factor of
// sqrt(momentum) a step (Polyak 1964; Goh 2017, Why Momentum Really Works, Distill).
func TestTuneFindsPolyaksOptimum(t *testing.T) {
	lengthy.Test(t)
	w := bowl(2000)
	starts := []sweep.Start{{X: 1, Y: 1}, {X: -2, Y: 0.5}, {X: 1.5, Y: -1}}
	tuned, err := w.Tune(t.Context(), parse(t, "momentum"),
		sweep.Tuning{Knobs: []string{"lr", "momentum"}, Starts: starts, Budget: 8e6})
	if err != nil {
		t.Fatal(err)
	}
	root := math.Sqrt(25.)
	lr, beta := 4/((1+root)*(1+root)), (root-1)*(root-1)/((root+1)*(root+1))
	ideal := optim.Spec{Method: "momentum"}.With("lr", optim.Num(lr)).With("momentum", optim.Num(beta))
	// Each step multiplies the error by the largest root of z^2 - (1 + momentum - lr*l)*z + momentum, l = 1 or 25.
	factor := func(s optim.Spec) float64 {
		lr, beta := s.Get("lr").Num, s.Get("momentum").Num
		most := 0.0
		for _, l := range []float64{1, 25} {
			b := complex(1+beta-lr*l, 0)
			root := cmplx.Sqrt(b*b - complex(4*beta, 0))
			most = max(most, cmplx.Abs(b+root)/2, cmplx.Abs(b-root)/2)
		}
		return most
	}
	want := factor(ideal)
	if math.Abs(want-math.Sqrt(beta)) > 1e-6 {
		t.Errorf("the optimum gains %v, not sqrt(momentum) = %v", want, math.Sqrt(beta))
	}
	if got := factor(tuned.Spec); got > 1.02*want {
		t.Errorf("%v: a factor of %v a step, the optimum's is %v (%v)", tuned.Spec, got, want, ideal)
	}
	if tuned.Evaluations > 8e6 || tuned.Trials < 100 {
		t.Errorf("%d trials spent %d evaluations", tuned.Trials, tuned.Evaluations)
	}
}

// TestRate: gradient descent on a bowl of curvature l gains log|1 - lr*l| a step, however long it is watched.
func TestRate(t *testing.T) {
	round := plane(func(x, y float64) (f, fx, fy float64) { return x*x + y*y, 2 * x, 2 * y })
	for _, steps := range []int{10, 100, 1000} {
		w := &sweep.Work{Objective: func() optim.Objective { return round }, Steps: steps}
		got, spent, err := w.Rate(t.Context(), parse(t, "sgd lr=0.1"), []sweep.Start{{X: 1, Y: 2}}, 0)
		// The gap is the square of the distance; the last step may overshoot the tolerance.
		if want := 2 * math.Log(0.8); err != nil || math.Abs(got/want-1) > 0.02 || spent > steps {
			t.Errorf("%d steps: %v after %d evaluations, %v; want %v", steps, got, spent, err, want)
		}
	}
	if got, _, _ := bowl(300).Rate(t.Context(), parse(t, "sgd lr=1"), []sweep.Start{{X: 1, Y: 2}}, 0); got != 1 {
		t.Errorf("divergence counts as %v", got)
	}
	if got, _, _ := bowl(300).Rate(t.Context(), parse(t, "sgd lr=0.01"), []sweep.Start{{}}, 0); got != 0 {
		t.Errorf("a start at the bottom counts as %v", got)
	}
}

func TestTuneIsRepeatable(t *testing.T) {
	var first sweep.Tuned
	for i, workers := range []int{1, 2, 7} {
		got, err := bowl(200).Tune(t.Context(), parse(t, "adam"),
			sweep.Tuning{Knobs: []string{"lr", "beta1"}, Starts: []sweep.Start{{X: 1, Y: 1}},
				Budget: 40000, Options: sweep.Options{Workers: workers}})
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = got
		}
		if got.Spec.String() != first.Spec.String() || got.Rate != first.Rate || got.Evaluations != first.Evaluations {
			t.Errorf("%d workers: %+v, one: %+v", workers, got, first)
		}
	}
}

func TestTuneRefuses(t *testing.T) {
	start := []sweep.Start{{X: 1, Y: 1}}
	for want, tuning := range map[string]sweep.Tuning{
		"no knob":            {Knobs: []string{"momentumm"}, Starts: start, Budget: 1e5},
		"cannot be tuned":    {Knobs: []string{"nesterov"}, Starts: start, Budget: 1e5},
		"name the knobs":     {Starts: start, Budget: 1e5},
		"at least one start": {Knobs: []string{"lr"}, Budget: 1e5},
		"less than one":      {Knobs: []string{"lr"}, Starts: start, Budget: 99},
	} {
		if _, err := bowl(100).Tune(t.Context(), parse(t, "sgd"), tuning); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := bowl(1000).Tune(ctx, parse(t, "sgd"),
		sweep.Tuning{Knobs: []string{"lr"}, Starts: start, Budget: 1e6}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
