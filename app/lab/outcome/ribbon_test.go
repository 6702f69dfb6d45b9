package outcome_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

// prepared is the race of an experiment, with its places.
func prepared(t testing.TB, doc setup.Experiment) lab.Run {
	t.Helper()
	r, err := lab.Prepare(context.Background(), doc, lab.WantAll)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// about asks for a knob of a racer, over its slider.
func about(t testing.TB, doc *setup.Experiment, racer int, name string) outcome.Question {
	t.Helper()
	k, err := doc.Racers[racer].Spec.Knob(name)
	if err != nil {
		t.Fatal(err)
	}
	return outcome.Question{Racer: racer, Knob: name, Value: func(place float64) float64 {
		return sweep.Round(k, k.OnSlider(place))
	}}
}

// ground is what a race's ribbons are made on.
func ground(r lab.Run) outcome.Ground { return outcome.Ground{Doc: r.Doc, Field: r.Field} }

// ribbon is the finest one.
func ribbon(t testing.TB, r lab.Run, q outcome.Question) outcome.Ribbon {
	t.Helper()
	var last outcome.Ribbon
	err := ground(r).Ribbons(t.Context(), []outcome.Question{q}, outcome.Limits{}, func(made []outcome.Ribbon) { last = made[0] })
	if err != nil {
		t.Fatal(err)
	}
	return last
}

var cases = []struct {
	surface string
	steps   int
	racers  []string
	knob    string // of the first racer
	change  func(*setup.Experiment)
	ends    []string // some that there are
}{
	{surface: "peaks", steps: 140, racers: []string{"momentum lr=0.008", "adam lr=0.06"}, knob: "momentum",
		ends: []string{"ends in C", "ends in A", "leaves the map"}},
	{surface: "peaks", steps: 140, racers: []string{"adam lr=0.06", "sgd lr=0.012"}, knob: "beta1"},
	{surface: "himmelblau", steps: 100, racers: []string{"sgd lr=0.01"}, knob: "lr", ends: []string{"diverges"}},
	{surface: "himmelblau", steps: 200, racers: []string{"adam lr=0.05"}, knob: "lr", change: noisy(2)},
	{surface: "rosenbrock", steps: 300, racers: []string{"rmsprop lr=0.01"}, knob: "lr",
		ends: []string{"is still on its way to A"}},
	{surface: "beale", steps: 200, racers: []string{"nesterov lr=0.001"}, knob: "momentum"},
	{surface: "ackley", steps: 150, racers: []string{"momentum lr=0.01"}, knob: "lr"},
	{surface: "logistic", steps: 120, racers: []string{"sgd lr=0.1"}, knob: "lr", change: func(e *setup.Experiment) { e.Batch = 8 }},
	{surface: "himmelblau", steps: 40, racers: []string{"cma_es"}, knob: "population"},
	{surface: "peaks", steps: 100, racers: []string{"sgd lr=0.05 maximize=true"}, knob: "lr"},
	{surface: "peaks", steps: 140, racers: []string{"adam lr=0.06"}, knob: "lr", change: func(e *setup.Experiment) {
		e.Formula, e.Surface, e.Params = "log(x) + x*y^2 - 2*log(y)", "", nil
		e.Start.X, e.Start.Y = 2, 2
	}, ends: []string{"leaves the domain"}},
}

// noisy gives gradients that noise.
func noisy(sigma float64) func(*setup.Experiment) {
	return func(e *setup.Experiment) { e.Noise = sigma }
}

// TestRibbonAgreesWithRealRuns: at ten places of the track, the whole race with the value that stands there ends as the ribbon
// says.
func TestRibbonAgreesWithRealRuns(t *testing.T) {
	lengthy.Test(t)
	for _, c := range cases {
		t.Run(fmt.Sprint(c.surface, " ", c.racers[0], " ", c.knob), func(t *testing.T) {
			doc := desktest.Experiment(t, c.surface, c.steps, c.racers...)
			if c.change != nil {
				c.change(&doc)
			}
			r := prepared(t, doc)
			made := ribbon(t, r, about(t, &doc, 0, c.knob))
			pieces := made.Pieces()
			if !made.Done || pieces[0].From != 0 || pieces[len(pieces)-1].To != 1 {
				t.Fatalf("it is done: %t, and has %d pieces", made.Done, len(pieces))
			}
			for k := range 10 {
				i := (2*k + 1) * len(made.Samples) / 20
				s := made.Samples[i]
				real := raced(t, doc, c.knob, s.Value)
				if !real.Like(s.End) || real.Settled != s.Settled || real.Loss != s.Loss && real.Loss == real.Loss {
					t.Errorf("%s %v: %v (%v), really %v (%v)", c.knob, s.Value, s.End, s.Where, real, real.Where)
				}
				if p, ok := made.At(s.Place); !ok || !p.End.Like(real) {
					t.Errorf("%s %v: the strip says %v, really %v", c.knob, s.Value, p.End, real)
				}
			}
			for _, end := range c.ends {
				if !slices.ContainsFunc(pieces, func(p outcome.Piece) bool { return p.End.String() == end }) {
					t.Errorf("nothing %q among %v", end, told(pieces))
				}
			}
		})
	}
}

// raced is how the first racer of a document ends in a race of all with another value.
func raced(t *testing.T, doc setup.Experiment, knob string, v float64) outcome.End {
	t.Helper()
	doc = doc.Clone()
	doc.Racers[0].Spec = doc.Racers[0].Spec.With(knob, optim.Num(v))
	return outcome.Ends(prepared(t, doc))[0]
}

func told(pieces []outcome.Piece) (list []string) {
	for _, p := range pieces {
		list = append(list, fmt.Sprintf("%.3g..%.3g %v", p.Low, p.High, p.End))
	}
	return list
}

// TestRibbonAgreesBetweenItsRuns: a value between two runs that end alike ends so, too, but for what is finer than the strip can
// show.
func TestRibbonAgreesBetweenItsRuns(t *testing.T) {
	doc := desktest.Experiment(t, "peaks", 140, "momentum lr=0.008")
	r := prepared(t, doc)
	q := about(t, &doc, 0, "momentum")
	made := ribbon(t, r, q)
	for k := range 10 {
		place := (float64(k) + 0.37) / 10
		p, _ := made.At(place)
		if real := raced(t, doc, "momentum", q.Value(place)); !real.Like(p.End) {
			t.Errorf("momentum %v: the strip says %v, really %v", q.Value(place), p.End, real)
		}
	}
}

// TestSlowMethodsGetFewerRuns: what takes long is told by fewer runs, in time, but for the first ones.
func TestSlowMethodsGetFewerRuns(t *testing.T) {
	doc := desktest.Experiment(t, "peaks", 20, "momentum lr=0.008")
	r := prepared(t, doc)
	for _, c := range []struct {
		each         time.Duration // that a run takes
		coarse, fine int           // runs, and some more where two ends meet
	}{{time.Microsecond, 25, 97}, {2 * time.Millisecond, 25, 97}, {4 * time.Millisecond, 13, 49},
		{8 * time.Millisecond, 7, 25}, {time.Second, 4, 4}} {
		made, passed := 0, time.Duration(0)
		limits := outcome.Usual()
		limits.Passed = func(runs int) time.Duration {
			made, passed = runs, time.Duration(runs)*c.each
			return passed
		}
		var passes []int
		err := ground(r).Ribbons(t.Context(), []outcome.Question{about(t, &doc, 0, "momentum")}, limits,
			func(list []outcome.Ribbon) { passes = append(passes, len(list[0].Samples)) })
		if err != nil {
			t.Fatal(err)
		}
		last := passes[len(passes)-1]
		if passes[0] != c.coarse || last < c.fine || last > c.fine+24 {
			t.Errorf("runs of %v: %v, want from %d to about %d", c.each, passes, c.coarse, c.fine)
		}
		if last > 4 && passed > limits.Fine || made > last {
			t.Errorf("runs of %v: %d take %v", c.each, made, passed)
		}
	}
}

// TestRibbonsAreGivenUp: nothing comes of them once nobody waits for them.
func TestRibbonsAreGivenUp(t *testing.T) {
	doc := desktest.Experiment(t, "peaks", 100000, "adam lr=0.001")
	r := lab.Run{Doc: doc, Field: prepared(t, desktest.Experiment(t, "peaks", 1, "adam")).Field}
	ctx, cancel := context.WithCancel(t.Context())
	limits := outcome.Limits{Coarse: time.Hour, Fine: time.Hour, Passed: func(runs int) time.Duration {
		if runs > 0 {
			cancel()
		}
		return 0
	}}
	err := ground(r).Ribbons(ctx, []outcome.Question{about(t, &doc, 0, "lr")}, limits, func([]outcome.Ribbon) {
		t.Error("a ribbon is published")
	})
	if err != context.Canceled {
		t.Errorf("it ends with %v", err)
	}
}

// TestRibbonsThatTakeTooLong are given up, and say so.
func TestRibbonsThatTakeTooLong(t *testing.T) {
	doc := desktest.Experiment(t, "peaks", 100000, "adam lr=0.001")
	r := lab.Run{Doc: doc, Field: prepared(t, desktest.Experiment(t, "peaks", 1, "adam")).Field}
	published := 0
	err := ground(r).Ribbons(t.Context(), []outcome.Question{about(t, &doc, 0, "lr")}, outcome.Limits{Most: time.Nanosecond},
		func(list []outcome.Ribbon) {
			published++
			if !list[0].Done || len(list[0].Samples) > 0 || len(list[0].Pieces()) > 0 {
				t.Errorf("it is done: %t, with %d runs", list[0].Done, len(list[0].Samples))
			}
		})
	if err != nil || published != 1 {
		t.Errorf("%d ribbons: %v", published, err)
	}
}

// TestKeyOfARibbon: a knob's own value does not change its ribbon; all else that runs depend on does.
func TestKeyOfARibbon(t *testing.T) {
	doc := desktest.Experiment(t, "peaks", 20, "momentum lr=0.008", "adam lr=0.06")
	r := prepared(t, doc)
	q := about(t, &doc, 0, "momentum")
	key := func(change func(*setup.Experiment)) string {
		g := ground(r)
		g.Doc = g.Doc.Clone()
		change(&g.Doc)
		return g.Key(q)
	}
	set := func(racer int, knob string, v float64) func(*setup.Experiment) {
		return func(e *setup.Experiment) {
			e.Racers[racer].Spec = e.Racers[racer].Spec.With(knob, optim.Num(v))
		}
	}
	was := key(func(*setup.Experiment) {})
	for name, change := range map[string]func(*setup.Experiment){
		"its own value": set(0, "momentum", 0.5), "another racer": set(1, "lr", 0.5),
		"a hidden racer": func(e *setup.Experiment) { e.Racers[0].Hidden = true },
	} {
		if key(change) != was {
			t.Errorf("%s changes the ribbon's key", name)
		}
	}
	for name, change := range map[string]func(*setup.Experiment){
		"another knob": set(0, "lr", 0.01), "the start": func(e *setup.Experiment) { e.Start.X++ }, "noise": noisy(1),
		"the seed":  func(e *setup.Experiment) { e.Seed++ },
		"the steps": func(e *setup.Experiment) { e.Steps++ },
	} {
		if key(change) == was {
			t.Errorf("%s does not change the ribbon's key", name)
		}
	}
}
