package optim_test

import (
	"math"
	"testing"

	"descentlab/optim"
)

// from runs a racer with a seed from a start of its own.
func from(t *testing.T, text string, obj optim.Objective, start []float64, steps int, seed uint64) ([][]float64, *optim.Plan) {
	t.Helper()
	plan, err := mustParse(t, text).Plan(len(start), steps)
	if err != nil {
		t.Fatal(err)
	}
	plan.Seed(seed)
	rows := [][]float64{make([]float64, plan.Width())}
	plan.Start(rows[0], obj, start)
	for i := range steps {
		rows = append(rows, make([]float64, plan.Width()))
		plan.Next(rows[i+1], rows[i], obj, i)
	}
	return rows, plan
}

// TestSeeds: equal seeds repeat a run to the last bit; other seeds change the runs that chance has a part in, and no
// others.
func TestSeeds(t *testing.T) {
	for _, m := range optim.Methods() {
		if m.Family == optim.SecondOrder || m.Family == optim.Classical {
			continue
		}
		run := func(seed uint64) ([][]float64, *optim.Plan) {
			text := m.Key
			if m.Key == "perturbed_gd" {
				text += " g_thres=1"
			}
			return from(t, text, floored{planes["sphere"], 0}, []float64{0.3, -0.2}, 60, seed)
		}
		a, plan := run(1)
		b, _ := run(1)
		c, _ := run(2)
		if !sameBits(a[60], b[60]) {
			t.Errorf("%s: two runs of one seed differ", m.Key)
		}
		if same := sameBits(plan.X(a[60]), plan.X(c[60])); same == (m.Family == optim.Chance) {
			t.Errorf("%s: another seed gives the same run: %v", m.Key, same)
		}
	}
}

// TestPerturbedGDLeavesASaddle that plain descent, started on it, does not; it stays in a ball around it at first.
func TestPerturbedGDLeavesASaddle(t *testing.T) {
	saddle, origin := planes["double_well"], []float64{0, 0}
	rows, plan := from(t, "sgd lr=0.1", saddle, origin, 300, 1)
	if x := plan.X(rows[300]); x[0] != 0 || x[1] != 0 {
		t.Errorf("plain descent goes to %v", x)
	}
	ends := make(map[bool]int)
	for seed := range uint64(20) {
		rows, plan := from(t, "perturbed_gd lr=0.1 radius=0.02 t_thres=30", saddle, origin, 300, seed)
		if x := plan.X(rows[300]); math.Hypot(x[0], math.Abs(x[1])-math.Sqrt2) > 0.05 {
			t.Errorf("seed %d: ends at %v", seed, x)
		}
		ends[plan.X(rows[300])[1] > 0]++
		last := -100
		for i, row := range rows[1:] {
			push := field(t, plan, row, "perturbed_gd.push")
			if length(push) == 0 {
				continue
			}
			if length(push) > 0.02 || i-last <= 30 || length(plan.Grad(rows[i])) > 0.05 {
				t.Errorf("seed %d: update %d: push of %v, the last in update %d, at a slope of %v",
					seed, i, length(push), last, length(plan.Grad(rows[i])))
			}
			// From the moved point it steps down as ever.
			x := plan.X(rows[i])
			moved := []float64{x[0] + push[0], x[1] + push[1]}
			g := gradAt(saddle, moved...)
			if want := []float64{moved[0] - 0.1*g[0], moved[1] - 0.1*g[1]}; !near(plan.X(row), want) {
				t.Errorf("seed %d: update %d: to %v, want %v", seed, i, plan.X(row), want)
			}
			last = i
		}
	}
	if ends[true] == 0 || ends[false] == 0 {
		t.Errorf("%d of 20 go up, %d down", ends[true], ends[false])
	}
}

// TestPushesFillTheBall evenly: half of them lie within 1/sqrt(2) of the radius.
func TestPushesFillTheBall(t *testing.T) {
	flat := plane(func(float64, float64) (f, fx, fy float64) { return 0, 0, 0 })
	rows, plan := from(t, "perturbed_gd radius=1 t_thres=1", flat, []float64{0, 0}, 4000, 3)
	pushes, inner, sum := 0, 0, 0.0
	for _, row := range rows[1:] {
		push := field(t, plan, row, "perturbed_gd.push")
		if n := length(push); n > 0 {
			pushes++
			sum += push[0]
			if n < math.Sqrt(0.5) {
				inner++
			}
		}
	}
	if share := float64(inner) / float64(pushes); pushes != 2000 || math.Abs(share-0.5) > 0.04 ||
		math.Abs(sum)/float64(pushes) > 0.04 {
		t.Errorf("%d pushes, %v of them inside, mean %v", pushes, share, sum/float64(pushes))
	}
}

// TestSGLDKeepsItsTemperature: the mean loss over a quadratic of two coordinates is the temperature, each coordinate's
// share being half of it whatever its curvature.
func TestSGLDKeepsItsTemperature(t *testing.T) {
	const steps = 40000
	rows, plan := from(t, "sgld lr=0.01 temperature=0.5", planes["quadratic"], []float64{0, 0}, steps, 1)
	xx, yy := 0.0, 0.0
	for _, row := range rows {
		x := plan.X(row)
		xx += x[0] * x[0] / steps
		yy += 25 * x[1] * x[1] / steps
	}
	// A rate lr lets a curvature c vary 1/(1 - lr*c/2) times as much.
	if math.Abs(xx-0.5) > 0.1 || math.Abs(yy-0.5/(1-0.01*25/2)) > 0.05 {
		t.Errorf("energies %v and %v", xx/2, yy/2)
	}
}

// TestRandomSearchNeverRises, and every step that it takes is one of its Gaussian proposals.
func TestRandomSearchNeverRises(t *testing.T) {
	rows, plan := from(t, "random_search scale=0.2", planes["beale"], []float64{-1.2, 1}, 2000, 5)
	taken := 0
	for i := 1; i < len(rows); i++ {
		a, b := plan.X(rows[i-1]), plan.X(rows[i])
		if a[0] == b[0] && a[1] == b[1] {
			continue
		}
		taken++
		if plan.Loss(rows[i]) >= plan.Loss(rows[i-1]) || math.Hypot(b[0]-a[0], b[1]-a[1]) > 6*0.2 {
			t.Fatalf("row %d: loss %v after %v", i, plan.Loss(rows[i]), plan.Loss(rows[i-1]))
		}
	}
	if n := plan.Evaluations(rows[2000]); taken < 10 || n != 4000 {
		t.Errorf("%d steps taken, %d evaluations", taken, n)
	}
}

// TestAnnealing: the second position is the best so far; hot, it takes rises as often as Metropolis says; cold, none.
func TestAnnealing(t *testing.T) {
	const steps = 20000
	slope := plane(func(x, _ float64) (f, fx, fy float64) { return x, 1, 0 })
	rows, plan := from(t, "simulated_annealing scale=0.5 T0=0.4 cooling=0.999999", slope, []float64{0, 0}, steps, 2)
	best, taken := math.Inf(1), 0
	for i := 1; i <= steps; i++ {
		best = math.Min(best, plan.Loss(rows[i-1]))
		if got := field(t, plan, rows[i], "simulated_annealing.best_loss")[0]; got != math.Min(best, plan.Loss(rows[i])) ||
			plan.Shadow(rows[i])[0] != got {
			t.Fatalf("row %d: best %v, want %v", i, got, best)
		}
		if plan.Loss(rows[i]) > plan.Loss(rows[i-1]) {
			taken++
		}
	}
	// The mean of exp(-r/T) over the rises r = scale*|xi|, half of all proposals.
	u := 0.5 / 0.4 / math.Sqrt2
	want := math.Exp(u*u) * math.Erfc(u) / 2
	if share := float64(taken) / steps; math.Abs(share-want) > 0.01 {
		t.Errorf("takes %v of all proposals though they rise, want %v", share, want)
	}
}

// TestChanceConverges with whatever seed.
func TestChanceConverges(t *testing.T) {
	for _, m := range optim.Methods() {
		if m.Family != optim.Chance {
			continue
		}
		for seed := range uint64(10) {
			for surface, goal := range map[string]float64{"sphere": 1e-3, "rosenbrock": 0.2} {
				rows, plan := from(t, m.Key, planes[surface], []float64{-1.2, 1}, 2000, seed)
				if loss := plan.Loss(rows[2000]); !(loss < goal) {
					t.Errorf("%s on %s with seed %d: loss %v", m.Key, surface, seed, loss)
				}
			}
		}
	}
}
