package optim_test

import (
	"math"
	"testing"

	"descentlab/optim"
)

// floored is a loss whose least value is known.
type floored struct {
	plane
	least float64
}

func (o floored) Minimum() (float64, bool) { return o.least, true }

// gradAt is a plane's gradient at a point.
func gradAt(p plane, x ...float64) []float64 {
	_, gx, gy := p(x[0], x[1])
	return []float64{gx, gy}
}

// TestLooks compares the methods that take the gradient elsewhere with their formulas.
func TestLooks(t *testing.T) {
	const lr, steps = 0.004, 60
	for text, look := range map[string]func(p plane, x []float64) []float64{
		"sam lr=0.004 rho=0.1": func(p plane, x []float64) []float64 {
			g := gradAt(p, x...)
			return gradAt(p, x[0]+0.1*g[0]/length(g), x[1]+0.1*g[1]/length(g))
		},
		"asam lr=0.004 rho=0.2 eta=0.05": func(p plane, x []float64) []float64 {
			g := gradAt(p, x...)
			a, b := math.Abs(x[0])+0.05, math.Abs(x[1])+0.05
			n := math.Hypot(a*g[0], b*g[1])
			return gradAt(p, x[0]+0.2*a*a*g[0]/n, x[1]+0.2*b*b*g[1]/n)
		},
		"extragradient lr=0.004": func(p plane, x []float64) []float64 {
			g := gradAt(p, x...)
			return gradAt(p, x[0]-lr*g[0], x[1]-lr*g[1])
		},
	} {
		for _, surface := range []string{"quadratic", "beale", "himmelblau"} {
			rows, plan := record(t, mustParse(t, text), planes[surface], steps)
			for i := range steps {
				x := plan.X(rows[i])
				g := look(planes[surface], x)
				if want := []float64{x[0] - lr*g[0], x[1] - lr*g[1]}; !near(plan.X(rows[i+1]), want) {
					t.Errorf("%s on %s: row %d: %v, want %v", text, surface, i+1, plan.X(rows[i+1]), want)
					break
				}
			}
			if n := plan.Evaluations(rows[steps]); n != 2*steps {
				t.Errorf("%s: %d evaluations in %d updates", text, n, steps)
			}
		}
	}
}

// TestSAMClipsWhatItUses: clipping acts on the gradient of the point looked at, and that point lies rho away.
func TestSAMClipsWhatItUses(t *testing.T) {
	rows, plan := record(t, mustParse(t, "sam lr=1 rho=0.3 clip_norm=0.1"), planes["himmelblau"], 1)
	a, b, seen := plan.X(rows[0]), plan.X(rows[1]), plan.Shadow(rows[1])
	if step := math.Hypot(b[0]-a[0], b[1]-a[1]); math.Abs(step-0.1) > 1e-6 {
		t.Errorf("a step of %v", step)
	}
	if far := math.Hypot(seen[0]-a[0], seen[1]-a[1]); math.Abs(far-0.3) > 1e-12 {
		t.Errorf("looks %v away", far)
	}
}

// TestExtragradientHoldsARotation: where plain descent on a rotation spins out, the extragradient comes in.
func TestExtragradientHoldsARotation(t *testing.T) {
	// The field of the game x*y is no gradient: a player each descends in x and ascends in y.
	game := plane(func(x, y float64) (f, fx, fy float64) { return x * y, y, -x })
	end := func(text string) float64 {
		rows, plan := record(t, mustParse(t, text), game, 200)
		return length(plan.X(rows[200]))
	}
	if out, in := end("sgd lr=0.2"), end("extragradient lr=0.2"); !(out > 10 && in < 0.1) {
		t.Errorf("plain descent ends %v away, the extragradient %v", out, in)
	}
}

// TestArmijo: no step raises the loss, every step fulfils the condition and the next longer one does not.
func TestArmijo(t *testing.T) {
	const c1, tau, lr = 0.1, 0.6, 2.0
	for _, surface := range []string{"quadratic", "rosenbrock", "beale", "himmelblau", "double_well"} {
		p := planes[surface]
		rows, plan := record(t, mustParse(t, "armijo lr=2 c1=0.1 tau=0.6"), p, 100)
		for i, row := range rows[:100] {
			x, g, f := plan.X(row), plan.Grad(row), plan.Loss(row)
			step := field(t, plan, rows[i+1], "armijo.step")[0]
			enough := func(a float64) bool {
				trial, _, _ := p(x[0]-a*g[0], x[1]-a*g[1])
				return trial <= f-c1*a*length(g)*length(g)+1e-12*(1+math.Abs(f))
			}
			if step == 0 && length(g) < 1e-12 {
				break // it has arrived
			}
			if plan.Failure(rows[i+1]) != optim.Sound || plan.Loss(rows[i+1]) > f || !enough(step) {
				t.Fatalf("%s: row %d: step %v from %v to %v, %v", surface, i+1, step, f, plan.Loss(rows[i+1]), plan.Failure(rows[i+1]))
			}
			if step < lr && length(g) > 1e-4 && enough(step/tau) {
				t.Fatalf("%s: row %d: step %v though %v would do", surface, i+1, step, step/tau)
			}
			tries := 1 + math.Round(math.Log(step/lr)/math.Log(tau))
			if n := plan.Evaluations(rows[i+1]) - plan.Evaluations(row); n != 1+int(tries) {
				t.Fatalf("%s: row %d: %d evaluations for %v trials", surface, i+1, n, tries)
			}
		}
	}
}

// TestExactLineSearch: on a quadratic the step is g.g/g.Hg and neighbouring gradients are orthogonal.
func TestExactLineSearch(t *testing.T) {
	rows, plan := record(t, mustParse(t, "exact_line_search"), planes["quadratic"], 60)
	for i, row := range rows[:60] {
		g, next := plan.Grad(row), plan.Grad(rows[i+1])
		want := (g[0]*g[0] + g[1]*g[1]) / (g[0]*g[0] + 25*g[1]*g[1])
		if step := field(t, plan, rows[i+1], "exact_line_search.step")[0]; math.Abs(step-want) > 1e-9*want {
			t.Fatalf("row %d: step %v, want %v", i+1, step, want)
		}
		if turn := g[0]*next[0] + g[1]*next[1]; math.Abs(turn) > 1e-9*length(g)*length(g) {
			t.Fatalf("row %d: gradients meet at %v", i+1, turn)
		}
	}
}

// TestExactLineSearchFindsTheFirstMinimum: of the many of a wave, and of rough terrain without raising the loss.
func TestExactLineSearchFindsTheFirstMinimum(t *testing.T) {
	wave := plane(func(x, _ float64) (f, fx, fy float64) { return math.Sin(3 * x), 3 * math.Cos(3*x), 0 })
	rows, plan := record(t, mustParse(t, "exact_line_search"), wave, 1)
	if x := plan.X(rows[1])[0]; math.Abs(x+math.Pi/6) > 1e-9 {
		t.Errorf("wave: %v, want %v", x, -math.Pi/6)
	}
	kink := plane(func(x, y float64) (f, fx, fy float64) {
		return math.Abs(x) + y*y, math.Copysign(1, x), 2 * y
	})
	for name, p := range map[string]plane{"kink": kink, "rosenbrock": planes["rosenbrock"], "beale": planes["beale"],
		"double_well": planes["double_well"]} {
		rows, plan := record(t, mustParse(t, "exact_line_search"), p, 40)
		for i := 1; i <= 40; i++ {
			before, after := plan.Loss(rows[i-1]), plan.Loss(rows[i])
			if after > before+1e-11*(1+math.Abs(before)) {
				t.Errorf("%s: row %d: loss %v after %v", name, i, after, before)
			}
		}
	}
}

// TestSearchesFail: a search that finds nothing ends the run where it is, and says so.
func TestSearchesFail(t *testing.T) {
	down := plane(func(x, y float64) (f, fx, fy float64) { return x, 1, 0 })
	uphill := plane(func(x, y float64) (f, fx, fy float64) { return x*x + y*y, -2 * x, -2 * y })
	nowhere := plane(func(x, y float64) (f, fx, fy float64) { return math.NaN(), 1, 1 })
	for _, c := range []struct {
		text string
		obj  plane
	}{
		{"exact_line_search", down}, {"exact_line_search", nowhere},
		{"armijo max_backtracks=20", uphill}, {"armijo", nowhere},
	} {
		rows, plan := record(t, mustParse(t, c.text), c.obj, 1)
		if x := plan.X(rows[1]); plan.Failure(rows[1]) != optim.LineSearchFailed || x[0] != -1.2 || x[1] != 1 {
			t.Errorf("%s: at %v, %v", c.text, x, plan.Failure(rows[1]))
		}
	}
	// A linear loss is no failure for Armijo: the first trial does.
	rows, plan := record(t, mustParse(t, "armijo lr=0.5"), down, 1)
	if x := plan.X(rows[1])[0]; x != -1.7 {
		t.Errorf("down a slope: %v", x)
	}
}

func TestElsewhereRefusesKnobs(t *testing.T) {
	for _, text := range []string{
		"prodigy d0=0", "prodigy beta3=1", "prodigy growth_rate=1", "prodigy eps=0", "dadapt_adam growth_rate=0.5",
		"dadapt_adam beta2=1", "dog reps_rel=0", "polyak lr=0", "barzilai_borwein step_min=2 step_max=1",
		"barzilai_borwein variant=middle", "schedule_free_sgd beta=1", "schedule_free_adamw weight_decay=-1", "sam rho=-0.1",
		"sam momentum=1", "asam eta=-1", "lookahead_sgd k=0", "lookahead_sgd alpha=1.5", "lookahead_adam beta1=1",
		"extragradient lr=-1", "armijo c1=1", "armijo c1=0", "armijo tau=1", "armijo max_backtracks=0", "exact_line_search alpha0=0",
		"exact_line_search tol=0", "exact_line_search schedule=cosine", "perturbed_gd radius=-1", "perturbed_gd t_thres=0",
		"sgld temperature=-1", "simulated_annealing cooling=0", "simulated_annealing T0=-1", "random_search scale=0",
	} {
		if spec, err := optim.ParseSpec(text); err == nil {
			t.Errorf("%s is accepted as %v", text, spec)
		}
	}
}

// bowl is a quadratic of any number of coordinates, of different curvatures.
type bowl int

func (b bowl) Dim() int { return int(b) }

func (b bowl) Eval(grad, x []float64, _ int) float64 {
	sum := 0.0
	for i, v := range x {
		curve := float64(1 + i)
		sum += curve * v * v / 2
		if grad != nil {
			grad[i] = curve * v
		}
	}
	return sum
}

func (bowl) Minimum() (float64, bool) { return 0, true }

// TestOtherDimensions: the methods descend on a line and in five dimensions too.
func TestOtherDimensions(t *testing.T) {
	for _, m := range optim.Methods() {
		if m.Family < optim.RateFree || m.Family > optim.LooksElsewhere && m.Family != optim.Chance {
			continue
		}
		for _, dim := range []int{1, 5} {
			plan, err := optim.Spec{Method: m.Key}.Plan(dim, 1000)
			if err != nil {
				t.Fatal(err)
			}
			row, start := make([]float64, plan.Width()), make([]float64, dim)
			for i := range start {
				start[i] = 1 - float64(i)/3
			}
			plan.Start(row, bowl(dim), start)
			first := plan.Loss(row)
			for i := range 1000 {
				plan.Next(row, row, bowl(dim), i)
			}
			if loss := plan.Loss(row); !(loss < first/5) || plan.Failure(row) != optim.Sound {
				t.Errorf("%s in %d dimensions: loss %v from %v, %v", m.Key, dim, loss, first, plan.Failure(row))
			}
		}
	}
}
