package optim_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// randomSpec sets about half of a spec's knobs to values from their sliders.
func randomSpec(s optim.Spec, random *rand.Rand) optim.Spec {
	for _, k := range s.Knobs() {
		if random.IntN(2) == 0 || k.Name == "nesterov" || k.Name == "dampening" && s.Get("nesterov").Num == 1 {
			continue // nesterov and dampening exclude each other
		}
		at := k.Min + (k.Max-k.Min)*random.Float64()
		switch k.Kind {
		case optim.Text:
			s = s.With(k.Name, optim.Value{Text: k.Written})
		case optim.List:
			if s.Schedule == "sequential" {
				s = s.With(k.Name, optim.Nums(7)) // for two schedulers
				continue
			}
			s = s.With(k.Name, optim.Nums(3, 1e6, math.Round(at)))
		case optim.Real:
			s = s.With(k.Name, optim.Num(at))
		default:
			s = s.With(k.Name, optim.Num(math.Round(at)))
		}
	}
	return s
}

func TestSpecRoundTrips(t *testing.T) {
	lengthy.Test(t)
	random := rand.New(rand.NewPCG(1, 2))
	everySpec(func(s optim.Spec) {
		for range 10 {
			s := randomSpec(s, random)
			if err := s.Check(); err != nil {
				t.Fatalf("%v: %v", s, err)
			}
			if back, err := optim.ParseSpec(s.String()); err != nil || !reflect.DeepEqual(back, s) {
				t.Fatalf("%v: came back from text as %v, %v", s, back, err)
			}
			data, err := json.Marshal(s)
			if err != nil {
				t.Fatalf("%v: %v", s, err)
			}
			var back optim.Spec
			if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(back, s) {
				t.Fatalf("%v: came back from %s as %v, %v", s, data, back, err)
			}
			resolved := s.Resolve(77)
			if err := resolved.Check(); err != nil {
				t.Fatalf("%v resolved: %v", s, err)
			}
			if !reflect.DeepEqual(resolved.Rates(77), s.Rates(77)) {
				t.Fatalf("%v and its resolved form have different rates", s)
			}
		}
	})
}

func TestSpecText(t *testing.T) {
	const text = "  adam amsgrad=True T_max=100 schedule=cosine\tlr=6e-2 cycle=x "
	if _, err := optim.ParseSpec(text); err == nil {
		t.Error("cycle=x is accepted")
	}
	s := mustParse(t, strings.Replace(text, "cycle=x", "", 1))
	if want := "adam schedule=cosine lr=0.06 amsgrad=true T_max=100"; s.String() != want {
		t.Errorf("got %q, want %q", s, want)
	}
	s = mustParse(t, "sgd schedule=cyclic mode=triangular2 cycle_momentum=false")
	if want := "sgd schedule=cyclic mode=triangular2"; s.String() != want {
		t.Errorf("got %q, want %q", s, want)
	}
}

func TestSpecJSON(t *testing.T) {
	s := mustParse(t, "adam lr=0.06 amsgrad=true schedule=multistep milestones=10,50")
	data, err := json.Marshal(s)
	want := `{"optimizer":"adam","schedule":"multistep","params":{"amsgrad":true,"lr":0.06,"milestones":[10,50]}}`
	if err != nil || string(data) != want {
		t.Errorf("got %s, %v; want %s", data, err, want)
	}
	refused := map[string]string{
		`{"optimizer":"adam","params":{"betta1":0.9}}`:                              `"beta1"`,
		`{"optimizer":"adam","parms":{}}`:                                           "parms",
		`{"optimizer":"adam","params":{"lr":"0.1"}}`:                                "lr must be",
		`{"optimizer":"adam","params":{"lr":[0.1]}}`:                                "lr must be",
		`{"optimizer":"adam","params":{"lr":null}}`:                                 "lr must be",
		`{"optimizer":"adam","params":{"lr":true}}`:                                 "lr must be",
		`{"optimizer":"adam","schedule":"multistep","params":{"milestones":["a"]}}`: "milestones must be",
		`{"optimizer":"adam","schedule":"cyclic","params":{"mode":1}}`:              "mode must be",
		`{"optimizer":"adam","schedule":"cyclic","params":{"mode":"triangle"}}`:     "triangular",
		`{"optimizer":"adam","schedule":"cyclic","params":{"cycle_momentum":true}}`: "cycle_momentum must be false",
		`{"optimizer":"adam","schedule":"cosine_restart"}`:                          `"cosine_restarts"`,
		`{"optimizer":"sgd","params":{"nesterov":true}}`:                            "nesterov needs",
		`{"params":{}}`: "unknown optimizer",
		`["adam"]`:      "racer",
	}
	for text, hint := range refused {
		before := optim.Spec{Method: "sgd"}
		after := before
		err := json.Unmarshal([]byte(text), &after)
		if err == nil || !strings.Contains(err.Error(), hint) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want one line with %s", text, err, hint)
		}
		if !reflect.DeepEqual(before, after) {
			t.Errorf("%s: changed the spec to %v", text, after)
		}
	}
	if _, err := json.Marshal(optim.Spec{Method: "adam"}.With("lr", optim.Num(-1))); err == nil {
		t.Error("a bad spec was written")
	}
}

func TestSpecRefusals(t *testing.T) {
	refused := map[string]string{
		"":                                       "a racer needs an optimizer's name first",
		"lr=0.1":                                 "begins with an optimizer's name",
		"adma":                                   `unknown optimizer "adma"; did you mean "adam"?`,
		"adam lr":                                `adam: lr needs a value, as in lr=0.05`,
		"adam lr=":                               `adam: lr must be a number above 0; got ""`,
		"adam lr=abc":                            `adam: lr must be a number above 0; got "abc"`,
		"adam lr=0":                              "adam: lr must be a number above 0; got 0",
		"adam lr=NaN":                            "adam: lr must be a number above 0; got NaN",
		"adam lr=inf":                            "adam: lr must be a number above 0; got +Inf",
		"adam lr=1e999":                          `lr must be a number above 0; got "1e999"`,
		"adam lr=0.1 lr=0.2":                     `adam: "lr" is set twice`,
		"adam beta1=1":                           "adam: beta1 must be in [0, 1); got 1",
		"adam betta1=0.9":                        `adam has no knob "betta1"; did you mean "beta1"?`,
		"adam zzzzzz=1":                          "the knobs are lr, beta1, beta2",
		"adam shedule=cosine":                    `did you mean "schedule"?`,
		"adam amsgrad=yes":                       `adam: amsgrad must be true or false; got "yes"`,
		"adam T_max=10":                          "T_max needs schedule=cosine or schedule=warmup_cosine",
		"adam schedule=cosin":                    `unknown schedule "cosin"; did you mean "cosine"?`,
		"adam schedule=cosine T_max=1.5":         "T_max must be a whole number from 1",
		"adam schedule=cosine T_max=0":           "T_max must be a whole number from 1",
		"adam schedule=multistep milestones=":    "milestones must be 1 to 100 whole numbers",
		"adam schedule=multistep milestones=1,,": "milestones must be",
		"adam schedule=multistep milestones=1.5": "milestones must be",
		"adam schedule=multistep milestones=-1":  "milestones must be",
		"adam schedule=cyclic mode=triangular3":  `did you mean "triangular"?`,
		"adam schedule=cyclic cycle_momentum=1":  "cycle_momentum must be false: momentum is not cycled here",
		"sgd nesterov=true":                      "sgd: nesterov needs momentum > 0 and dampening 0",
		"momentum nesterov=true dampening=0.1":   "momentum: nesterov needs",
		"rprop step_min=1 step_max=0.5":          "rprop: step_min must be at most step_max; got 1 and 0.5",
		"rprop etaplus=1":                        "etaplus must be a number above 1",
		"rprop etaminus=1":                       "etaminus must be in (0, 1); got 1",
		"adam clip_norm=-1":                      "clip_norm must be a number of at least 0; got -1",
		"adam " + strings.Repeat("x", 1000):      "got \"xxx",
		strings.Repeat("x", optim.MaxText+1):     "a racer's text may have 4096 bytes",
	}
	for text, hint := range refused {
		_, err := optim.ParseSpec(text)
		if err == nil || !strings.Contains(err.Error(), hint) || strings.Contains(err.Error(), "\n") || len(err.Error()) > 250 {
			t.Errorf("%.60q: error %v, want one short line with %s", text, err, hint)
		}
	}
	if _, err := (optim.Spec{Method: "adam"}).Plan(0, 10); err == nil {
		t.Error("a plan of no dimension is made")
	}
	if (optim.Spec{Method: "nothing"}).Rates(10) != nil {
		t.Error("a bad spec has rates")
	}
}

func TestSpecCopies(t *testing.T) {
	list := []float64{10, 20}
	a := mustParse(t, "adam schedule=multistep lr=0.1").With("milestones", optim.Value{List: list})
	b := a.With("lr", optim.Num(0.2))
	c := a.Clone()
	list[0] = 99
	b.Set["milestones"].List[1] = 98
	c.Set["lr"] = optim.Num(0.3)
	c.Set["milestones"].List[0] = 97
	if got := a.String(); got != "adam schedule=multistep lr=0.1 milestones=10,20" {
		t.Errorf("the original became %q", got)
	}
	if got := a.Without("milestones").String(); got != "adam schedule=multistep lr=0.1" {
		t.Errorf("without milestones: %q", got)
	}
	if got := (optim.Spec{Method: "adam"}).With("lr", optim.Num(1)).String(); got != "adam lr=1" {
		t.Errorf("with lr: %q", got)
	}
}

func TestChangingMethodAndSchedule(t *testing.T) {
	a := mustParse(t, "adam lr=0.1 beta1=0.8 amsgrad=true schedule=cosine T_max=50 eta_min=0.01 clip_norm=2")
	cases := map[string]optim.Spec{
		"nadam schedule=cosine beta1=0.8 T_max=50 eta_min=0.01 clip_norm=2":                           a.WithMethod("nadam"),
		"sgd schedule=cosine T_max=50 eta_min=0.01 clip_norm=2":                                       a.WithMethod("sgd"),
		"adam lr=0.1 beta1=0.8 amsgrad=true clip_norm=2":                                              a.WithSchedule(""),
		"adam schedule=warmup_cosine lr=0.1 beta1=0.8 amsgrad=true T_max=50 eta_min=0.01 clip_norm=2": a.WithSchedule("warmup_cosine"),
	}
	for want, got := range cases {
		if got.String() != want || got.Check() != nil {
			t.Errorf("got %q, %v; want %q", got, got.Check(), want)
		}
	}
	if a.String() != "adam schedule=cosine lr=0.1 beta1=0.8 amsgrad=true T_max=50 eta_min=0.01 clip_norm=2" {
		t.Errorf("the original became %v", a)
	}
}

// TestSpecsAreEqual: as their texts are, whatever the order in which they were set.
func TestSpecsAreEqual(t *testing.T) {
	base := "adam lr=0.1 schedule=multistep milestones=10,20"
	for text, want := range map[string]bool{
		"adam schedule=multistep milestones=10,20 lr=0.1":  true,
		"adam schedule=multistep milestones=10,30 lr=0.1":  false,
		"adam schedule=multistep milestones=10 lr=0.1":     false,
		"adam schedule=multistep lr=0.1":                   false,
		"adamw schedule=multistep milestones=10,20 lr=0.1": false,
		"adam lr=0.1": false,
	} {
		a, errA := optim.ParseSpec(base)
		b, errB := optim.ParseSpec(text)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if a.Equal(b) != want || b.Equal(a) != want || a.Equal(b) != (a.String() == b.String()) {
			t.Errorf("%q equals %q: %t", text, base, a.Equal(b))
		}
	}
}
