package optim_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"

	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// gonumRacer is a method of the catalogue and gonum's own with the same settings.
type gonumRacer struct {
	text   string
	method func() optimize.Method
	begun  int // major iterations that gonum has made when it is at the start
}

const gonumSeed = 11

var gonumRacers = []gonumRacer{
	{"bfgs", func() optimize.Method { return &optimize.BFGS{} }, 1},
	{"lbfgs", func() optimize.Method { return &optimize.LBFGS{} }, 1},
	{"lbfgs store=2", func() optimize.Method { return &optimize.LBFGS{Store: 2} }, 1},
	{"cg", func() optimize.Method { return &optimize.CG{} }, 1},
	{"cg variant=fletcher_reeves", func() optimize.Method { return &optimize.CG{Variant: &optimize.FletcherReeves{}} }, 1},
	{"cg variant=polak_ribiere", func() optimize.Method { return &optimize.CG{Variant: &optimize.PolakRibierePolyak{}} }, 1},
	{"cg variant=dai_yuan", func() optimize.Method { return &optimize.CG{Variant: &optimize.DaiYuan{}} }, 1},
	{"cg variant=hager_zhang", func() optimize.Method { return &optimize.CG{Variant: &optimize.HagerZhang{}} }, 1},
	{"gonum_newton", func() optimize.Method { return &optimize.Newton{} }, 1},
	{"gonum_newton increase=2", func() optimize.Method { return &optimize.Newton{Increase: 2} }, 1},
	{"nelder_mead simplex_size=0.05", func() optimize.Method { return &optimize.NelderMead{} }, 1},
	{"nelder_mead simplex_size=1.5", func() optimize.Method { return &optimize.NelderMead{SimplexSize: 1.5} }, 1},
	{"cma_es sigma=0.3", func() optimize.Method {
		return &optimize.CmaEsChol{InitStepSize: 0.3, Population: 6, Src: rand.NewPCG(gonumSeed^0x9e3779b97f4a7c15, 0)}
	}, 0},
	{"cma_es population=12", func() optimize.Method {
		return &optimize.CmaEsChol{InitStepSize: 0.5, Population: 12, Src: rand.NewPCG(gonumSeed^0x9e3779b97f4a7c15, 0)}
	}, 0},
}

func gonumProblem(p plane) optimize.Problem {
	return optimize.Problem{
		Func: func(x []float64) float64 { return p.Eval(nil, x, 0) },
		Grad: func(grad, x []float64) { p.Eval(grad, x, 0) },
		Hess: func(h *mat.SymDense, x []float64) {
			var dense [4]float64
			p.Hessian(dense[:], x, 0)
			h.SetSym(0, 0, dense[0])
			h.SetSym(0, 1, dense[1])
			h.SetSym(1, 1, dense[3])
		},
	}
}

// TestGonumAgrees races against optimize.Minimize itself: after k updates the point and the count of evaluations are those
// of Minimize with k iterations more than it needs for its start; and once it has ended by itself, those of its end.
func TestGonumAgrees(t *testing.T) {
	lengthy.Test(t)
	const steps = 300
	for _, racer := range gonumRacers {
		for _, surface := range []string{"sphere", "quadratic", "rosenbrock", "himmelblau"} {
			p := planes[surface]
			plan, err := mustParse(t, racer.text).Plan(2, steps)
			if err != nil {
				t.Fatal(err)
			}
			plan.Seed(gonumSeed)
			row := make([]float64, plan.Width())
			start := []float64{-1.2, 1}
			loss := &floored{p, 0} // a pointer can be compared, so that the path is kept
			plan.Start(row, loss, start)
			for k := 1; k <= steps; k++ {
				plan.Next(row, row, loss, k-1)
				if k > 12 && k%37 != 0 && k != steps {
					continue
				}
				settings := &optimize.Settings{Converger: optimize.NeverTerminate{}, MajorIterations: k + racer.begun}
				want, err := optimize.Minimize(gonumProblem(p), start, settings, racer.method())
				if err != nil && plan.Failure(row) != optim.Sound {
					t.Fatalf("%s on %s: %v after %d, gonum says %v", racer.text, surface, plan.Failure(row), k, err)
				}
				if n := want.FuncEvaluations + want.HessEvaluations; plan.Evaluations(row) != n && !resting(racer.text, k) {
					t.Fatalf("%s on %s after %d: %d evaluations, gonum %d", racer.text, surface, k, plan.Evaluations(row), n)
				}
				for i, x := range plan.X(row) {
					if math.Abs(x-want.X[i]) > 1e-12*(1+math.Abs(want.X[i])) {
						t.Fatalf("%s on %s after %d: %v, gonum %v", racer.text, surface, k, plan.X(row), want.X)
					}
				}
			}
		}
	}
}

// resting: a simplex that has not moved for 200 iterations is at rest, while gonum, told never to end, goes on.
func resting(text string, k int) bool { return text[:2] == "ne" && k > 200 }

// TestGonumEnds: where gonum ends by itself, the point rests and nothing more is counted.
func TestGonumEnds(t *testing.T) {
	for _, text := range []string{"bfgs", "lbfgs", "cg", "gonum_newton"} {
		plan, rows := walk(t, text, planes["rosenbrock"], []float64{-1.2, 1}, 150)
		last := rows[150]
		if plan.Failure(last) != optim.Sound || !(plan.Loss(last) < 1e-20) {
			t.Errorf("%s ends with %v, loss %v", text, plan.Failure(last), plan.Loss(last))
		}
		for _, row := range rows[120:] {
			if !slices.Equal(plan.X(row), plan.X(last)) || plan.Evaluations(row) != plan.Evaluations(last) {
				t.Fatalf("%s does not rest", text)
			}
		}
	}
}

// TestGonumBeginsAnew: a point that another stage has moved is the start of another path; Lookahead moves it at every fifth
// update, and in between the racer goes as one that began there.
func TestGonumBeginsAnew(t *testing.T) {
	const text = "bfgs lookahead_k=5 lookahead_alpha=0.5"
	plan, rows := walk(t, text, planes["rosenbrock"], []float64{-1.2, 1}, 20)
	since, _ := plan.Field("bfgs.since")
	for _, from := range []int{5, 10, 15} {
		if got := rows[from+1][since.At]; got != float64(from) {
			t.Fatalf("after update %d the path began at %v", from, got)
		}
		anew, fresh := walk(t, "bfgs", planes["rosenbrock"], plan.X(rows[from]), 4)
		for k := 1; k <= 4; k++ {
			if !beside(plan.X(rows[from+k]), anew.X(fresh[k])) {
				t.Errorf("row %d: %v, a racer from row %d is at %v", from+k, plan.X(rows[from+k]), from, anew.X(fresh[k]))
			}
		}
		spent := plan.Evaluations(rows[from+4]) - plan.Evaluations(rows[from])
		if want := anew.Evaluations(fresh[4]); spent != want {
			t.Errorf("from row %d: %d evaluations, want %d", from, spent, want)
		}
	}
}

func beside(a, b []float64) bool {
	return math.Abs(a[0]-b[0])+math.Abs(a[1]-b[1]) < 1e-11*(1+math.Abs(b[0])+math.Abs(b[1]))
}

// TestGonumCacheIsNoMemory: one plan that goes to and fro between two losses, two seeds and two starts gives what plans of
// their own give.
func TestGonumCacheIsNoMemory(t *testing.T) {
	shared, err := mustParse(t, "cma_es").Plan(2, 100)
	if err != nil {
		t.Fatal(err)
	}
	type run struct {
		obj  optim.Objective
		seed uint64
		x0   []float64
		row  []float64
		own  *optim.Plan
		want []float64
	}
	var runs []*run
	for _, r := range []run{
		{obj: planes["sphere"], seed: 1, x0: []float64{1, 1}}, {obj: planes["beale"], seed: 1, x0: []float64{1, 1}},
		{obj: planes["sphere"], seed: 2, x0: []float64{1, 1}}, {obj: planes["sphere"], seed: 1, x0: []float64{1, 2}},
		{obj: optim.NewNoise(planes["sphere"], 0, 1), seed: 1, x0: []float64{1, 1}}, {obj: broken{}, seed: 1, x0: []float64{1, 1}},
	} {
		r.own = shared.Fork()
		r.own.Seed(r.seed)
		r.row, r.want = make([]float64, shared.Width()), make([]float64, shared.Width())
		shared.Start(r.row, r.obj, r.x0)
		r.own.Start(r.want, r.obj, r.x0)
		runs = append(runs, &r)
	}
	for step := range 30 {
		for i, r := range runs {
			shared.Seed(r.seed)
			shared.Next(r.row, r.row, r.obj, step)
			r.own.Next(r.want, r.want, r.obj, step)
			if !sameBits(r.row, r.want) {
				t.Fatalf("run %d, row %d: %v, want %v", i, step+1, r.row, r.want)
			}
		}
	}
}

// drawn notes which draws it is asked for, and where.
type drawn struct {
	plane
	at map[[2]float64][]int
}

func (d drawn) Eval(grad, x []float64, draw int) float64 {
	key := [2]float64{x[0], x[1]}
	if draws := d.at[key]; !slices.Contains(draws, draw) {
		d.at[key] = append(draws, draw)
	}
	return d.plane.Eval(grad, x, draw)
}

// TestGonumDraws: what gonum evaluates on the way to row t+1 belongs to draw t, the start among it; the row's own
// evaluation to draw t+1.
func TestGonumDraws(t *testing.T) {
	const steps = 12
	d := drawn{planes["rosenbrock"], map[[2]float64][]int{}}
	plan, rows := walk(t, "bfgs", d, []float64{-1.2, 1}, steps)
	for i, row := range rows[:steps] {
		x := plan.X(row)
		for at, draws := range d.at {
			if !beside(at[:], x) {
				continue
			}
			if want := []int{max(i-1, 0), i}; !slices.Contains(want, slices.Min(draws)) || !slices.Contains(want, slices.Max(draws)) {
				t.Errorf("row %d at %v was asked for draws %v", i, x, draws)
			}
		}
	}
}

// TestGonumSeed: CMA-ES draws by the plan's seed.
func TestGonumSeed(t *testing.T) {
	ends := map[float64]bool{}
	for _, seed := range []uint64{0, 1, 2, 1} {
		plan, err := mustParse(t, "cma_es").Plan(2, 10)
		if err != nil {
			t.Fatal(err)
		}
		plan.Seed(seed)
		row := make([]float64, plan.Width())
		plan.Start(row, planes["sphere"], []float64{1, 1})
		for i := range 10 {
			plan.Next(row, row, planes["sphere"], i)
		}
		ends[plan.X(row)[0]] = true
	}
	if len(ends) != 3 {
		t.Errorf("four runs of three seeds have %d ends", len(ends))
	}
}

// A nasty loss is a formula that leaves the finite numbers somewhere.
type nasty func(x, y float64) float64

func (nasty) Dim() int { return 2 }

func (p nasty) Eval(grad, x []float64, _ int) float64 {
	const step = 1e-6
	if grad != nil {
		grad[0] = (p(x[0]+step, x[1]) - p(x[0]-step, x[1])) / (2 * step)
		grad[1] = (p(x[0], x[1]+step) - p(x[0], x[1]-step)) / (2 * step)
	}
	return p(x[0], x[1])
}

func (p nasty) Hessian(h, x []float64, _ int) bool {
	const step = 1e-3
	up, down := make([]float64, 2), make([]float64, 2)
	for i := range 2 {
		y := slices.Clone(x)
		y[i] += step
		p.Eval(up, y, 0)
		y[i] -= 2 * step
		p.Eval(down, y, 0)
		h[i], h[2+i] = (up[0]-down[0])/(2*step), (up[1]-down[1])/(2*step)
	}
	h[1] = h[2]
	return true
}

func (p nasty) GaussNewton(h, x []float64, draw int) bool { return p.Hessian(h, x, draw) }

var nastyLosses = map[string]nasty{
	"NaN":          func(x, y float64) float64 { return math.NaN() },
	"Inf":          func(x, y float64) float64 { return math.Inf(1) },
	"-Inf":         func(x, y float64) float64 { return math.Inf(-1) },
	"flat":         func(x, y float64) float64 { return 1 },
	"endless":      func(x, y float64) float64 { return x - y },
	"exploding":    func(x, y float64) float64 { return -math.Exp(x*x + y*y) },
	"log":          func(x, y float64) float64 { return x*x - math.Log(y+1.0001) + math.Sqrt(x+1.21) },
	"half":         func(x, y float64) float64 { return math.Sqrt(x+1.2001) + y*y },
	"pole":         func(x, y float64) float64 { return 1 / (x + 1.19) * 1 / (y - 0.9) },
	"huge":         func(x, y float64) float64 { return 1e300 * (x*x + y*y) },
	"steep":        func(x, y float64) float64 { return 1e200 * (x*x + y*y) },
	"tiny":         func(x, y float64) float64 { return 1e-300 * (x*x + y*y) },
	"sawtooth":     func(x, y float64) float64 { return math.Mod(x*1e3, 1) + math.Mod(y*1e3, 1) },
	"kinked":       func(x, y float64) float64 { return math.Abs(x) + math.Abs(y) },
	"checkerboard": func(x, y float64) float64 { return math.Log(math.Sin(20*x)*math.Sin(20*y)) + x*x },
	"cliff": func(x, y float64) float64 {
		if x > -1 {
			return math.Inf(-1)
		}
		return x*x + y
	},
}

// TestNastyLosses: methods that ask much of a loss neither hang nor panic where it is not finite, and what they did can be
// done again from any row.
func TestNastyLosses(t *testing.T) {
	lengthy.Test(t)
	const steps = 40
	for _, m := range optim.Methods() {
		if m.Family != optim.SecondOrder && m.Family != optim.Classical {
			continue
		}
		for name, loss := range nastyLosses {
			begun := time.Now()
			plan, rows := walk(t, m.Key, loss, []float64{-1.2, 1}, steps)
			if took := time.Since(begun); took > 20*time.Second {
				t.Errorf("%s on %s took %v", m.Key, name, took)
			}
			row := slices.Clone(rows[7])
			again := plan.Fork()
			for i := 7; i < steps; i++ {
				again.Next(row, row, loss, i)
				if !sameBits(row, rows[i+1]) {
					t.Fatalf("%s on %s: resumed from row 7, row %d differs", m.Key, name, i+1)
				}
			}
		}
	}
}

// TestGonumFailures: a start where gonum can do nothing is a failure that says so; one at the minimum is none.
func TestGonumFailures(t *testing.T) {
	for _, text := range []string{"bfgs", "lbfgs", "cg", "gonum_newton", "nelder_mead"} {
		for _, name := range []string{"NaN", "Inf"} {
			plan, rows := walk(t, text, nastyLosses[name], []float64{-1.2, 1}, 1)
			if plan.Failure(rows[1]) != optim.MethodFailed || !slices.Equal(plan.X(rows[1]), []float64{-1.2, 1}) {
				t.Errorf("%s on %s: %v", text, name, plan.Failure(rows[1]))
			}
		}
		plan, rows := walk(t, text, planes["sphere"], []float64{0, 0}, 3)
		if plan.Failure(rows[3]) != optim.Sound || plan.Loss(rows[3]) != 0 {
			t.Errorf("%s from the minimum: %v, loss %v", text, plan.Failure(rows[3]), plan.Loss(rows[3]))
		}
	}
	endless := plane(func(x, y float64) (f, fx, fy float64) { return x - y, 1, -1 })
	plan, rows := walk(t, "bfgs", endless, []float64{-1.2, 1}, 1)
	if plan.Failure(rows[1]) != optim.LineSearchFailed {
		t.Errorf("bfgs on an endless slope: %v", plan.Failure(rows[1]))
	}
	plan, rows = walk(t, "gonum_newton", slopeOnly{planes["sphere"].Eval}, []float64{-1.2, 1}, 1)
	if plan.Failure(rows[1]) != optim.NoHessian {
		t.Errorf("gonum_newton without Hessian: %v", plan.Failure(rows[1]))
	}
}

// slopeOnly has no second derivatives.
type slopeOnly struct {
	eval func(grad, x []float64, draw int) float64
}

func (slopeOnly) Dim() int { return 2 }

func (o slopeOnly) Eval(grad, x []float64, draw int) float64 { return o.eval(grad, x, draw) }

// BenchmarkGonumRace is the race of 8 racers over 500 updates.
func BenchmarkGonumRace(b *testing.B) {
	for _, text := range []string{"bfgs", "lbfgs", "cg", "gonum_newton", "nelder_mead", "cma_es"} {
		b.Run(text, func(b *testing.B) {
			spec, err := optim.ParseSpec(text)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				for racer := range 8 {
					plan, err := spec.Plan(2, 500)
					if err != nil {
						b.Fatal(err)
					}
					row := make([]float64, plan.Width())
					plan.Start(row, planes["rosenbrock"], []float64{-1.2, 1 + float64(racer)/10})
					for i := range 500 {
						plan.Next(row, row, planes["rosenbrock"], i)
					}
				}
			}
		})
	}
}
