package optim_test

import (
	"strings"
	"testing"

	"descentlab/optim"
)

// TestPythonOfChanges: the table of what changes, of PyTorch's arguments or of variables, and a line that looks it up.
func TestPythonOfChanges(t *testing.T) {
	race := optim.Script{Title: "Test", Loss: []string{"x, y = p", "return x**2 + y**2"}, Start: []float64{1, 1}, Steps: 50}
	for _, c := range []struct{ racer, want string }{
		{"momentum lr=0.1 momentum=0.9 @12 momentum=0.5 @20 lr=0.05", `changes = {  # from which update on
    12: {"momentum": 0.5},
    20: {"lr": 0.05},
}

for t in range(50):
    optimizer.param_groups[0].update(changes.get(t, {}))
    optimizer.zero_grad()`},
		{"adam lr=0.1 @7 beta1=0.5 @99 lr=1", `changes = {  # from which update on
    7: {"betas": (0.5, 0.999)},
}`},
		{"lion lr=0.1 @7 lr=0.2 beta1=0.5", `changes = {  # from which update on
    7: {"lr": 0.2, "beta1": 0.5},
}

for t in range(50):
    globals().update(changes.get(t, {}))`},
		{"adam lr=0.1 @7", "    7: {},\n"},
	} {
		spec, changes, err := optim.ParseRacer(c.racer)
		if err != nil {
			t.Fatal(err)
		}
		race.Changes = changes
		got, err := spec.Python(race)
		if err != nil || !strings.Contains(got, c.want) || !strings.Contains(got, "# The racer is: "+c.racer+"\n") {
			t.Errorf("%s:\n%s\n%v", c.racer, got, err)
		}
	}
	for racer, want := range map[string]string{
		"sgd lr=0.1 @5 adam lr=0.1": "another method", "adam lr=0.1 @5 schedule=cosine": "a schedule",
		"adam lr=0.1 @5 clip_norm=1": "clip_norm", "adam lr=0.1 schedule=cosine @5 lr=0.2": "a schedule",
		"gonum_bfgs @5": "SciPy",
	} {
		spec, changes, err := optim.ParseRacer(racer)
		if err != nil {
			continue
		}
		race.Changes = changes
		if _, err := spec.Python(race); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", racer, err, want)
		}
	}
}
