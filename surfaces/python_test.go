package surfaces

import (
	"math"
	"testing"

	"descentlab/internal/tools/pytorch"
)

// bodies are what PyTorch is asked: a function's body, and where to evaluate it.
type bodies struct {
	Python
	Points []Point
}

const evaluateBodies = `
import json, math, sys, torch
torch.set_default_dtype(torch.float64)
answers = []
for case in json.load(sys.stdin):
    scope = {"torch": torch, "math": math}
    exec("\n".join(case["Data"] or []), scope)
    exec("def f(p):\n" + "".join("    " + line + "\n" for line in case["Body"]), scope)
    for point in case["Points"]:
        p = torch.tensor([point["X"], point["Y"]], dtype=torch.float64, requires_grad=True)
        value = scope["f"](p)
        value.backward()
        answers.append([value.item()] + p.grad.tolist())
print(json.dumps([[v if math.isfinite(v) else None for v in a] for a in answers]))
`

// TestPythonMeetsProbe evaluates what Python writes: every surface, and formulas with every construct of the grammar.
func TestPythonMeetsProbe(t *testing.T) {
	pytorch.Needed(t)
	list := Catalogue()
	for _, name := range []string{"rosenbrock", "logistic"} {
		turned, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		turned = turned.Transformed(30, 1)
		turned.Name += ", turned"
		list = append(list, turned)
	}
	for _, formula := range []string{
		"-x^2 - y^-2 + 2^x^0.5*x/(y*3)", "tan(x) + asin(x/4) + acos(y/4) + atan(x*y)",
		"sinh(x) + cosh(y) + tanh(x*y) + log10(x) + log(y)", "cbrt(x - 5) + sqrt(x)*sign(y - 1)*floor(x*3)",
		"hypot(x, 2) + atan2(y, x - 3) + sigmoid(x - y) + softplus(30*x)", "min(x, y, 1.5) + max(x*y, 1) + abs(x - y) + relu(y - x)",
		"x > 1 && !(y > 1.5) || x == 0.5 ? sqrt(x - 3)^2 : y < 0 ? 7 : x*y", "(x > 1) - (y > 1)*x + ((x > 1) != (y > 1))*y",
		"x < 9 ? 3 : x", "4", "e^x*pi + log(0)*0", "10^20*x - 2^60*y", "(-8)^(1/3)*0 + x", "(0.5 - 4)^2*y",
		"a*x^2 + lambda*y", "exp(-a*x)*sqrt(lambda)", "a + lambda",
	} {
		list = append(list, Surface{Name: formula, Formula: formula, Start: Point{X: 0.5, Y: 1.25},
			Params: []Param{{Name: "a", Default: 2}, {Name: "lambda", Default: 0.5}}})
	}
	ravine, err := Lookup("ravine")
	if err != nil {
		t.Fatal(err)
	}
	regression, err := Lookup("linear_regression")
	if err != nil {
		t.Fatal(err)
	}
	list = append(list, ravine.Transformed(30, 2), regression.Transformed(-70, 1))
	regression.Formula = "u > x && !(t < y) || u == t ? (x*u + y - t)^2 : abs(x - u)*(u > y) + min(x, t, 0.3)*mean_u"
	list = append(list, regression)
	var cases []bodies
	for _, s := range list {
		body, err := s.Python(nil)
		if err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		cases = append(cases, bodies{body, []Point{s.Start, {X: 0.75, Y: 2}, {X: 1.75, Y: 0.625}}})
	}
	var answers [][3]*float64
	pytorch.Run(t, evaluateBodies, cases, &answers)
	for i, s := range list {
		for k, at := range cases[i].Points {
			f, fx, fy := probe(t, s).Grad(at.X, at.Y)
			for j, want := range []float64{f, fx, fy} {
				got := answers[i*3+k][j]
				if got == nil && (math.IsNaN(want) || math.IsInf(want, 0)) || math.IsNaN(f) && j > 0 {
					continue // where there is no value, PyTorch's gradient may be a number
				}
				if got == nil || !(math.Abs(*got-want) <= 1e-12*(1+math.Abs(f)+math.Abs(want))) {
					t.Errorf("%s at %v: f, fx, fy are %v, %v, %v; PyTorch has another number %d of\n%q", s.Name, at, f, fx, fy, j, cases[i].Body)
				}
			}
		}
	}
}
