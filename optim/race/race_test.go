package race_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/race"
)

// plane is a loss over the plane with its gradient.
type plane func(x, y float64) (f, fx, fy float64)

func (p plane) Dim() int { return 2 }

func (p plane) Eval(grad, x []float64, _ int) float64 {
	f, fx, fy := p(x[0], x[1])
	if grad != nil {
		grad[0], grad[1] = fx, fy
	}
	return f
}

func rosenbrock(x, y float64) (f, fx, fy float64) {
	a, b := 1-x, y-x*x
	return a*a + 100*b*b, -2*a - 400*x*b, 200 * b
}

// walled is x - log(x) + y^2, defined for x > 0 only.
func walled(x, y float64) (f, fx, fy float64) {
	return x - math.Log(x) + y*y, 1 - 1/x, 2 * y
}

func plain(p plane) func() optim.Objective {
	return func() optim.Objective { return p }
}

func noisy(p plane) func() optim.Objective {
	return func() optim.Objective { return optim.NewNoise(p, 0.5, 11) }
}

func entrants(t *testing.T, start []float64, texts ...string) []race.Entrant {
	t.Helper()
	var list []race.Entrant
	for _, text := range texts {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, race.Entrant{Spec: spec, Start: start})
	}
	return list
}

func record(t *testing.T, obj func() optim.Objective, list []race.Entrant, steps int) *race.Tape {
	t.Helper()
	tape, err := race.Record(context.Background(), obj, list, steps)
	if err != nil {
		t.Fatal(err)
	}
	return tape
}

var start = []float64{-1.2, 1}

func everyMethod() []string {
	var texts []string
	for _, m := range optim.Methods() {
		with := " clip_norm=1"
		if m.Rated() {
			with += " lr=0.01 schedule=cosine"
		}
		texts = append(texts, m.Key, m.Key+with)
	}
	texts = append(texts, "adam lr=0.5 schedule=reduce_on_plateau patience=1 factor=0.7")
	return texts
}

// TestRecordIsThePlan: a tape holds what stepping the plan by hand gives, in the order of the entrants.
func TestRecordIsThePlan(t *testing.T) {
	list := entrants(t, start, everyMethod()...)
	const steps = 50
	tape := record(t, plain(rosenbrock), list, steps)
	if tape.Steps != steps || len(tape.Runs) != len(list) {
		t.Fatalf("%d runs of %d steps", len(tape.Runs), tape.Steps)
	}
	for i, run := range tape.Runs {
		if run.Spec.String() != list[i].Spec.String() {
			t.Fatalf("run %d is %v, want %v", i, run.Spec, list[i].Spec)
		}
		plan, err := list[i].Spec.Plan(2, steps)
		if err != nil {
			t.Fatal(err)
		}
		row := make([]float64, plan.Width())
		plan.Start(row, plane(rosenbrock), start)
		for k := 0; ; k++ {
			if !reflect.DeepEqual(run.Row(k), row) {
				t.Fatalf("%v: row %d is %v, want %v", run.Spec, k, run.Row(k), row)
			}
			x := plan.X(row)
			f, fx, fy := rosenbrock(x[0], x[1])
			if run.Loss(k) != f || math.Abs(run.GradNorm(k)-math.Hypot(fx, fy)) > 1e-12*math.Hypot(fx, fy) ||
				run.X(k)[0] != x[0] || run.Evaluations(k) != plan.Evaluations(row) || run.LR(k) != plan.LR(row) ||
				run.Rate(k) != plan.Due(row, k) {
				t.Fatalf("%v: row %d is misread", run.Spec, k)
			}
			if k == run.Steps {
				break
			}
			plan.Next(row, row, plane(rosenbrock), k)
		}
	}
}

func TestRerunsAreIdentical(t *testing.T) {
	list := entrants(t, start, everyMethod()...)
	a, b := record(t, noisy(rosenbrock), list, 300), record(t, noisy(rosenbrock), list, 300)
	for i := range a.Runs {
		same(t, a.Runs[i], b.Runs[i])
	}
}

// TestRenew: a race of which some racers are known is the one that is raced afresh, and the known ones are not raced again.
func TestRenew(t *testing.T) {
	for _, loss := range []func() optim.Objective{plain(rosenbrock), noisy(rosenbrock)} {
		before := entrants(t, start, "sgd lr=0.001", "adam lr=0.1", "random_search", "momentum lr=0.0003")
		after := entrants(t, start, "adam lr=0.1", "sgd lr=0.002", "random_search", "adam lr=0.1", "sgd lr=5")
		tape := record(t, loss, before, 300)
		got, err := tape.Renew(t.Context(), loss, after)
		if err != nil {
			t.Fatal(err)
		}
		for i, run := range record(t, loss, after, 300).Runs {
			same(t, got.Runs[i], run)
		}
		for i, known := range []int{1, -1, 2, 1, -1} {
			if taken := known >= 0 && got.Runs[i] == tape.Runs[max(known, 0)]; taken != (known >= 0) {
				t.Errorf("racer %d was taken over: %v", i+1, taken)
			}
		}
	}
}

// same compares two runs bit for bit.
func same(t *testing.T, a, b *race.Run) {
	t.Helper()
	if a.Verdict != b.Verdict || a.Steps != b.Steps {
		t.Fatalf("%v: %v after %d and %v after %d", a.Spec, a.Verdict, a.Steps, b.Verdict, b.Steps)
	}
	for k := range a.Steps + 1 {
		for c, v := range a.Row(k) {
			if math.Float64bits(v) != math.Float64bits(b.Row(k)[c]) {
				t.Fatalf("%v: row %d: %v and %v", a.Spec, k, a.Row(k), b.Row(k))
			}
		}
		if math.Float64bits(a.Loss(k)) != math.Float64bits(b.Loss(k)) ||
			math.Float64bits(a.GradNorm(k)) != math.Float64bits(b.GradNorm(k)) {
			t.Fatalf("%v: step %d: losses %v and %v", a.Spec, k, a.Loss(k), b.Loss(k))
		}
	}
}

func TestResume(t *testing.T) {
	lengthy.Test(t)
	const steps = 60
	list := entrants(t, start, append(everyMethod(), "sgd lr=1")...)
	for _, obj := range []func() optim.Objective{plain(rosenbrock), noisy(rosenbrock)} {
		for _, run := range record(t, obj, list, steps).Runs {
			for from := 0; from <= run.Steps; from += 7 {
				resumed, err := race.Resume(context.Background(), obj, run, from, steps)
				if err != nil {
					t.Fatalf("%v from %d: %v", run.Spec, from, err)
				}
				same(t, run, resumed)
			}
			if run.Verdict.Kind != race.Finished {
				continue
			}
			longer, err := race.Resume(context.Background(), obj, run, run.Steps, 2*steps)
			finished := longer.Steps == 2*steps && longer.Verdict == (race.Verdict{Kind: race.Finished, Step: 2 * steps})
			if err != nil || !finished && longer.Verdict.Kind != race.Stopped { // as line searches may be by noise
				t.Fatalf("%v made longer: %d steps, %v, %v", run.Spec, longer.Steps, longer.Verdict, err)
			}
			back, err := race.Resume(context.Background(), obj, longer, 10, steps)
			if err != nil {
				t.Fatal(err)
			}
			same(t, run, back)
		}
	}
}

func TestResumeRefuses(t *testing.T) {
	run := record(t, plain(rosenbrock), entrants(t, start, "adam"), 10).Runs[0]
	line := func() optim.Objective { return lineLoss{} }
	for _, c := range []struct {
		obj         func() optim.Objective
		from, steps int
		hint        string
	}{
		{plain(rosenbrock), 11, 20, "from step 0 to 10; got 11"},
		{plain(rosenbrock), -1, 20, "from step 0 to 10; got -1"},
		{plain(rosenbrock), 6, 5, "from step 0 to 5; got 6"},
		{plain(rosenbrock), 0, race.MaxSteps + 1, "steps must be from 1 to 100000"},
		{line, 0, 10, "2 coordinates as the run has; got 1"},
	} {
		if _, err := race.Resume(context.Background(), c.obj, run, c.from, c.steps); err == nil ||
			!strings.Contains(err.Error(), c.hint) {
			t.Errorf("from %d to %d: %v, want %q", c.from, c.steps, err, c.hint)
		}
	}
}

type lineLoss struct{}

func (lineLoss) Dim() int { return 1 }

func (lineLoss) Eval(grad, x []float64, _ int) float64 {
	if grad != nil {
		grad[0] = 2 * x[0]
	}
	return x[0] * x[0]
}

func TestVerdicts(t *testing.T) {
	pole := plane(func(x, y float64) (f, fx, fy float64) { return 1 / x, -1 / (x * x), 0 })
	cases := []struct {
		name  string
		loss  plane
		start []float64
		text  string
		want  string
		sound int
	}{
		{"finished", rosenbrock, start, "adam", "finished", 30},
		{"far away", rosenbrock, start, "sgd lr=0.1", "diverged at step 3", 2},
		{"out of the domain", walled, []float64{0.5, 0}, "sgd lr=5", "left the domain at step 3", 2},
		{"onto a pole", pole, []float64{-1, 1}, "rprop lr=1", "diverged at step 1", 0},
		{"bad from the start", walled, []float64{-1, 0}, "adam", "left the domain at step 0", -1},
		{"start at infinity", rosenbrock, []float64{math.Inf(1), 0}, "adam", "diverged at step 0", -1},
		{"start nowhere", rosenbrock, []float64{math.NaN(), 0}, "adam", "diverged at step 0", -1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			run := record(t, plain(c.loss), entrants(t, c.start, c.text), 30).Runs[0]
			if run.Verdict.String() != c.want || run.Steps != run.Verdict.Step || run.LastSound() != c.sound {
				t.Fatalf("%v, %d steps, sound to %d; want %s, sound to %d; last row %v",
					run.Verdict, run.Steps, run.LastSound(), c.want, c.sound, run.Row(run.Steps))
			}
			for k := range run.LastSound() + 1 {
				for _, v := range append([]float64{run.Loss(k), run.GradNorm(k)}, run.X(k)...) {
					if math.IsNaN(v) || math.IsInf(v, 0) {
						t.Errorf("row %d: %v", k, run.Row(k))
					}
				}
			}
		})
	}
}

// TestRacersDoNotDisturbOneAnother: each runs as it would alone, and a diverged one stops nobody.
func TestRacersDoNotDisturbOneAnother(t *testing.T) {
	list := entrants(t, start, "adam", "sgd lr=1", "momentum", "rmsprop lr=1e6", "rprop")
	together := record(t, plain(rosenbrock), list, 200)
	for i := range list {
		same(t, together.Runs[i], record(t, plain(rosenbrock), list[i:i+1], 200).Runs[0])
	}
	if kind := together.Runs[1].Verdict.Kind; kind != race.Diverged {
		t.Errorf("sgd lr=1 %v", kind)
	}
	if v := together.Runs[4].Verdict; v != (race.Verdict{Kind: race.Finished, Step: 200}) {
		t.Errorf("rprop %v", v)
	}
}

// TestNoisyRunsStateExactLosses: the racer meets noise, its recorded loss and gradient norm have none.
func TestNoisyRunsStateExactLosses(t *testing.T) {
	run := record(t, noisy(rosenbrock), entrants(t, start, "adam"), 40).Runs[0]
	noticed := false
	for k := range run.Steps + 1 {
		f, fx, fy := rosenbrock(run.X(k)[0], run.X(k)[1])
		if run.Loss(k) != f || run.GradNorm(k) != math.Hypot(fx, fy) {
			t.Fatalf("step %d: loss %v, gradient %v; want %v and %v", k, run.Loss(k), run.GradNorm(k), f, math.Hypot(fx, fy))
		}
		noticed = noticed || run.Plan.Grad(run.Row(k))[0] != fx
		if run.Evaluations(k) != k {
			t.Fatalf("step %d: %d evaluations", k, run.Evaluations(k))
		}
	}
	if !noticed {
		t.Error("the racer met no noise")
	}
}

func TestRecordRefuses(t *testing.T) {
	good := entrants(t, start, "adam", "sgd")
	bad := entrants(t, start, "adam", "sgd")
	bad[1].Spec = bad[1].Spec.With("lr", optim.Num(-1))
	for _, c := range []struct {
		list  []race.Entrant
		steps int
		hint  string
	}{
		{good, 0, "steps must be from 1 to 10000000; got 0"},
		{good, race.MaxThinned + 1, "steps must be from 1 to 10000000; got 10000001"},
		{bad, 10, "racer 2: sgd: lr must be a number above 0; got -1"},
		{entrants(t, []float64{1}, "adam"), 10, "racer 1: the start must have 2 coordinates; got 1"},
	} {
		if _, err := race.Record(context.Background(), plain(rosenbrock), c.list, c.steps); err == nil || err.Error() != c.hint {
			t.Errorf("error %v, want %q", err, c.hint)
		}
	}
	if tape := record(t, plain(rosenbrock), nil, 10); len(tape.Runs) != 0 {
		t.Errorf("%d runs of nobody", len(tape.Runs))
	}
}

// TestCancel ends the context during a long race: it stops soon and returns the context's error.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var evaluations atomic.Int64
	loss := func() optim.Objective {
		return plane(func(x, y float64) (f, fx, fy float64) {
			if evaluations.Add(1) == 5000 {
				cancel()
			}
			return rosenbrock(x, y)
		})
	}
	list := entrants(t, start, "adam", "adam", "adam", "adam")
	if _, err := race.Record(ctx, loss, list, race.MaxSteps); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if n := evaluations.Load(); n > 20000 {
		t.Errorf("%d evaluations after the 5000th had cancelled", n)
	}
}

// TestEarlyEndGivesBackItsRows: a racer that diverges at once in the longest race keeps a few rows only.
func TestEarlyEndGivesBackItsRows(t *testing.T) {
	run := record(t, plain(rosenbrock), entrants(t, start, "sgd lr=1"), race.MaxSteps).Runs[0]
	if row := run.Row(run.Steps); run.Steps > 100 || len(row) != run.Plan.Width() {
		t.Errorf("%d steps, a last row of %d", run.Steps, len(row))
	}
	defer func() {
		if recover() == nil {
			t.Error("there is a row after the last")
		}
	}()
	run.Row(run.Steps + 1)
}
