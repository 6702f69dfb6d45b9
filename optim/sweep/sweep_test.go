package sweep_test

import (
	"context"
	"errors"
	"math"
	"testing"
	"time"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
)

// plane is a loss over the plane with its gradient, asked one point at a time; wide is asked many at once.
type plane func(x, y float64) (f, fx, fy float64)

func (p plane) Dim() int { return 2 }

func (p plane) Eval(grad, x []float64, _ int) float64 {
	f, fx, fy := p(x[0], x[1])
	if grad != nil {
		grad[0], grad[1] = fx, fy
	}
	return f
}

type wide struct{ plane }

func (p wide) Many(f, grad, x []float64, _ int) bool {
	n := len(f)
	for i := range f {
		f[i], grad[i], grad[n+i] = p.plane(x[i], x[n+i])
	}
	return false
}

func himmelblau(x, y float64) (f, fx, fy float64) {
	a, b := float64(x*x)+y-11, x+float64(y*y)-7
	return float64(a*a) + float64(b*b), float64(4*x*a) + 2*b, 2*a + float64(4*y*b)
}

// roots has holes: its logarithm is undefined left of -4.5.
func roots(x, y float64) (f, fx, fy float64) {
	f, fx, fy = himmelblau(x, y)
	r := math.Sqrt(x + 4.5)
	return f + r, fx + 1/(2*r), fy
}

// minima of Himmelblau's function, and its maximum.
var minima = []sweep.Target{
	{X: 3, Y: 2}, {X: -2.805118086952745, Y: 3.131312518250573}, {X: -3.779310253377747, Y: -3.283185991286170},
	{X: 3.584428340330492, Y: -1.848126526964404}, {X: -0.270844590667329, Y: -0.923038522110344},
}

func work(obj optim.Objective, steps int) *sweep.Work {
	w := &sweep.Work{Objective: func() optim.Objective { return obj }, Steps: steps,
		View: sweep.Rect{X0: -6, X1: 6, Y0: -6, Y1: 6}, Rest: 1e-3}
	for _, m := range minima {
		m.Within = 0.01
		w.Targets = append(w.Targets, m)
	}
	return w
}

func grid(n int) []sweep.Start {
	var starts []sweep.Start
	for j := range n {
		for i := range n {
			starts = append(starts, sweep.Start{X: -6 + 12*(float64(i)+0.5)/float64(n), Y: -6 + 12*(float64(j)+0.5)/float64(n),
				Seed: uint64(i)})
		}
	}
	return starts
}

func parse(t testing.TB, text string) optim.Spec {
	t.Helper()
	spec, err := optim.ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

var racers = []string{
	"sgd lr=0.01", "sgd lr=0.02", "momentum lr=0.004", "adam lr=0.3", "adam lr=0.1 schedule=cosine ema=0.9 lookahead_k=5",
	"rmsprop lr=0.05 clip_value=3", "adam lr=0.2 clip_norm=1", "rprop", "sgd lr=0.01 grad_noise=0.5", "nadam lr=0.5", "sgd lr=1",
}

// TestSweepIsTheRace: each run of a sweep ends as the same run on a tape does, whether it goes alone or in a herd.
func TestSweepIsTheRace(t *testing.T) {
	for _, loss := range []plane{himmelblau, roots} {
		for _, text := range racers {
			sweptIsRaced(t, loss, text, grid(15), 120)
		}
	}
}

// TestRoundsAreTheRace: runs that go round, at rest or from side to side, end as if every step had been made.
func TestRoundsAreTheRace(t *testing.T) {
	for _, text := range []string{
		"sgd lr=0.01", "sgd lr=0.0249", "sgd lr=0.026", "sgd lr=0.03", "sgd lr=0.02 weight_decay=0.5", "sgd lr=0.03 clip_value=1",
		"sgd lr=0.02 clip_norm=3", "sign_sgd lr=0.25", "sign_sgd lr=0.01", "gradient_flow lr=0.05",
	} {
		for _, steps := range []int{599, 600, 1024} {
			sweptIsRaced(t, himmelblau, text, grid(6), steps)
		}
	}
}

// sweptIsRaced compares the runs of a sweep with those on a tape.
func sweptIsRaced(t *testing.T, loss plane, text string, starts []sweep.Start, steps int) {
	t.Helper()
	keptIsRaced(t, loss, text, optim.Box{}, starts, steps)
}

// keptIsRaced is sweptIsRaced in a box.
func keptIsRaced(t *testing.T, loss plane, text string, box optim.Box, starts []sweep.Start, steps int) {
	t.Helper()
	spec, w, out := parse(t, text), work(wide{loss}, steps), make([]sweep.Outcome, len(starts))
	w.Box = box
	if err := w.FromStarts(t.Context(), spec, starts, out, sweep.Options{}); err != nil {
		t.Fatal(err)
	}
	for i, s := range starts {
		entrant := race.Entrant{Spec: spec, Start: []float64{s.X, s.Y}, Seed: s.Seed, Box: box}
		tape, err := race.Record(t.Context(), func() optim.Objective { return loss }, []race.Entrant{entrant}, steps)
		if err != nil {
			t.Fatal(err)
		}
		if want := judged(w, tape.Runs[0]); !equal(out[i], want) {
			t.Fatalf("%s, %d steps from (%v, %v): %+v, want %+v", text, steps, s.X, s.Y, out[i], want)
		}
	}
}

func equal(a, b sweep.Outcome) bool {
	for _, v := range [][2]float64{{a.X, b.X}, {a.Y, b.Y}, {a.Loss, b.Loss}, {a.Best, b.Best}} {
		if math.Float64bits(v[0]) != math.Float64bits(v[1]) && !(math.IsNaN(v[0]) && math.IsNaN(v[1])) {
			return false
		}
	}
	return a.Kind == b.Kind && a.Target == b.Target && a.Steps == b.Steps && a.Evaluations == b.Evaluations
}

// judged is what a sweep should say of a run, written out slowly from its tape.
func judged(w *sweep.Work, r *race.Run) sweep.Outcome {
	where := func(t int) int32 {
		for i, target := range w.Targets {
			if math.Hypot(r.X(t)[0]-target.X, r.X(t)[1]-target.Y) <= target.Within {
				return int32(i)
			}
		}
		return -1
	}
	o := sweep.Outcome{Target: -1, Best: math.Inf(1)}
	early := math.Inf(1)
	since, last := 0, r.Steps
	for t := 0; t <= r.Steps; t++ {
		if r.Verdict.Kind == race.Finished || t < r.Steps || t == 0 {
			if r.Loss(t) < o.Best {
				o.Best = r.Loss(t)
				if 4*t <= 3*w.Steps {
					early = o.Best
				}
			}
		}
		if t > 0 && where(t) != where(t-1) {
			since = t
		}
	}
	if math.IsNaN(r.Loss(0)) {
		o.Best = r.Loss(0)
	}
	x := r.X(last)
	o.X, o.Y, o.Loss, o.Steps, o.Evaluations = x[0], x[1], r.Loss(last), int32(last), int64(r.Evaluations(last))
	inside := math.Abs(x[0]) <= 6 && math.Abs(x[1]) <= 6
	switch {
	case last == r.Steps && r.Verdict.Kind == race.Diverged:
		o.Kind = sweep.Diverged
	case last == r.Steps && r.Verdict.Kind == race.Undefined:
		o.Kind = sweep.Undefined
	case r.Verdict.Kind == race.Stopped:
		o.Kind = sweep.Stopped
	case where(last) >= 0:
		o.Kind, o.Target, o.Steps, o.Evaluations = sweep.Arrived, where(last), int32(since), int64(r.Evaluations(since))
	case !inside:
		o.Kind = sweep.Left
	case r.GradNorm(last) <= w.Rest:
		o.Kind = sweep.Settled
	case o.Best < early:
		o.Kind = sweep.Slow
	default:
		o.Kind = sweep.Oscillating
	}
	return o
}

// TestUnstableDoesNotArrive: who begins beside a minimum and leaves it, however slowly, has not arrived there.
func TestUnstableDoesNotArrive(t *testing.T) {
	sphere := wide{func(x, y float64) (f, fx, fy float64) { return x*x + y*y, 2 * x, 2 * y }}
	w := &sweep.Work{
		Objective: func() optim.Objective { return sphere }, Steps: 500, View: sweep.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3},
		Targets: []sweep.Target{{Within: 0.03}}, Rest: 1e-6,
	}
	for lr, want := range map[string]sweep.Kind{"0.99": sweep.Arrived, "1.01": sweep.Left, "1.001": sweep.Oscillating} {
		out := make([]sweep.Outcome, 2)
		if err := w.FromStarts(t.Context(), parse(t, "sgd lr="+lr), []sweep.Start{{X: 0.02}, {X: 0.029}}, out,
			sweep.Options{}); err != nil {
			t.Fatal(err)
		}
		for _, o := range out {
			if o.Kind != want {
				t.Errorf("lr %s: %+v", lr, o)
			}
		}
	}
}

// TestAnyNumberOfWorkers: the result does not depend on it, with the experiment's noise too.
func TestAnyNumberOfWorkers(t *testing.T) {
	starts := grid(23)
	for _, text := range racers {
		var want []sweep.Outcome
		for _, workers := range []int{1, 2, 7} {
			out := make([]sweep.Outcome, len(starts))
			w := work(nil, 60)
			w.Objective = func() optim.Objective { return optim.NewNoise(wide{himmelblau}, 0.3, 5) }
			if err := w.FromStarts(t.Context(), parse(t, text), starts, out, sweep.Options{Workers: workers}); err != nil {
				t.Fatal(err)
			}
			if want == nil {
				want = out
			}
			for i := range out {
				if !equal(out[i], want[i]) {
					t.Fatalf("%s: run %d with %d workers: %+v, with one: %+v", text, i, workers, out[i], want[i])
				}
			}
		}
	}
}

func TestFromSettings(t *testing.T) {
	rates := []float64{0.001, 0.01, 0.02, 0.03, 0.5}
	w := work(plane(himmelblau), 300)
	out := make([]sweep.Outcome, len(rates))
	at := func(i int, values []float64) { values[0] = rates[i] }
	if err := w.FromSettings(t.Context(), sweep.Start{X: 1, Y: 1}, parse(t, "sgd"), []string{"lr"}, at, out,
		sweep.Options{}); err != nil {
		t.Fatal(err)
	}
	for i, lr := range rates {
		one := make([]sweep.Outcome, 1)
		spec := parse(t, "sgd").With("lr", optim.Num(lr))
		if err := w.FromStarts(t.Context(), spec, []sweep.Start{{X: 1, Y: 1}}, one, sweep.Options{}); err != nil {
			t.Fatal(err)
		}
		if !equal(out[i], one[0]) {
			t.Errorf("lr %v: %+v, alone %+v", lr, out[i], one[0])
		}
	}
	if out[1].Kind != sweep.Arrived || out[1].Target != 0 || out[4].Kind != sweep.Diverged {
		t.Errorf("outcomes %+v", out)
	}
	rates[2] = -1
	if err := w.FromSettings(t.Context(), sweep.Start{X: 1, Y: 1}, parse(t, "sgd"), []string{"lr"}, at, out,
		sweep.Options{}); err == nil {
		t.Error("a negative rate is taken")
	}
	if err := w.FromSettings(t.Context(), sweep.Start{X: 1, Y: 1}, parse(t, "sgd"), []string{"beta1"}, at, out,
		sweep.Options{}); err == nil {
		t.Error("a knob that the racer lacks is taken")
	}
}

func TestCancelAndErrors(t *testing.T) {
	starts, w := grid(40), work(wide{himmelblau}, 100000)
	w.Targets = nil
	for _, text := range []string{"adam", "adam clip_norm=1"} {
		out := make([]sweep.Outcome, len(starts))
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(5*time.Millisecond, cancel)
		if err := w.FromStarts(ctx, parse(t, text), starts, out, sweep.Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: cancelled: %v", text, err)
		}
		if out[len(out)-1].Kind != sweep.Pending {
			t.Errorf("%s: the last run has been made", text)
		}
	}
	out, o := make([]sweep.Outcome, len(starts)), sweep.Options{}
	if err := w.FromStarts(t.Context(), optim.Spec{Method: "adma"}, starts, out, o); err == nil {
		t.Error("an unknown method is taken")
	}
	w.Steps = 0
	if err := w.FromStarts(t.Context(), parse(t, "adam"), starts, out, o); err == nil {
		t.Error("no steps are taken")
	}
	w.Steps = 5
	if err := w.FromStarts(t.Context(), parse(t, "adam"), nil, nil, sweep.Options{}); err != nil {
		t.Errorf("no starts: %v", err)
	}
}
