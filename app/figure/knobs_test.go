package figure

import (
	"slices"
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

func TestShownKnobs(t *testing.T) {
	for text, want := range map[string][]string{
		"momentum lr=0.01":                      {"lr", "momentum"},
		"momentum nesterov=true clip_norm=1":    {"lr", "momentum", "nesterov", "clip_norm"},
		"momentum schedule=step":                {"lr", "momentum", "step_size", "gamma"},
		"momentum schedule=step weight_decay=1": {"lr", "momentum", "weight_decay", "step_size", "gamma"},
	} {
		var names []string
		for _, k := range ShownKnobs(parse(t, text), false) {
			names = append(names, k.Name)
		}
		if !slices.Equal(names, want) {
			t.Errorf("%s: a card shows %v, want %v", text, names, want)
		}
	}
	spec := parse(t, "momentum")
	if all := ShownKnobs(spec, true); len(all) != len(spec.Knobs()) {
		t.Errorf("of %d knobs %d are shown", len(spec.Knobs()), len(all))
	}
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
