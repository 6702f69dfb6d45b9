package stability

import (
	"context"
	"math"
	"strings"
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces/expr"
)

// bowl is a*x^2/2 + b*y^2/2.
type bowl struct{ a, b float64 }

func (bowl) Dim() int { return 2 }

func (q bowl) Eval(grad, x []float64, _ int) float64 {
	if grad != nil {
		grad[0], grad[1] = q.a*x[0], q.b*x[1]
	}
	return (q.a*x[0]*x[0] + q.b*x[1]*x[1]) / 2
}

func spec(t *testing.T, text string) optim.Spec {
	t.Helper()
	s, err := optim.ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// run records one racer.
func run(t *testing.T, s optim.Spec, on bowl, steps int) *race.Run {
	t.Helper()
	entrant := race.Entrant{Spec: s, Start: []float64{1, 1}}
	tape, err := race.Record(context.Background(), func() optim.Objective { return on }, []race.Entrant{entrant}, steps)
	if err != nil {
		t.Fatal(err)
	}
	return tape.Runs[0]
}

// grows tells whether the steps of a run get longer and longer in the end.
func grows(r *race.Run) bool {
	if r.Verdict.Kind == race.Diverged {
		return true
	}
	size := func(t int) float64 {
		sum := 0.0
		for k := t - 20; k < t; k++ {
			a, b := r.X(k), r.X(k+1)
			sum = math.Hypot(sum, math.Hypot(a[0]-b[0], a[1]-b[1]))
		}
		return sum
	}
	return size(r.Steps) > size(r.Steps/2)
}

// TestLimitsOnBowls: on a bowl, a method that does not divide comes back just below its limit, and is lost just above it. So does
// one whose divisor is constant, because its eps outweighs all gradients.
func TestLimitsOnBowls(t *testing.T) {
	const curvature = 7.0
	for _, text := range []string{
		"sgd", "sgd weight_decay=0.9", "sgd decoupled_decay=0.4", "momentum", "momentum momentum=0.6 dampening=0.3",
		"momentum momentum=0.6 dampening=0.3 weight_decay=0.5 decoupled_decay=0.7", "sgd momentum=0.7 nesterov=true", "nesterov",
		"nesterov momentum=0.5 weight_decay=2", "nesterov momentum=0.8 decoupled_decay=1.5", "heavy_ball beta=0.8",
		"heavy_ball beta=0.8 weight_decay=3",
	} {
		s := spec(t, text)
		law, known := Of(s)
		if !known || law.Divides() {
			t.Fatalf("%s: known %v", text, known)
		}
		rate := law.Rate(curvature)
		if back := law.Bears(rate); math.Abs(back-curvature) > 1e-12*curvature {
			t.Errorf("%s: at the rate for %v the limit is %v", text, curvature, back)
		}
		for factor, lost := range map[float64]bool{0.998: false, 1.002: true} {
			if got := grows(run(t, s.With("lr", optim.Num(factor*rate)), bowl{curvature, 1}, 300)); got != lost {
				t.Errorf("%s at %g times the limit %g: lost %v", text, factor, rate, got)
			}
		}
	}
	const even = 1e13 // eps; gradients stay far below it in so few steps
	for _, text := range []string{
		"rmsprop", "rmsprop momentum=0.7 weight_decay=1.5", "rmsprop momentum=0.4 decoupled_decay=2e-13", "adagrad",
		"adam bias_correction=false", "adam beta1=0.5 weight_decay=2", "adam amsgrad=true beta1=0.8 bias_correction=false",
		"adamw weight_decay=3e-14 bias_correction=false",
		"adamw beta1=0.6 weight_decay=1e-13 decoupled_decay=1e-13",
	} {
		s := spec(t, text+" eps=1e13")
		law, known := Of(s)
		if !known || !law.Divides() {
			t.Fatalf("%s: known %v", text, known)
		}
		sharpness := law.Sharpness(expr.Jet{XX: curvature, YY: 1}, [2]float64{even, even})
		rate := law.most / (law.gain*sharpness + law.pull)
		if back := law.Limit(rate); math.Abs(back-sharpness) > 1e-12*sharpness {
			t.Errorf("%s: at the rate for %v the limit is %v", text, sharpness, back)
		}
		for factor, lost := range map[float64]bool{0.998: false, 1.002: true} {
			if got := grows(run(t, s.With("lr", optim.Num(factor*rate)), bowl{curvature, 1}, 300)); got != lost {
				t.Errorf("%s at %g times the limit %g: lost %v", text, factor, rate, got)
			}
		}
	}
}

// TestPublishedLimits: the laws are those of the papers.
func TestPublishedLimits(t *testing.T) {
	for _, c := range []struct {
		racer string
		limit float64 // of the rate 0.1
	}{
		{"sgd", 20},
		{"momentum momentum=0.9", 38},
		{"nesterov momentum=0.9", 10 * 3.8 / 2.8},
		{"adam beta1=0.9", 380},
		{"adamw beta1=0.9 weight_decay=0", 380},
		{"rmsprop", 20},
		{"adagrad", 20},
	} {
		law, known := Of(spec(t, c.racer))
		if got := law.Limit(0.1); !known || math.Abs(got-c.limit) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.racer, got, c.limit)
		}
	}
	for _, racer := range []string{
		"lion", "newton", "adam clip_norm=1", "sgd lookahead_k=5", "momentum momentum=1", "rmsprop grad_noise=1",
	} {
		if _, known := Of(spec(t, racer)); known {
			t.Errorf("%s has a limit", racer)
		}
	}
}

// TestDivisors: what follows from a row is what the next one has come of: the step of a method without inertia is the rate times
// the gradient, divided; with the inertia of Adam's first step, it is that too.
func TestDivisors(t *testing.T) {
	for _, text := range []string{
		"rmsprop lr=0.02", "rmsprop lr=0.02 centered=true weight_decay=0.1",
		"adagrad lr=0.3 lr_decay=0.02 initial_accumulator_value=0.5",
		"adam lr=0.02 beta1=0 weight_decay=0.3", "adam lr=0.02 beta1=0 amsgrad=true", "adam lr=0.02 beta1=0 bias_correction=false",
		"adamw lr=0.02 beta1=0 weight_decay=0", "adam lr=0.02 beta1=0 beta2=0.9 maximize=true", "sgd lr=0.02",
		"adam lr=0.05 beta1=0 schedule=cosine", "adagrad lr=0.3 maximize=true weight_decay=0.1",
	} {
		s := spec(t, text)
		law, known := Of(s)
		if !known {
			t.Fatal(text)
		}
		r := run(t, s, bowl{7, 1}, 60)
		divisors := law.Divisors(r)
		for step := range r.Steps {
			by, x, to, g := divisors(step), r.X(step), r.X(step+1), r.Plan.Grad(r.Row(step))
			for axis := range by {
				grad := g[axis]
				if strings.Contains(text, "maximize") {
					grad = -grad
				}
				want := r.Rate(step) * (grad + s.Get("weight_decay").Num*x[axis]) / by[axis]
				if got := x[axis] - to[axis]; math.Abs(got-want) > 1e-9*(math.Abs(want)+1e-6) {
					t.Fatalf("%s, step %d, axis %d: a step of %v, by the divisor %v", text, step, axis, got, want)
				}
			}
		}
	}
	first := run(t, spec(t, "adam lr=0.1"), bowl{7, 1}, 1)
	law, _ := Of(first.Spec)
	if by := law.Divisors(first)(0); math.Abs(by[0]-0.1*7) > 1e-7 || math.Abs(by[1]-0.1) > 1e-7 {
		t.Errorf("Adam's first step divides by %v", by)
	}
}

// TestSharpness: it is that of the loss with its penalty, divided as the gradient is, and turned for who climbs.
func TestSharpness(t *testing.T) {
	hill := expr.Jet{XX: -3, XY: 1, YY: -3}
	one := [2]float64{1, 1}
	for _, c := range []struct {
		racer string
		by    [2]float64
		want  float64
	}{
		{"sgd", one, -2}, {"sgd maximize=true", one, 4},
		{"sgd weight_decay=0.5", one, -1.5}, {"sgd maximize=true weight_decay=0.5", one, 4.5},
		{"adam", [2]float64{2, 2}, -1}, {"adam", [2]float64{1, 4}, (-3.75 + math.Sqrt(3.75*3.75-8)) / 2},
	} {
		law, _ := Of(spec(t, c.racer))
		if got := law.Sharpness(hill, c.by); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s by %v: %v, want %v", c.racer, c.by, got, c.want)
		}
	}
	if law, _ := Of(spec(t, "sgd")); !math.IsNaN(law.Sharpness(expr.Jet{XX: math.NaN()}, one)) {
		t.Error("without a Hessian there is a sharpness")
	}
}
