package optim_test

import (
	"math"
	"slices"
	"testing"

	"descentlab/optim"
)

// field reads a named part of a row.
func field(t *testing.T, plan *optim.Plan, row []float64, name string) []float64 {
	t.Helper()
	f, ok := plan.Field(name)
	if !ok {
		t.Fatalf("no field %q among %v", name, plan.Fields())
	}
	return row[f.At : f.At+f.Len]
}

// TestDecoupledDecayMakesAdamW: the stage behind Adam is the difference between L2 and AdamW, to the last bit.
func TestDecoupledDecayMakesAdamW(t *testing.T) {
	a, plan := record(t, mustParse(t, "adam lr=0.1 decoupled_decay=0.3"), planes["beale"], 50)
	b, other := record(t, mustParse(t, "adamw lr=0.1 weight_decay=0.3"), planes["beale"], 50)
	for i := range a {
		if !sameBits(plan.X(a[i]), other.X(b[i])) {
			t.Fatalf("row %d: %v and %v", i, plan.X(a[i]), other.X(b[i]))
		}
	}
}

// TestRatedDecay: methods without a Rate are pulled by lr*weight*x as well.
func TestRatedDecay(t *testing.T) {
	plain, p := record(t, mustParse(t, "rprop lr=0.1"), planes["sphere"], 1)
	pulled, q := record(t, mustParse(t, "rprop lr=0.1 decoupled_decay=0.5"), planes["sphere"], 1)
	for i, x := range []float64{-1.2, 1} {
		if want := p.X(plain[1])[i] - 0.1*0.5*x; math.Abs(q.X(pulled[1])[i]-want) > 1e-15 {
			t.Errorf("coordinate %d: %v, want %v", i, q.X(pulled[1])[i], want)
		}
	}
}

// TestLookahead compares with the algorithm written out around an independent run of the inner method.
func TestLookahead(t *testing.T) {
	const k, alpha, keep, lr = 4, 0.3, 0.6, 0.02
	rows, plan := record(t, mustParse(t, "sgd lr=0.02 lookahead_k=4 lookahead_alpha=0.3 lookahead_momentum=0.6"),
		planes["quadratic"], 40)
	x, slow, u := []float64{-1.2, 1}, []float64{-1.2, 1}, []float64{0, 0}
	for i := 1; i <= 40; i++ {
		grad := make([]float64, 2)
		planes["quadratic"].Eval(grad, x, 0)
		for c := range x {
			x[c] -= lr * grad[c]
			if i%k == 0 {
				u[c] = keep*u[c] + x[c] - slow[c]
				slow[c] += alpha * u[c]
				x[c] = slow[c]
			}
		}
		if !near(plan.X(rows[i]), x) || !near(plan.Shadow(rows[i]), slow) {
			t.Fatalf("row %d: at %v and %v, want %v and %v", i, plan.X(rows[i]), plan.Shadow(rows[i]), x, slow)
		}
	}
}

// TestEMA: the average follows the positions and leaves them as they are.
func TestEMA(t *testing.T) {
	bare, p := record(t, mustParse(t, "adam lr=0.1"), planes["rosenbrock"], 60)
	rows, plan := record(t, mustParse(t, "adam lr=0.1 ema=0.9"), planes["rosenbrock"], 60)
	mean := -1.2
	for i := 1; i < len(rows); i++ {
		if !sameBits(p.X(bare[i]), plan.X(rows[i])) {
			t.Fatalf("row %d: the average moves the racer", i)
		}
		mean = 0.9*mean + 0.1*plan.X(rows[i])[0]
		if got := plan.Shadow(rows[i])[0]; math.Abs(got-mean) > 1e-12 {
			t.Fatalf("row %d: average %v, want %v", i, got, mean)
		}
	}
	if p.Shadow(bare[3]) != nil {
		t.Error("a shadow without a stage that casts one")
	}
}

func TestClipAdaptive(t *testing.T) {
	dir := []float64{-3, 0.1, 5}
	optim.ClipAdaptive{Part: 0.5}.Apply(&optim.Step{Dir: dir, X: []float64{-2, 4, 0}})
	if want := []float64{-1, 0.1, 0.0005}; !slices.Equal(dir, want) {
		t.Errorf("got %v, want %v", dir, want)
	}
}

// TestGradNoise: the noise has the variance that is asked for, fades as asked, and follows from the seed.
func TestGradNoise(t *testing.T) {
	flat := plane(func(x, y float64) (f, fx, fy float64) { return 0, 0, 0 })
	const steps = 20000
	spread := func(text string, seed uint64, from int) (sigma float64, first []float64) {
		plan, err := mustParse(t, text).Plan(2, steps)
		if err != nil {
			t.Fatal(err)
		}
		plan.Seed(seed)
		row := make([]float64, plan.Width())
		plan.Start(row, flat, []float64{0, 0})
		sum := 0.0
		for i := range steps {
			plan.Next(row, row, flat, i+from)
			d := field(t, plan, row, "grad_noise.direction")
			if i == 0 {
				first = slices.Clone(d)
			}
			sum += d[0]*d[0] + d[1]*d[1]
		}
		return math.Sqrt(sum / (2 * steps)), first
	}
	sigma, first := spread("sgd lr=1e-9 grad_noise=0.5", 3, 0)
	if math.Abs(sigma-0.5) > 0.01 {
		t.Errorf("sigma %v, want 0.5", sigma)
	}
	if _, again := spread("sgd lr=1e-9 grad_noise=0.5", 3, 0); !slices.Equal(first, again) {
		t.Error("equal seeds give different noise")
	}
	if _, other := spread("sgd lr=1e-9 grad_noise=0.5", 4, 0); slices.Equal(first, other) {
		t.Error("different seeds give equal noise")
	}
	// From update 10^8 on, (1 + t)^(-1/2) is 1e-4.
	if sigma, _ := spread("sgd lr=1e-9 grad_noise=0.5 grad_noise_gamma=1", 3, 1e8); math.Abs(sigma-0.5e-4) > 1e-6 {
		t.Errorf("faded sigma %v, want 0.5e-4", sigma)
	}
}

// TestEvalSeesTheStagesBefore: a rule that looks elsewhere meets the penalised loss and the clipped gradient there, too.
func TestEvalSeesTheStagesBefore(t *testing.T) {
	look := &probing{at: []float64{3, 4}}
	plan := optim.NewPlan(2, optim.Fixed(1), optim.ClipValue{Max: 7}, optim.Decay{Weight: 0.5}, look, optim.Rate{})
	row := make([]float64, plan.Width())
	plan.Start(row, planes["sphere"], []float64{1, 2})
	plan.Next(row, row, planes["sphere"], 0)
	if want := []float64{6 + 1.5, 7 + 2}; !slices.Equal(look.grad, want) {
		t.Errorf("gradient %v, want %v", look.grad, want)
	}
	if want := 25 + 0.25*25; look.f != want {
		t.Errorf("loss %v, want %v", look.f, want)
	}
	if want := 5 + 0.25*5; look.here != want {
		t.Errorf("loss at x %v, want %v", look.here, want)
	}
	if n := plan.Evaluations(row); n != 2 {
		t.Errorf("%d evaluations, want 2", n)
	}
}

// probing is a rule that notes what it sees at another point.
type probing struct {
	at, grad []float64
	f, here  float64
}

func (*probing) Name() string     { return "probing" }
func (*probing) Memory() []string { return []string{"probe"} }

func (p *probing) Apply(s *optim.Step) {
	p.grad = make([]float64, 2)
	p.f, p.here = s.Eval(p.grad, p.at), s.F
}

// failing fails at update 2.
type failing struct{}

func (failing) Name() string     { return "failing" }
func (failing) Memory() []string { return nil }

func (failing) Apply(s *optim.Step) {
	if s.T == 2 {
		s.Fail(optim.SingularHessian)
		s.Fail(optim.NoHessian)
	}
}

func TestFailureStays(t *testing.T) {
	plan := optim.NewPlan(2, optim.Fixed(0.1), failing{}, optim.Rate{})
	row := make([]float64, plan.Width())
	plan.Start(row, planes["sphere"], []float64{1, 2})
	for i := range 3 {
		if plan.Failure(row) != optim.Sound {
			t.Fatalf("row %d has failed", i)
		}
		before := slices.Clone(plan.X(row))
		plan.Next(row, row, planes["sphere"], i)
		if moved := !slices.Equal(before, plan.X(row)); moved != (i < 2) {
			t.Errorf("update %d: moved %t", i, moved)
		}
	}
	if got := plan.Failure(row); got != optim.SingularHessian {
		t.Errorf("failure %v", got)
	}
}
