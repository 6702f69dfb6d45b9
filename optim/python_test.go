package optim_test

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"descentlab/internal/tools/pytorch"
	"descentlab/optim"
)

// valley is Rosenbrock's function with all that a method may ask of an objective.
type valley struct{ plane }

func (valley) Hessian(h, x []float64, _ int) bool {
	h[0], h[1], h[2], h[3] = 2-400*(x[1]-3*x[0]*x[0]), -400*x[0], -400*x[0], 200
	return true
}

func (valley) GaussNewton(h, x []float64, _ int) bool {
	h[0], h[1], h[2], h[3] = 2+800*x[0]*x[0], -400*x[0], -400*x[0], 200
	return true
}

func (valley) Minimum() (float64, bool) { return 0, true }

// scriptSteps is short, so that a method which amplifies rounding stays near PyTorch's path.
const scriptSteps = 25

func valleyScript(title string) optim.Script {
	least := 0.0
	return optim.Script{
		Title: title + " on Rosenbrock", Start: []float64{-1.2, 1}, Steps: scriptSteps, Seed: 7, Minimum: &least,
		Loss: []string{"x, y = p", "return (1 - x)**2 + 100*(y - x**2)**2"},
	}
}

// dressed are racers with schedules and stages; Adam without its bias correction is written out as a loop.
var dressed = map[string]string{
	"adam_bare":   "adam bias_correction=false amsgrad=true weight_decay=0.1",
	"adam_staged": "adam lr=0.02 schedule=cosine eta_min=0.001 clip_norm=1 clip_value=0.9 weight_decay=0.01",
	"adam_bare_staged": "adam bias_correction=false schedule=onecycle max_lr=0.02 total_steps=30 clip_norm=2 " +
		"clip_value=1.5 clip_adaptive=0.9 weight_decay=0.1 decoupled_decay=0.05",
	"adam_bare_lookahead": "adam bias_correction=false lr=0.001 lookahead_k=5 lookahead_alpha=0.4 lookahead_momentum=0.3 ema=0.9",
	"sgd_staged":          "sgd lr=0.001 momentum=0.8 clip_adaptive=3 decoupled_decay=0.2 lookahead_k=4 ema=0.8",
	"sgd_scheduled_decay": "sgd lr=0.001 schedule=linear decoupled_decay=0.5 lookahead_k=7 lookahead_momentum=0.5",
	"sgd_noisy":           "sgd lr=0.001 grad_noise=0.1 grad_noise_gamma=0.55",
	"adam_bare_noisy":     "adam bias_correction=false grad_noise=0.1 schedule=step",
	"sgd_step":            "sgd lr=0.001 schedule=step step_size=9",
	"sgd_multistep":       "sgd lr=0.001 schedule=multistep milestones=20,10,10",
	"sgd_exponential":     "sgd lr=0.001 schedule=exponential gamma=0.95",
	"sgd_cosine":          "sgd lr=0.001 schedule=cosine T_max=15",
	"sgd_cosine_restarts": "sgd lr=0.001 schedule=cosine_restarts T_0=5 T_mult=2 eta_min=1e-4",
	"sgd_warmup_cosine":   "sgd lr=0.001 schedule=warmup_cosine",
	"sgd_polynomial":      "sgd lr=0.001 schedule=polynomial power=2 total_iters=30",
	"sgd_constant":        "sgd lr=0.001 schedule=constant",
	"sgd_onecycle":        "sgd schedule=onecycle max_lr=0.001 anneal_strategy=linear pct_start=0.4",
	"sgd_onecycle_short":  "sgd schedule=onecycle max_lr=0.001 total_steps=20",
	"sgd_cyclic":          "sgd schedule=cyclic max_lr=0.001 step_size_up=4 step_size_down=7 mode=triangular2",
	"sgd_lambda":          "sgd lr=0.002 schedule=lambda lr_lambda=0.9^t",
	"sgd_lambda_call":     "sgd lr=0.002 schedule=lambda lr_lambda=0.5*(1+cos(pi*t/25))",
	"adam_bare_lambda":    `adam bias_correction=false lr=0.02 schedule=lambda lr_lambda="t < 10 ? (t + 1)/10 : sqrt(10/(t + 1))"`,
	"sgd_lambda_constant": "sgd lr=0.002 schedule=lambda lr_lambda=0.5",
	"sgd_chain": "sgd lr=0.001 schedule=sequential schedulers=[linear(start_factor=0.2),exponential(gamma=0.9)," +
		"cosine_restarts(T_0=4)] milestones=6,15",
	"adam_bare_chain": "adam bias_correction=false lr=0.02 schedule=sequential schedulers=[lambda(lr_lambda=sqrt(t+1)/3)," +
		"cyclic(max_lr=0.03,step_size_up=3),multistep(milestones=[2,4])]",
	"sgd_plateau": "sgd lr=0.01 schedule=reduce_on_plateau factor=0.3 patience=1 cooldown=2 min_lr=1e-5 weight_decay=0.1",
	"adam_bare_plateau": "adam bias_correction=false lr=0.5 schedule=reduce_on_plateau factor=0.5 patience=0 threshold=0.5 " +
		"threshold_mode=abs lookahead_k=4 decoupled_decay=0.1 weight_decay=0.01",
	"momentum_plateau_up":  "momentum lr=0.001 schedule=reduce_on_plateau patience=2 maximize=true threshold=0.9",
	"sgd_cyclic_exp_range": "sgd schedule=cyclic max_lr=0.001 step_size_up=4 mode=exp_range gamma=0.97",
}

// scripts writes every method as it comes, and the dressed racers.
func scripts(t *testing.T) (specs map[string]optim.Spec, texts map[string]string) {
	t.Helper()
	specs, texts = map[string]optim.Spec{}, map[string]string{}
	for name, text := range dressed {
		specs[name] = mustParse(t, text)
	}
	for _, m := range optim.Methods() {
		specs[m.Key] = optim.Spec{Method: m.Key}
	}
	for name, spec := range specs {
		m, err := optim.LookupMethod(spec.Method)
		if err != nil {
			t.Fatal(err)
		}
		if texts[name], err = spec.Python(valleyScript(m.Title)); err != nil {
			t.Fatalf("%v: %v", spec, err)
		}
	}
	return specs, texts
}

// TestPythonGolden compares the scripts with files that can be read and run. With UPDATE_GOLDEN=1 they are written anew.
func TestPythonGolden(t *testing.T) {
	const folder = "testdata/python"
	_, texts := scripts(t)
	update := os.Getenv("UPDATE_GOLDEN") != ""
	if update {
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filepath.Glob(folder + "/*.py")
	if err != nil || !update && len(files) != len(texts) {
		t.Errorf("%d files for %d scripts; %v", len(files), len(texts), err)
	}
	for name, text := range texts {
		path := filepath.Join(folder, name+".py")
		if update {
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || string(want) != text {
			t.Errorf("%s is not what is written now (%v):\n%s", path, err, text)
		}
	}
}

// TestPythonKeepsItsPath: with a path a program is the same but for the lines that keep it.
func TestPythonKeepsItsPath(t *testing.T) {
	specs, texts := scripts(t)
	for name, spec := range specs {
		m, err := optim.LookupMethod(spec.Method)
		if err != nil {
			t.Fatal(err)
		}
		race := valleyScript(m.Title)
		race.Path = true
		text, err := spec.Python(race)
		if err != nil {
			t.Fatal(err)
		}
		var rest []string
		kept := 0
		for line := range strings.Lines(text) {
			if trimmed := strings.TrimSpace(line); trimmed == "path = [[-1.2, 1.0]]" || trimmed == "path.append(p.tolist())" {
				kept++
				continue
			}
			rest = append(rest, line)
		}
		if kept != 2 || strings.Join(rest, "") != texts[name] {
			t.Errorf("%s: %d lines keep the path\n%s", name, kept, text)
		}
	}
}

const runScripts = `
import json, math, sys, warnings
warnings.simplefilter("error")
warnings.filterwarnings("ignore", "The epoch parameter")  # SequentialLR of PyTorch 1.13 warns of itself
answers = {}
for name, text in json.load(sys.stdin).items():
    scope = {"__name__": name, "print": lambda *values: None}
    try:
        exec(compile(text, name + ".py", "exec"), scope)
        mean = scope["mean_p"].nan_to_num(1e300, 1e300, -1e300).tolist() if "mean_p" in scope else None
        answers[name] = {"At": scope["p"].nan_to_num(1e300, 1e300, -1e300).tolist(), "Average": mean}
    except Exception as e:
        answers[name] = {"Wrong": repr(e)}
print(json.dumps(answers))
`

// TestPythonRuns runs the scripts in PyTorch, warnings being errors: they end where the race does, unless they draw random
// numbers or belong to SciPy.
func TestPythonRuns(t *testing.T) {
	specs, texts := scripts(t)
	everyPython(t, func(name string, spec optim.Spec, text string) { specs[name], texts[name] = spec, text })
	checkScripts(t, texts, func(name string) (at, average []float64) { return end(t, specs[name]) })
}

// checkScripts runs scripts in PyTorch and compares where they end with where the race does, and its average if there is one.
func checkScripts(t *testing.T, texts map[string]string, race func(name string) (at, average []float64)) {
	t.Helper()
	var answers map[string]struct {
		At, Average []float64
		Wrong       string
	}
	pytorch.Run(t, runScripts, texts, &answers)
	for name, text := range texts {
		answer := answers[name]
		if answer.Wrong != "" || len(answer.At) != 2 {
			t.Errorf("%s: %s\n%s", name, answer.Wrong, text)
			continue
		}
		if strings.Contains(text, "rng") || strings.Contains(text, "scipy") {
			continue
		}
		at, average := race(name)
		if math.IsNaN(at[0]) || math.Abs(at[0]) > 1e10 {
			continue // it has left the numbers that can be compared
		}
		if !close(answer.At, at) || average != nil && !close(answer.Average, average) {
			t.Errorf("%s ends at %v, average %v; the race at %v, %v\n%s", name, answer.At, answer.Average, at, average, text)
		}
	}
}

// everyPython writes every method with each of its switches turned, and under a schedule and stages.
func everyPython(t *testing.T, f func(name string, spec optim.Spec, text string)) {
	t.Helper()
	for _, m := range optim.Methods() {
		base := optim.Spec{Method: m.Key}
		dressed := base.With("clip_norm", optim.Num(3)).With("weight_decay", optim.Num(0.05))
		if m.Rated() {
			dressed = dressed.WithSchedule("warmup_cosine")
		}
		specs := []optim.Spec{dressed, base.With("decoupled_decay", optim.Num(0.1)).With("lookahead_k", optim.Num(3)).
			With("ema", optim.Num(0.9))}
		for _, k := range m.Knobs {
			if k.Kind == optim.Switch {
				specs = append(specs, base.With(k.Name, optim.Num(1-k.Default)))
			}
		}
		for _, spec := range specs {
			text, err := spec.Python(valleyScript(m.Title))
			switch {
			case err == nil:
				f(spec.String(), spec, text)
			case spec.Check() == nil && !strings.Contains(err.Error(), " together with "):
				t.Errorf("%v: %v", spec, err)
			}
		}
	}
}

// end is where a racer ends in the valley, and its second position if it keeps one.
func end(t *testing.T, spec optim.Spec) (at, shadow []float64) {
	t.Helper()
	plan, err := spec.Plan(2, scriptSteps)
	if err != nil {
		t.Fatal(err)
	}
	row := make([]float64, plan.Width())
	plan.Start(row, valley{planes["rosenbrock"]}, []float64{-1.2, 1})
	for i := range scriptSteps {
		plan.Next(row, row, valley{planes["rosenbrock"]}, i)
	}
	if spec.Get("ema").Num > 0 {
		shadow = plan.Shadow(row)
	}
	return plan.X(row), shadow
}

func close(got, want []float64) bool {
	for i := range want {
		if len(got) != len(want) || !(math.Abs(got[i]-want[i]) <= 1e-7*(1+math.Abs(want[i]))) {
			return false
		}
	}
	return true
}

// TestPythonNamesAreFree: what a method's statements call something is not called so by the script around them.
func TestPythonNamesAreFree(t *testing.T) {
	taken := regexp.MustCompile(`\b(pacer|scheduler|anchor|drift|mean_p|old_p|landed|surface|clip_limit|result|optimizer)\b`)
	for _, m := range optim.Methods() {
		if name := taken.FindString(m.Python.Init + "\n" + m.Python.Step); name != "" {
			t.Errorf("%s: the script around it has its own %s", m.Key, name)
		}
		if m.Python.Torch != "" && !strings.HasPrefix(m.Python.Torch, "torch.optim.") {
			t.Errorf("%s is made by %q", m.Key, m.Python.Torch)
		}
	}
}

func TestPythonOfTheExperiment(t *testing.T) {
	race := valleyScript("SGD")
	race.Noise = 0.5
	text, err := optim.Spec{Method: "sgd"}.Python(race)
	if err != nil || !strings.Contains(text, "p.grad += 0.5 * torch.randn(2, generator=rng)") ||
		!strings.Contains(text, "manual_seed(7)") ||
		!strings.Contains(text, "# Its random numbers are not those of the race") {
		t.Errorf("%v\n%s", err, text)
	}
	race.Data, race.Examples, race.Batch = []string{"data = torch.zeros(2, 64)", "pick = slice(None)"}, 64, 8
	for _, spec := range []string{"sgd", "adam bias_correction=false"} {
		text, err = mustParse(t, spec).Python(race)
		for _, want := range []string{"\ndata = torch.zeros(2, 64)\n", "    pick = torch.randperm(64, generator=rng)[:8]\n",
			"\npick = slice(None)\nprint("} {
			if err != nil || !strings.Contains(text, want) {
				t.Errorf("%v; %q is not in\n%s", err, want, text)
			}
		}
	}
	if _, err := (optim.Spec{Method: "sgd"}).With("lr", optim.Num(-1)).Python(race); err == nil {
		t.Error("a rate of -1 is written")
	}
}
