package optim_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"descentlab/optim"
)

// TestChainRates meets the rates of PyTorch's SequentialLR, every scheduler being first and later in it.
func TestChainRates(t *testing.T) {
	for _, row := range theSchedulers(t).Chains {
		var parts []string
		for _, p := range row.Parts {
			parts = append(parts, called(p.Class, p.Settings))
		}
		list := strings.ReplaceAll(fmt.Sprint(row.Milestones), " ", ", ")
		spec := mustParse(t, fmt.Sprintf("sgd lr=%v SequentialLR(optimizer, schedulers=[%s], milestones=%s)", row.BaseLR,
			strings.Join(parts, ", "), list))
		for k, rate := range spec.Rates(len(row.LR)) {
			if !(math.Abs(rate-row.LR[k]) <= 1e-12*row.BaseLR) {
				t.Fatalf("%v: update %d: rate %v, want %v", spec, k, rate, row.LR[k])
			}
		}
		if back := mustParse(t, spec.String()); !back.Equal(spec) {
			t.Errorf("%v comes back as %v", spec, back)
		}
	}
}

// TestChainIsReadAsPeopleWrite it, and is kept with what is set alone; defaults fit the part of the race.
func TestChainIsReadAsPeopleWrite(t *testing.T) {
	for text, want := range map[string]string{
		"adam schedule=sequential": "[linear, cosine] 50",
		"adam schedule=sequential schedulers=[linear(total_iters=5),cosine,exponential(gamma=.9)]": "[linear(total_iters=5), " +
			"cosine, exponential(gamma=0.9)] 33,67",
		"adam SequentialLR(opt, [LinearLR(opt, 0.1, total_iters=5), CosineAnnealingLR(opt, 20)], [5])": "[linear(start_factor=0.1, " +
			"total_iters=5), cosine(T_max=20)] 5",
		`adam schedule=sequential schedulers="linear , step( gamma = 0.5 )" milestones=7`: "[linear, step(gamma=0.5)] 7",
		"adam sequential([constant(0.5, 3), lambda(t < 4 ? 1 : 2)], milestones=[9])": "[constant(factor=0.5, total_iters=3), " +
			`lambda(lr_lambda="t < 4 ? 1 : 2")] 9`,
		"opt = torch.optim.Adam(p, lr=0.1)\nwarm = LinearLR(opt, start_factor=0.1, total_iters=4)\n" +
			"cool = lr_scheduler.ExponentialLR(opt, gamma=0.9)\nscheduler = SequentialLR(opt, schedulers=[warm, cool], " +
			"milestones=[4])": "[linear(start_factor=0.1, total_iters=4), exponential(gamma=0.9)] 4",
		"adam a = StepLR(o, 3); SequentialLR(o, [a, a, CosineAnnealingLR(o, 9)], [4, 8])": "[step(step_size=3), step(step_size=3), " +
			"cosine(T_max=9)] 4,8",
		"sgd SequentialLR(o, schedulers=[MultiStepLR(o, [3, 4]), StepLR(o, 3)], milestones=[8], verbose=False)": "[multistep(" +
			"milestones=[3,4]), step(step_size=3)] 8",
	} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		list, _ := spec.Knob("milestones")
		if got := spec.Get("schedulers").Text + " " + list.Format(spec.GetFor("milestones", 100)); got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
		if back := mustParse(t, spec.String()); !back.Equal(spec) {
			t.Errorf("%s comes back from %q as %v", text, spec, back)
		}
	}
	rates := mustParse(t, "sgd lr=1 schedule=sequential schedulers=[constant(factor=0.5,total_iters=99),cosine]").Rates(8)
	for k, want := range []float64{0.5, 0.5, 0.5, 0.5, 1, (1 + math.Sqrt2/2) / 2, 0.5, (1 - math.Sqrt2/2) / 2} {
		if math.Abs(rates[k]-want) > 1e-15 {
			t.Errorf("update %d: %v, want %v", k, rates[k], want)
		}
	}
	for _, steps := range []int{0, 1, 2} { // fewer than there are parts
		list := mustParse(t, "sgd schedule=sequential schedulers=[linear,cosine,step]").GetFor("milestones", steps).List
		if list[0] < 1 || list[1] <= list[0] {
			t.Errorf("in %d steps: milestones %v", steps, list)
		}
	}
}

// TestChainRefusesNonsense with what is wrong.
func TestChainRefusesNonsense(t *testing.T) {
	for text, want := range map[string]string{
		"schedulers=[linear]": "schedulers: a chain has two schedulers or more", "schedulers=": "a chain has two schedulers or more",
		"schedulers=[linear,cosin]":                         `unknown schedule "cosin"; did you mean "cosine"?`,
		"schedulers=[linear,3]":                             `cosine]: unknown schedule "3"`,
		"schedulers=[linear,cosine] milestones=3,5":         "2 schedulers need as many milestones less one, at which",
		"schedulers=[linear,cosine,step] milestones=5,5":    "milestones must rise; got 5 after 5",
		"schedulers=[linear,cosine,step] milestones=9,5":    "milestones must rise; got 5 after 9",
		"schedulers=[linear,cosine] milestones=0":           "milestones must be",
		"schedulers=[linear,cosine] milestones=-3":          "milestones must be",
		"schedulers=[linear,cosine(T_max=-1)]":              "schedulers: T_max must be a whole number",
		"schedulers=[linear(T_max=3),cosine]":               "schedulers: linear has no T_max; it takes start_factor",
		"schedulers=[linear(lr=3),cosine]":                  "schedulers: linear has no lr",
		"schedulers=[step(banana=3),cosine]":                "schedulers: step has no banana; it takes step_size and gamma",
		"schedulers=[StepLR(banana=3),cosine]":              "schedulers: StepLR has no banana; it takes step_size and gamma",
		"schedulers=[exponential(gama=1),cosine]":           `schedulers: exponential has no gama; did you mean "gamma"?`,
		"schedulers=[LambdaLR([f,g]),cosine]":               "lr_lambda: one formula in t is needed, as 0.95^t, for there is one",
		"schedulers=[step(3,4,5),cosine]":                   `schedulers: step takes step_size and gamma, in this order; got "5"`,
		"schedulers=[linear,reduce_on_plateau]":             "reduce_on_plateau cannot stand in a chain",
		"schedulers=[linear,ReduceLROnPlateau(o)]":          "reduce_on_plateau cannot stand in a chain",
		"schedulers=[linear,onecycle]":                      "onecycle cannot stand in a chain",
		"schedulers=[cyclic,linear]":                        "cyclic cannot be the first of a chain",
		"schedulers=[linear,warmup_cosine]":                 "warmup_cosine is a chain itself",
		"schedulers=[linear,sequential(schedulers=[step])]": "sequential is a chain itself",
		"SequentialLR(o, [a, b], [3])":                      `"schedule" is set twice`,
		"schedulers=[linear,lambda(1/t)]":                   "schedulers: lr_lambda: it is +Inf at t = 0",
		"schedulers=[linear,MultiplicativeLR(o)]":           "MultiplicativeLR is a function in Python",
	} {
		_, err := optim.ParseSpec("sgd schedule=sequential " + text)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}

// TestScheduleTakesOverWhatFits: of settings of the same name, those that go together with the new schedule.
func TestScheduleTakesOverWhatFits(t *testing.T) {
	for text, want := range map[string]string{
		"sgd schedule=multistep milestones=3,5":         "sgd schedule=sequential",
		"sgd schedule=multistep milestones=9":           "sgd schedule=sequential milestones=9",
		"sgd schedule=multistep milestones=0 gamma=0.5": "sgd schedule=sequential",
	} {
		if got := mustParse(t, text).WithSchedule("sequential"); got.String() != want || got.Check() != nil {
			t.Errorf("%s becomes %v, want %s", text, got, want)
		}
	}
	chain := mustParse(t, "sgd schedule=sequential milestones=9")
	longer := chain.With("schedulers", optim.Value{Text: "[linear, step, cosine]"})
	const want = "sgd schedule=sequential schedulers=[linear, step, cosine]"
	if got := longer.Settled("schedulers"); longer.Check() == nil || got.String() != want {
		t.Errorf("a longer chain becomes %v", got)
	}
}
