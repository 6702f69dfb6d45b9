package optim_test

import (
	"math"
	"strings"
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
)

// TestPythonOfChanges: the table of what changes, of PyTorch's arguments or of variables, and a line that looks it up.
func TestPythonOfChanges(t *testing.T) {
	script := optim.Script{Title: "Test", Loss: []string{"x, y = p", "return x**2 + y**2"}, Start: []float64{1, 1}, Steps: 50}
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
		{"momentum lr=0.1 @12 momentum=0.5 @40 adam lr=0.05", `
for t in range(12):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()

# From update 12 on it is: momentum lr=0.1 momentum=0.5
optimizer.param_groups[0].update({"momentum": 0.5})

for t in range(12, 40):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()

# From update 40 on it is: adam lr=0.05
optimizer = torch.optim.Adam([p], lr=0.05, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.0, amsgrad=False)

for t in range(40, 50):
`},
		{"adam lr=0.1 @4 adamw lr=0.03 lookahead_k=5 @9 lion lookahead_k=5", `
state = optimizer.state[p]  # what is remembered goes on
optimizer = torch.optim.AdamW([p], lr=0.03, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.01, amsgrad=False)
optimizer.state[p] = state
anchor = p.detach().clone()  # lookahead's slow copy

for t in range(4, 9):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    with torch.no_grad():
        if (t - 3) % 5 == 0:
`},
		{"adam schedule=cosine lr=0.1 @4 lr=0.2", `
for _ in range(4):  # up to where it is
    pacer.step()
    scheduler.step()

for t in range(4, 50):
    optimizer.param_groups[0]["lr"] = pacer.param_groups[0]["lr"]
`},
		{"trust_region_newton radius=0.5 @7 radius=1 max_radius=2", "    7: {\"max_radius\": 2.0},\n"},
	} {
		spec, changes, err := optim.ParseRacer(c.racer)
		if err != nil {
			t.Fatal(err)
		}
		script.Changes = changes
		got, err := spec.Python(script)
		if err != nil || !strings.Contains(got, c.want) || !strings.Contains(got, "# The racer is: "+c.racer+"\n") {
			t.Errorf("%s:\n%s\n%v", c.racer, got, err)
		}
	}
	for racer, want := range map[string]string{
		"bfgs @5 adam": "SciPy", "adam @5 bfgs": "SciPy",
		"adam lr=0.1 @5 lookahead_adam lr=0.1": "Lookahead Adam takes a part of what was remembered over",
		"lookahead_sgd @9 lookahead_adam":      "takes a part of what was remembered over",
		// a rate of its own that is counted on elsewhere
		"adam schedule=reduce_on_plateau @5 amsgrad=true bias_correction=false": "counts on under another optimizer",
		// what does not go together
		"sgd @7 polyak": "no minimum is known",
		"sgd @7 sam lookahead_k=3 @9 schedule_free_sgd lookahead_k=3": "Schedule-free SGD places the point itself",
	} {
		spec, changes, err := optim.ParseRacer(racer)
		if err != nil {
			continue
		}
		script.Changes = changes
		if _, err := spec.Python(script); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", racer, err, want)
		}
	}
}

// changing are racers whose changes are more than a table of their settings.
var changing = []string{
	"momentum lr=0.001 @6 momentum=0.5 @14 adam lr=0.05",
	"sgd lr=0.001 @5 adam lr=0.05 @9 adamw lr=0.03 weight_decay=0.1 @15 momentum lr=0.0005 @20 nesterov lr=0.0004",
	"amsgrad lr=0.05 @7 adam lr=0.05 amsgrad=true @12 amsgrad=false @18 sgd lr=0.001",
	"adam lr=0.05 @8 schedule=cosine @16 schedule=none lr=0.02",
	"adam lr=0.05 schedule=cosine @8 lr=0.2 @12 beta1=0.5 @16 momentum lr=0.001 schedule=step",
	"adam lr=0.05 schedule=exponential gamma=0.9 @8 gamma=0.7 @12 bias_correction=false @20 amsgrad=true",
	"sgd lr=0.001 schedule=onecycle max_lr=0.002 total_steps=12 @6 max_lr=0.001 @9 clip_norm=1 " +
		"@15 adam schedule=onecycle total_steps=4",
	"momentum lr=0.002 schedule=reduce_on_plateau patience=1 factor=0.5 @7 patience=0 min_lr=1e-4 @11 lr=0.001 @16 adam lr=0.1 " +
		"schedule=reduce_on_plateau patience=0",
	"lion lr=0.05 schedule=reduce_on_plateau patience=0 factor=0.6 @9 patience=2 lr_eps=1e-4 @14 lr=0.02 weight_decay=0.1",
	"adam lr=0.05 clip_norm=1 @9 clip_norm=0.5 clip_value=0.3 @15 weight_decay=0.1",
	"adam lr=0.05 lookahead_k=4 ema=0.9 @6 lr=0.02 @10 sgd lr=0.001 lookahead_k=3 ema=0.8 @17 momentum lr=0.001 lookahead_k=5 " +
		"lookahead_momentum=0.4",
	"lion lr=0.05 ema=0.9 @6 beta1=0.5 clip_norm=2 @13 adam lr=0.05 ema=0.9 lookahead_k=4 @19 lion lr=0.01 ema=0.7 lookahead_k=4",
	"sgd lr=0.001 maximize=true @5 adam lr=0.01 maximize=true @11 lion lr=0.01 maximize=true weight_decay=0.1",
	"rmsprop lr=0.01 @6 centered=true @12 momentum=0.5 @18 adadelta",
	"adam lr=0.01 bias_correction=false @6 beta2=0.9 @12 adamw lr=0.02 bias_correction=false weight_decay=0.1 @17 adagrad lr=0.1",
	"sam lr=0.001 clip_norm=1 weight_decay=0.1 @8 sam lr=0.002 @13 newton @17 prodigy",
	"heavy_ball lr=0.001 @7 decoupled_decay=0.1 schedule=linear @13 adam lr=0.01 decoupled_decay=0.2 schedule=linear",
	"adam lr=0.01 schedule=lambda lr_lambda=0.9^t @6 lr_lambda=0.8^t @12 schedule=sequential @18 milestones=3",
	"sgd lr=0.001 @6 momentum=0.9 @12 momentum=0 @18 momentum=0.5",
	"cma_es @5 adam", "sgd lr=0.001 @24 adam lr=0.1", "sgd lr=0.001 @1 adam lr=0.1 @2 lion lr=0.1 @3 @4 sgd lr=0.01",
}

// TestPythonOfChangesRuns: in PyTorch the scripts of racers that become others on their way end where the race does: of those
// above, and of every method that becomes its neighbours.
func TestPythonOfChangesRuns(t *testing.T) {
	texts := map[string]string{}
	write := func(racer string, script optim.Script) bool {
		spec, changes, err := optim.ParseRacer(racer)
		if err != nil {
			t.Fatalf("%s: %v", racer, err)
		}
		script.Changes = changes
		text, err := spec.Python(script)
		if err == nil {
			texts[racer] = text
		}
		return err == nil
	}
	for _, racer := range changing {
		if !write(racer, valleyScript(racer)) {
			t.Errorf("%s is not written", racer)
		}
	}
	written, methods := 0, optim.Methods()
	for i, m := range methods {
		next := methods[(i+1)%len(methods)]
		back := next.Key + " ema=0.5 @9 " + m.Key + " weight_decay=0.1 ema=0.5 @17 clip_norm=1"
		for _, racer := range []string{m.Key + " @9 " + next.Key, back} {
			if write(racer, valleyScript(racer)) {
				written++
			}
		}
	}
	if written < 100 {
		t.Errorf("%d of the neighbours' scripts are written", written)
	}
	checkScripts(t, texts, func(racer string) (at, average []float64) { return endOfChanging(t, racer) })
}

// endOfChanging is where a racer that changes ends in the valley, and its second position.
func endOfChanging(t *testing.T, racer string) (at, average []float64) {
	t.Helper()
	spec, changes, err := optim.ParseRacer(racer)
	if err != nil {
		t.Fatal(err)
	}
	e := race.Entrant{Spec: spec, Changes: changes, Start: []float64{-1.2, 1}}
	loss := func() optim.Objective { return valley{planes["rosenbrock"]} }
	tape, err := race.Record(t.Context(), loss, []race.Entrant{e}, scriptSteps)
	if err != nil {
		t.Fatal(err)
	}
	run := tape.Runs[0]
	if run.Steps < scriptSteps {
		return []float64{math.NaN(), 0}, nil
	}
	if spec := changes.SpecAt(spec, scriptSteps-1); spec.Get("ema").Num > 0 {
		average = run.Shadow(scriptSteps)
	}
	return run.X(scriptSteps), average
}
