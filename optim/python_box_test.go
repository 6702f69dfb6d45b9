package optim_test

import (
	"strings"
	"testing"

	"descentlab/optim"
)

// valleyBox is felt on the way from (-1.2, 1), which is outside of it; one of its sides is open.
var valleyBox = optim.Box{Lo: []float64{-1.1, -inf}, Hi: []float64{0.5, 0.9}}

func boxedScript(title string) optim.Script {
	script := valleyScript(title)
	script.Box = valleyBox
	return script
}

// TestPythonOfABox: the point is clamped after the step, coordinate by coordinate, and only where there is a side; what only
// looks on, such as an average, comes after it.
func TestPythonOfABox(t *testing.T) {
	for text, want := range map[string]string{
		"adam": "    optimizer.step()\n    with torch.no_grad():\n" +
			"        p[0].clamp_(min=-1.1, max=0.5)  # project\n        p[1].clamp_(max=0.9)  # project\n",
		"adam bias_correction=false": "    p -= lr * u\n" +
			"    p[0].clamp_(min=-1.1, max=0.5)  # project\n    p[1].clamp_(max=0.9)  # project\n",
		"sgd lookahead_k=3 ema=0.5": "            p.copy_(anchor)\n" +
			"        p[0].clamp_(min=-1.1, max=0.5)  # project\n        p[1].clamp_(max=0.9)  # project\n        mean_p = 0.5",
		"schedule_free_sgd": "    landed = p.clone()\n" +
			"    p[0].clamp_(min=-1.1, max=0.5)  # project\n" +
			"    p[1].clamp_(max=0.9)  # project\n    z += p - landed\n    x += p - landed\n",
		"lbfgs": "    bounds=[(-1.1, 0.5), (None, 0.9)],  # SciPy's own way to keep to them: " +
			"it does not project after the step\n",
		"nelder_mead":                      "bounds=[(-1.1, 0.5), (None, 0.9)]",
		"momentum schedule=cosine T_max=9": "p[1].clamp_(max=0.9)  # project\n    scheduler.step()",
	} {
		got, err := mustParse(t, text).Python(boxedScript(text))
		if err != nil || !strings.Contains(got, want) || !strings.Contains(got, "[-1.1, 0.9]") {
			t.Errorf("%s: %v: want the start [-1.1, 0.9] and %q in\n%s", text, err, want, got)
		}
	}
	for text, want := range map[string]string{
		"bfgs":   "BFGS is SciPy's in Python, which does not go together with a box: SciPy's BFGS keeps to none",
		"cma_es": "CMA-ES begins anew where a box moves it",
	} {
		if got, err := mustParse(t, text).Python(boxedScript(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q\n%s", text, err, want, got)
		}
	}
	open := valleyScript("SGD")
	open.Box = optim.Box{Lo: []float64{-inf, -inf}, Hi: []float64{inf, inf}}
	with, err := mustParse(t, "bfgs").Python(open)
	without, _ := mustParse(t, "bfgs").Python(valleyScript("SGD"))
	if err != nil || with != without {
		t.Errorf("a box without sides changes the script: %v\n%s", err, with)
	}
}

// TestPythonOfABoxRuns: in PyTorch the scripts end where the race does.
func TestPythonOfABoxRuns(t *testing.T) {
	specs, texts := map[string]optim.Spec{}, map[string]string{}
	for _, m := range optim.Methods() {
		bare := optim.Spec{Method: m.Key}
		for _, spec := range []optim.Spec{bare, bare.With("lookahead_k", optim.Num(3)).With("ema", optim.Num(0.5)),
			bare.With("decoupled_decay", optim.Num(0.1))} {
			text, err := spec.Python(boxedScript(m.Title))
			switch {
			case err == nil:
				specs[spec.String()], texts[spec.String()] = spec, text
			case spec.Equal(bare) && !strings.Contains(err.Error(), " together with ") || m.Python.Torch != "":
				t.Errorf("%v: %v", spec, err)
			}
		}
	}
	checkScripts(t, texts, func(name string) (at, average []float64) {
		spec := specs[name]
		plan, err := spec.Plan(2, scriptSteps)
		if err != nil {
			t.Fatal(err)
		}
		row := make([]float64, plan.Width())
		plan.Within(valleyBox).Start(row, valley{planes["rosenbrock"]}, []float64{-1.2, 1})
		for k := range scriptSteps {
			plan.Next(row, row, valley{planes["rosenbrock"]}, k)
		}
		if spec.Get("ema").Num > 0 {
			average = plan.Shadow(row)
		}
		return plan.X(row), average
	})
}
