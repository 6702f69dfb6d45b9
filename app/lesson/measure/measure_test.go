package measure

import (
	"context"
	"math"
	"strings"
	"testing"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
)

// raced is an experiment on a bowl.
func raced(t *testing.T, racers ...string) setup.Experiment {
	t.Helper()
	doc := setup.Default()
	doc.SetFormula("x^2 + 50*y^2")
	doc.Start.X, doc.Start.Y = 8, 8
	doc.Steps, doc.Racers = 400, nil
	for i, text := range racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestFieldsAreReadAndSet(t *testing.T) {
	doc := raced(t, "sgd lr=0.019", "adam lr=0.1")
	for _, c := range []struct {
		field   string
		was, is float64
	}{
		{"steps", 400, 30}, {"batch", 0, 0}, {"seed", float64(doc.Seed), 11}, {"noise", 0, 0.5},
		{"start.x", 8, -1}, {"start.y", 8, 2.5}, {"turn", 0, 30}, {"stretch", 0, 1},
		{"racer.lr", 0.019, 0.01}, {"racer2.lr", 0.1, 0.2}, {"adam.beta1", 0.9, 0.5}, {"sgd.momentum", 0, 0.9},
	} {
		f, err := ParseField(c.field)
		if err != nil || f.String() != c.field {
			t.Fatalf("%s: %v, %v", c.field, f, err)
		}
		doc := doc.Clone()
		if got, err := f.Get(&doc); err != nil || got != c.was {
			t.Errorf("%s is %v, %v, want %v", f, got, err, c.was)
		}
		if err := f.Set(&doc, c.is); err != nil {
			t.Errorf("%s = %v: %v", f, c.is, err)
		}
		if got, err := f.Get(&doc); err != nil || got != c.is {
			t.Errorf("%s is %v, %v, after it was set to %v", f, got, err, c.is)
		}
	}
}

func TestParameterOfTheSurface(t *testing.T) {
	doc := setup.Default()
	doc.Surface, doc.Formula = "cusp", ""
	f := Field{Of: "param", Name: "a"}
	if err := f.Set(&doc, 0.25); err != nil {
		t.Fatal(err)
	}
	if got, err := f.Get(&doc); err != nil || got != 0.25 || doc.Params["a"] != 0.25 {
		t.Errorf("a = %v, %v", got, err)
	}
}

// TestFieldsThatCannotBe: the experiment stays as it was, and the error says what would be right.
func TestFieldsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		field string
		value float64
		want  string
	}{
		{"stps", 1, "did you mean steps?"}, {"start.z", 1, "there is no setting"}, {"racer.", 1, "is not the name of a setting"},
		{"Racer LR", 1, "is not the name of a setting"}, {"racer3.lr", 1, `there is no racer "racer3" among 2`},
		{"momentum.lr", 1, "there is no racer"}, {"racer.lrr", 1, `did you mean "lr"?`}, {"racer.lr", -1, "lr"},
		{"racer.lr", math.NaN(), "lr"}, {"param.a", 1, "no parameter"}, {"steps", 0, "steps"}, {"steps", 1e9, "steps"},
		{"start.x", math.Inf(1), "start"}, {"noise", -1, "noise"}, {"batch", 3, "batch"}, {"seed", -1, "seed"},
	} {
		doc := raced(t, "sgd lr=0.019", "adam lr=0.1")
		before, _ := doc.MarshalJSON()
		f, err := ParseField(c.field)
		if err == nil {
			err = f.Set(&doc, c.value)
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s = %v: %v, want %q", c.field, c.value, err, c.want)
		}
		if after, _ := doc.MarshalJSON(); string(after) != string(before) {
			t.Errorf("%s = %v has changed the experiment", c.field, c.value)
		}
	}
}

func TestChanges(t *testing.T) {
	const text = "racer.lr=0.01; steps=40; racer2=momentum lr=0.1 momentum=0.5"
	list, err := ParseChanges(text)
	if err != nil || list.String() != text {
		t.Fatalf("%q, %v", list, err)
	}
	doc := raced(t, "sgd lr=0.019", "adam lr=0.1")
	got, err := list.Of(doc)
	if err != nil || got.Steps != 40 || got.Racers[0].Spec.Get("lr").Num != 0.01 || got.Racers[1].Spec.Method != "momentum" {
		t.Errorf("%+v, %v", got.Racers, err)
	}
	if doc.Steps != 400 || doc.Racers[1].Spec.Method != "adam" {
		t.Error("the experiment itself has changed")
	}
	for _, wrong := range []string{"lr", "racer.lr=", "=3", "racer=adem lr=1", "racer9.lr=1", "racer.lr=-4"} {
		list, err := ParseChanges(wrong)
		if err == nil {
			_, err = list.Of(doc)
		}
		if err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
}

// TestValues: what a lesson asks for, against figures that were found independently.
func TestValues(t *testing.T) {
	doc, b := raced(t, "sgd lr=0.019", "adam lr=0.01"), NewBench(4)
	for ask, want := range map[string]string{
		"reach of SGD below 1e-6":                           "232",
		"1 - 100 * rate of SGD":                             "−0.9000",
		"rate of SGD + rate of SGD - 2 * rate of SGD":       "0",
		"reach of Adam below 1e-6":                          "never",
		"where SGD is":                                      "settled at A",
		"x of SGD at step 0 - x of SGD at step 1":           "0.3040",
		"loss of SGD at step 9999":                          "–",
		"limit of A / rate of SGD":                          "1.053",
		"reach of SGD below 1e-6 + reach of SGD below 1e-6": "464",
	} {
		a, err := ParseAsked(ask, doc.Names())
		if err != nil {
			t.Errorf("%s: %v", ask, err)
			continue
		}
		v, err := b.Value(context.Background(), doc, a)
		if err != nil || v.String() != want {
			t.Errorf("%s is %v, %v, want %s", ask, v, err, want)
		}
	}
	for _, wrong := range []string{"", "loss", "loss of Nobody", "where Nobody is", "loss of SGD extra", "loss of SGD +", "1 -"} {
		if _, err := ParseAsked(wrong, doc.Names()); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
}

// TestBenchKeepsRuns: the same experiment is run once, and no more runs are kept than it may.
func TestBenchKeepsRuns(t *testing.T) {
	b, ctx := NewBench(2), context.Background()
	doc := raced(t, "sgd lr=0.019")
	first, err := b.Run(ctx, doc, lab.WantPaths)
	if err != nil {
		t.Fatal(err)
	}
	again, err := b.Run(ctx, doc.Clone(), lab.WantPaths)
	if err != nil || again.Tape != first.Tape {
		t.Error("it is run anew")
	}
	for steps := range 5 {
		doc.Steps = 10 + steps
		if _, err := b.Run(ctx, doc, lab.WantPaths); err != nil {
			t.Fatal(err)
		}
	}
	if len(b.kept) != 2 || len(b.last) != 2 {
		t.Errorf("%d runs are kept, want 2", len(b.kept))
	}
}

// TestBenchForgetsWhatWasCancelled: somebody who gave up does not spoil it for the next one.
func TestBenchForgetsWhatWasCancelled(t *testing.T) {
	b, doc := NewBench(2), raced(t, "sgd lr=0.019")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := b.Run(ctx, doc, lab.WantSeen); err == nil {
		t.Fatal("a cancelled run has a result")
	}
	if _, err := b.Run(context.Background(), doc, lab.WantSeen); err != nil {
		t.Error(err)
	}
	doc.Racers = nil
	if _, err := b.Run(context.Background(), doc, lab.WantSeen); err == nil {
		t.Error("without racers there is a result")
	}
}

func TestClaimsOnTheBench(t *testing.T) {
	b, doc := NewBench(4), raced(t, "sgd lr=0.019")
	for text, want := range map[string]bool{
		"reach of SGD below 1e-6 = 232": true, "racer SGD: diverged": false,
		"for 10 steps: racer SGD: never settles": true, "from (1, 0): racer SGD: settles at A": true,
	} {
		c, err := claim.Parse(text, doc.Names())
		if err != nil {
			t.Fatal(err)
		}
		if r, err := b.Claim(context.Background(), doc, doc.Names(), c); err != nil || r.OK != want {
			t.Errorf("%s: %v (%s), %v", text, r.OK, r.Found, err)
		}
	}
}
