package optim_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/optim"
)

// schedulers are numbers of PyTorch's schedulers, made by testdata/schedulers.py.
type schedulers struct {
	Plateau []struct {
		Losses   []float64
		BaseLR   float64 `json:"base_lr"`
		Settings map[string]any
		LR       []float64
	}
	Lambda []struct {
		Formula string
		BaseLR  float64 `json:"base_lr"`
		LR      []float64
	}
	Chains []struct {
		Parts []struct {
			Class    string
			Settings map[string]any
		}
		Milestones []int
		BaseLR     float64 `json:"base_lr"`
		LR         []float64
	}
	Runs []struct {
		Racer, Surface string
		Start          []float64
		Settings       map[string]any
		Points         [][]float64 // every tenth
		LR             []float64
	}
}

func theSchedulers(t *testing.T) (s schedulers) {
	t.Helper()
	load(t, "testdata/schedulers.json", &s)
	return s
}

// onPlateau is a racer with that schedule, written with PyTorch's names for its settings.
func onPlateau(t *testing.T, racer string, settings map[string]any) optim.Spec {
	t.Helper()
	return mustParse(t, racer+" "+called("ReduceLROnPlateau", settings))
}

// called is the construction of a scheduler in Python.
func called(class string, settings map[string]any) string {
	text := class + "(optimizer"
	for name, v := range settings {
		text += fmt.Sprintf(", %s=%v", name, v)
	}
	return strings.ReplaceAll(text, " 11", ", 11") + ")"
}

// told is a loss that is what it is told to be, whatever the point.
type told []float64

func (told) Dim() int { return 1 }

func (l told) Eval(grad, _ []float64, draw int) float64 {
	clear(grad)
	return l[min(draw, len(l)-1)]
}

// TestPlateauRates meets the rates of PyTorch 1.13.1, bit for bit: in the rows, and before their updates.
func TestPlateauRates(t *testing.T) {
	for i, row := range theSchedulers(t).Plateau {
		spec := onPlateau(t, fmt.Sprintf("sgd lr=%v", row.BaseLR), row.Settings)
		plan, err := spec.Plan(1, len(row.LR))
		if err != nil {
			t.Fatal(err)
		}
		state := make([]float64, plan.Width())
		plan.Start(state, told(row.Losses), []float64{0})
		for k, want := range row.LR {
			if due := plan.Due(state, k); due != want {
				t.Fatalf("%d %v: the rate due for update %d is %v, want %v", i, spec, k, due, want)
			}
			plan.Next(state, state, told(row.Losses), k)
			if plan.LR(state) != want {
				t.Fatalf("%d %v: update %d: rate %v, want %v", i, spec, k, plan.LR(state), want)
			}
		}
	}
}

// TestPlateauRuns meets PyTorch's positions and rates where the losses are those of a descent.
func TestPlateauRuns(t *testing.T) {
	for _, want := range theSchedulers(t).Runs {
		spec := onPlateau(t, want.Racer, want.Settings)
		plan, err := spec.Plan(2, len(want.LR))
		if err != nil {
			t.Fatal(err)
		}
		falls := len(slices.Compact(slices.Clone(want.LR)))
		state := make([]float64, plan.Width())
		plan.Start(state, planes[want.Surface], want.Start)
		for k, lr := range want.LR {
			if k%10 == 0 && !near(plan.X(state), want.Points[k/10]) {
				t.Fatalf("%v: step %d: %v, want %v", spec, k, plan.X(state), want.Points[k/10])
			}
			plan.Next(state, state, planes[want.Surface], k)
			if falls < 2 || plan.LR(state) != lr {
				t.Fatalf("%v: update %d: rate %v, want %v; %d rates", spec, k, plan.LR(state), lr, falls)
			}
		}
	}
}

// TestPlateauGoesOn where a racer changes: with what it has counted, from the rate to which it has come or from another lr; with
// another method, or under another schedule, it begins anew.
func TestPlateauGoesOn(t *testing.T) {
	const plateau = " schedule=reduce_on_plateau factor=0.5 patience=2"
	flat := told{1}
	for _, c := range []struct {
		change    string
		at        int
		next      float64 // rate due after the change
		best, bad float64
	}{
		{"sgd lr=0.1" + plateau, 5, 0.05, 1, 1},
		{"sgd lr=0.1" + plateau + " cooldown=3", 4, 0.05, 1, 0},
		{"sgd lr=0.3" + plateau, 5, 0.3, 1, 1},
		{"momentum lr=0.1" + plateau, 5, 0.1, 0, 0},
		{"sgd lr=0.1 schedule=cosine", 5, 0.1, 0, 0},
	} {
		before := mustParse(t, "sgd lr=0.1"+plateau)
		from, err := before.Plan(1, 20)
		if err != nil {
			t.Fatal(err)
		}
		row := make([]float64, from.Width())
		from.Start(row, flat, []float64{0})
		for k := range c.at {
			from.Next(row, row, flat, k)
		}
		to, err := mustParse(t, c.change).PlanFrom(c.at, 1, 20, before, from)
		if err != nil {
			t.Fatal(err)
		}
		next := make([]float64, to.Width())
		to.TakeOver(next, from, row)
		if due := to.Due(next, c.at); due != c.next {
			t.Errorf("%s: rate %v, want %v", c.change, due, c.next)
		}
		best, is := to.Field("reduce_on_plateau.best_loss")
		bad, _ := to.Field("reduce_on_plateau.num_bad_epochs")
		if is && (next[best.At] != c.best || next[bad.At] != c.bad) {
			t.Errorf("%s: best %v after %v worse ones, want %v and %v", c.change, next[best.At], next[bad.At], c.best, c.bad)
		}
		to.Next(next, next, flat, c.at)
		if to.LR(next) != c.next {
			t.Errorf("%s: update at rate %v, want %v", c.change, to.LR(next), c.next)
		}
	}
}

// TestPlateauRefusesNonsense with the name of the knob.
func TestPlateauRefusesNonsense(t *testing.T) {
	for setting, want := range map[string]string{
		"factor=1": "factor must be in [0, 1); got 1", "factor=-0.1": "factor must be",
		"patience=-1":  "patience must be a whole number",
		"patience=1.5": "patience must be", "cooldown=-2": "cooldown must be", "threshold=-1": "threshold must be",
		"threshold=1": "threshold must be less than 1 as a part of the best loss", "min_lr=-1": "min_lr must be",
		"mode=least": "mode must be one of min, max", "threshold_mode=both": "threshold_mode must be one of rel, abs",
		"lr_eps=-1": "lr_eps must be",
	} {
		if _, err := optim.ParseSpec("sgd schedule=reduce_on_plateau " + setting); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", setting, err, want)
		}
	}
	for _, text := range []string{"sgd schedule=reduce_on_plateau threshold=2 threshold_mode=abs",
		"sgd schedule=reduce_on_plateau threshold=2 mode=max", "sgd schedule=reduce_on_plateau threshold=2 maximize=true"} {
		mustParse(t, text)
	}
	if v := mustParse(t, "sgd schedule=reduce_on_plateau maximize=true").Get("mode").Num; v != 1 {
		t.Errorf("a racer that climbs has mode %v", v)
	}
	if r := mustParse(t, "sgd schedule=reduce_on_plateau").Rates(5); !slices.Equal(r, []float64{1e-3, 1e-3, 1e-3, 1e-3, 1e-3}) ||
		math.IsNaN(r[0]) {
		t.Errorf("before any loss is known the rates are %v", r)
	}
}

// TestLambdaRates meets the rates of PyTorch 1.13.1 with the same functions in Python.
func TestLambdaRates(t *testing.T) {
	for _, row := range theSchedulers(t).Lambda {
		spec := mustParse(t, fmt.Sprintf("sgd lr=%v schedule=lambda lr_lambda=%q", row.BaseLR, row.Formula))
		if got := spec.Get("lr_lambda").Text; got != row.Formula {
			t.Errorf("%q is kept as %q", row.Formula, got)
		}
		for k, rate := range spec.Rates(len(row.LR)) {
			if !(math.Abs(rate-row.LR[k]) <= 1e-12*row.BaseLR) {
				t.Fatalf("%s: update %d: rate %v, want %v", row.Formula, k, rate, row.LR[k])
			}
		}
	}
}

// TestLambdaIsReadAsPeopleWrite: in Python, with another letter, in notations of all kinds; and it comes back from its own text.
func TestLambdaIsReadAsPeopleWrite(t *testing.T) {
	for text, want := range map[string]string{
		"adam schedule=lambda":                                                 "0.95^t",
		"adam schedule=lambda lr_lambda=0.9**t":                                "0.9**t",
		"adam schedule=lambda lr_lambda=2t":                                    "2*t",
		`adam schedule=lambda lr_lambda="1 if t < 9 else 0.1"`:                 "t < 9 ? 1 : 0.1",
		"adam LambdaLR(opt, lr_lambda=lambda epoch: 0.95 ** epoch)":            "0.95 ** t",
		"adam LambdaLR(optimizer, lambda x: 1 / (1 + x))":                      "1 / (1 + t)",
		"adam LambdaLR(opt, [lambda s: 0.5 ** (s // 30)])":                     "0.5^floor(t/30)",
		"adam LambdaLR(opt, lr_lambda=lambda t: math.exp(-t/9), verbose=True)": "exp(-t/9)",
		"adam lambda(0.9^t)":                                                   "0.9^t",
		"adam lambda(lr_lambda=min(t, 3))":                                     "min(t, 3)",
		"adam lr=0.1 lambda(t)":                                                "t",
		"adam schedule=lambda lr_lambda=min(t,10)/10 clip_norm=1":              "min(t,10)/10",
		"adam schedule=lambda lr_lambda='r = t/10;\n exp(-r)'":                 "exp(-(t/10))",
	} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := spec.Get("lr_lambda").Text; got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
		if back := mustParse(t, spec.String()); !back.Equal(spec) {
			t.Errorf("%s comes back from %q as %v", text, spec, back)
		}
	}
}

// TestLambdaRefusesNonsense with what is wrong, and where.
func TestLambdaRefusesNonsense(t *testing.T) {
	for text, want := range map[string]string{
		"lr_lambda=":        "lr_lambda: a formula in t is needed, as 0.95^t",
		"lr_lambda='t <'":   "lr_lambda: column 4: the formula ends after <",
		"lr_lambda=1/t":     "lr_lambda: it is +Inf at t = 0, the first step; write t + 1 for a count from 1",
		"lr_lambda=0.5^x":   "lr_lambda: x has no value here: t, the number of the step, is the only letter",
		"lr_lambda=y":       "y has no value here",
		"lr_lambda=gamma^t": "a formula in t is needed, as 0.95^t",
		"lr_lambda=a*b*c*t": "has no value here",
		"lr_lambda=1/2t":    "column 2: what follows / without *",
		"lr_lambda=log(t)":  "it is -Inf at t = 0",
		"lr_lambda=" + strings.Repeat("t+", 600) + "t": "lr_lambda may have 1000 bytes; got 1201",
	} {
		_, err := optim.ParseSpec("sgd schedule=lambda " + text)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
	lambda := optim.Spec{Method: "sgd", Schedule: "lambda"}
	for _, v := range []optim.Value{optim.Num(1), optim.Nums(1), {}, {Text: "lambda t: t"}, {Text: "t)"}} {
		if err := lambda.With("lr_lambda", v).Check(); err == nil {
			t.Errorf("%+v is borne", v)
		}
	}
	if err := lambda.With("lr", optim.Value{Text: "t"}).Check(); err == nil {
		t.Error("lr is a text")
	}
	if _, err := lambda.Template(10, "lr_lambda"); err == nil || !strings.Contains(err.Error(), "is a text, which has no range") {
		t.Errorf("a formula is varied: %v", err)
	}
}
