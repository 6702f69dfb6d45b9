package figure

import (
	"slices"
	"strings"
	"testing"

	"descentlab/optim"
)

func parse(t *testing.T, text string) optim.Spec {
	t.Helper()
	spec, err := optim.ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

// TestMoreKnobs: behind the main knobs come the others, by kinds; those that are set and the schedule's also while the fold is
// closed.
func TestMoreKnobs(t *testing.T) {
	for text, want := range map[string]string{
		"momentum lr=0.01":                      "lr momentum",
		"momentum nesterov=true clip_norm=1":    "lr momentum | method: nesterov | clipping: clip_norm",
		"momentum schedule=step":                "lr momentum | schedule: step_size gamma",
		"momentum schedule=step weight_decay=1": "lr momentum | schedule: step_size gamma | decay: weight_decay",
		"adamw schedule=step ema=0.9":           "lr beta1 beta2 | schedule: step_size gamma | averaging: ema",
	} {
		spec := parse(t, text)
		got := knobNames(MainKnobs(spec))
		for _, g := range MoreKnobs(spec, false) {
			got += " | " + g.Key + ": " + knobNames(g.Knobs)
		}
		if got != want {
			t.Errorf("%s: a card shows %s, want %s", text, got, want)
		}
	}
	for _, m := range optim.Methods() {
		spec := optim.Spec{Method: m.Key}
		n := len(MainKnobs(spec))
		for _, g := range MoreKnobs(spec, true) {
			n += len(g.Knobs)
			for _, k := range g.Knobs {
				if g.Key == GroupDirection && k.Name != "maximize" {
					t.Errorf("%s has no kind", k.Name)
				}
			}
		}
		if n != len(spec.Knobs()) {
			t.Errorf("%s: of %d knobs %d are shown", m.Key, len(spec.Knobs()), n)
		}
	}
}

func knobNames(knobs []optim.Knob) string {
	var names []string
	for _, k := range knobs {
		names = append(names, k.Name)
	}
	return strings.Join(names, " ")
}

func TestOnBesides(t *testing.T) {
	for text, want := range map[string]string{
		"momentum lr=0.01 momentum=0.5":                "",
		"adam schedule=cosine eta_min=0.1 clip_norm=1": "Cosine, clip_norm",
		"sgd clip_norm=0 ema=0.9":                      "ema",
	} {
		if got := strings.Join(OnBesides(parse(t, text)), ", "); got != want {
			t.Errorf("%s: %q is on, want %q", text, got, want)
		}
	}
}

func TestFirstKnob(t *testing.T) {
	for method, want := range map[string]string{"sgd": "lr", "damped_newton": "damping", "cg": "", "bfgs": "", "lbfgs": "store"} {
		if k, ok := FirstKnob(optim.Spec{Method: method}); k.Name != want || ok != (want != "") {
			t.Errorf("%s: %q", method, k.Name)
		}
	}
}

func TestWhoseKnob(t *testing.T) {
	spec := parse(t, "momentum")
	if !OwnKnob(spec, "momentum") || OwnKnob(spec, "clip_norm") || !StageKnob(spec, "clip_norm") || StageKnob(spec, "momentum") {
		t.Error("the method's knobs and the stages' are not told apart")
	}
}

func TestKnobFacts(t *testing.T) {
	told, atRest := KnobFacts(parse(t, "adam lr=0.06 clip_norm=2 schedule=cosine"), 140)
	facts := map[string]KnobFact{}
	for _, k := range told {
		facts[k.Name] = k
	}
	if k := facts["beta1"]; k.Value != "0.9" || k.Domain != "in [0, 1)" || k.Help == "" {
		t.Errorf("beta1: %+v", k)
	}
	if facts["lr"].Value != "0.06" || facts["clip_norm"].Value != "2" || facts["T_max"].Value != "140" {
		t.Errorf("%+v", told)
	}
	if !slices.Contains(atRest, "ema") || slices.Contains(atRest, "clip_norm") || slices.Contains(atRest, "lr") {
		t.Errorf("at rest: %v", atRest)
	}
	off, _ := KnobFacts(parse(t, "sgd ema=0"), 140)
	if last := off[len(off)-1]; last.Name != "ema" || last.Value != "off" {
		t.Errorf("a stage that is set to nothing: %+v", last)
	}
}
