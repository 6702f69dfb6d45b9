package cli

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"descentlab/app/export"
	"descentlab/optim"
)

func TestCatalogues(t *testing.T) {
	for _, args := range [][]string{
		{"surfaces"}, {"surfaces", "rosenbrock"}, {"optimizers"}, {"optimizers", "adam"}, {"help"}, {"race", "-h"},
	} {
		if out, err := cli(t, args...); err != nil || len(out) < 60 {
			t.Errorf("%v: %q, %v", args, out, err)
		}
	}
	for _, args := range [][]string{
		{"surfaces", "-json"}, {"surfaces", "peaks", "-json"}, {"optimizers", "-json"}, {"optimizers", "adam", "-json"},
	} {
		out, err := cli(t, args...)
		var got map[string][]map[string]any
		if err != nil || json.Unmarshal([]byte(out), &got) != nil || len(got[args[0]]) == 0 || got[args[0]][0]["name"] == "" {
			t.Errorf("%v: %.100q, %v", args, out, err)
		}
	}
}

func TestOptimizersAreListedByFamily(t *testing.T) {
	out, err := cli(t, "optimizers")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out, "\n")
	at := func(start string) int {
		return slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, start) })
	}
	if !(at("Descent and momentum") == 0 && at("  sgd ") == 1 && at("  lion ") < at("Adaptive") &&
		at("Adaptive") < at("  adam ") && at("  adam ") < at("schedule=")) {
		t.Errorf("the catalogue is not in order:\n%s", out)
	}
	if strings.Contains(out, " \n") {
		t.Error("lines end in blanks")
	}
}

func TestOptimizerIsPrintedWithItsMathematics(t *testing.T) {
	out, err := cli(t, "optimizers", "adam")
	for _, want := range []string{
		"Adam (adam, 2014, Adaptive)\n", "\n  mₜ₊₁ = β₁mₜ + (1 − β₁)gₜ,", "xₜ₊₁ = xₜ − ηm̂ₜ₊₁/(√v̂ₜ₊₁ + ϵ)\n",
		"\nmemory  adam.exp_avg, adam.exp_avg_sq\n", "\npython  torch.optim.Adam(", "\nbeta1 ",
	} {
		if err != nil || !strings.Contains(out, want) {
			t.Errorf("%v; %q is not in:\n%s", err, want, out)
		}
	}
}

// TestCatalogueAsJSON: all that the catalogue says of its methods can be read by a program.
func TestCatalogueAsJSON(t *testing.T) {
	out, err := cli(t, "optimizers", "-json")
	var got struct {
		Optimizers []export.MethodJSON
		Schedules  []struct{ Name, Torch string }
		Stages     []struct{ Name string }
	}
	if err != nil || json.Unmarshal([]byte(out), &got) != nil {
		t.Fatalf("%v: %.100q", err, out)
	}
	if len(got.Optimizers) != len(optim.Methods()) || len(got.Schedules) != len(optim.Schedules()) ||
		len(got.Stages) != len(optim.StageKnobs()) {
		t.Errorf("%d optimizers, %d schedules, %d stages", len(got.Optimizers), len(got.Schedules), len(got.Stages))
	}
	for _, m := range got.Optimizers {
		if m.Family == "" || m.Year == 0 || m.Idea == "" || m.Cite == "" || len(m.Math) == 0 || m.Memories == nil ||
			m.Knobs == nil || m.Python.Torch+m.Python.Step+m.Python.SciPy == "" {
			t.Errorf("%s lacks something: %+v", m.Name, m)
		}
		if m.Name == "adam" && !slices.Equal(m.Memories, []string{"adam.exp_avg", "adam.exp_avg_sq"}) {
			t.Errorf("adam remembers %q", m.Memories)
		}
	}
	for _, s := range got.Schedules {
		if s.Torch == "" {
			t.Errorf("%s lacks PyTorch's scheduler", s.Name)
		}
	}
}
