package expr

import (
	"slices"
	"testing"
)

func TestPython(t *testing.T) {
	for formula, want := range map[string]string{
		"(1-x)^2 + 100*(y-x^2)^2":  "(1 - x)**2 + 100*(y - x**2)**2",
		"-x^2 + 2^-1*y":            "-x**2 + 2**-1*y",
		"(-x)^2 + (x*y)^3":         "(-x)**2 + (x*y)**3",
		"2^3^x":                    "2**3**x",
		"x/(y*2) - (x - y)":        "x/(y*2) - (x - y)",
		"x/y*2":                    "x/y*2",
		"cos(2*pi*x) + e^y":        "torch.cos(2*math.pi*x) + math.e**y",
		"sqrt(2)*x":                "1.4142135623730951*x",
		"log(-1)*x":                `float("nan")*x`,
		"x/(1/0)":                  `x/float("+inf")`,
		"10^20*x":                  "1e+20*x",
		"min(x, 0, y)":             "torch.minimum(torch.minimum(x, torch.tensor(0.0)), y)",
		"relu(x) + cbrt(y)*2":      "torch.relu(x) + torch.sign(y)*torch.abs(y)**(1/3)*2",
		"atan2(y, x) + hypot(x,1)": "torch.atan2(y, x) + torch.hypot(x, torch.tensor(1.0))",
		"sec(x)*csc(y) - cot(x*y)": "1/torch.cos(x)*(1/torch.sin(y)) - 1/torch.tan(x*y)",
		"2/cot(x) + mod(x, 2)^2":   "2/(1/torch.tan(x)) + torch.remainder(x, torch.tensor(2.0))**2",
		"erf(x)*log1p(y^2)":        "torch.erf(x)*torch.log1p(y**2)",
		"x > 0 ? x : -y":           "x if 0 < x else -y",
		"x > 0 && !(y > 0) || x == y ? x : y > 1 ? y : x*y": "x if 0 < x and not 0 < y or x == y else y if 1 < y else x*y",
		"(x > 0 ? x : y)*2": "(x if 0 < x else y)*2",
		"(x > 0)*x^2":       "torch.tensor(1.0 if 0 < x else 0.0)*x**2",
		"x < 0 ? 1 : 2":     "(torch.tensor(1.0) if x < 0 else torch.tensor(2.0)) + 0*(x + y)",
		"3":                 "torch.tensor(3.0) + 0*(x + y)",
		"(x > 0) == (y > 0)": "torch.tensor(1.0 if torch.tensor(1.0 if 0 < x else 0.0) == torch.tensor(1.0 if 0 < y else 0.0) " +
			"else 0.0) + 0*(x + y)",
		"(x>0 ? y>0 : y<0)*x": "torch.tensor(1.0 if 0 < y if 0 < x else y < 0 else 0.0)*x",
	} {
		body, err := Python(Identity, formula, nil, nil)
		if err != nil {
			t.Errorf("%s: %v", formula, err)
			continue
		}
		if got := body[len(body)-1]; got != "return "+want {
			t.Errorf("%s\n got %s\nwant return %s", formula, got, want)
		}
	}
}

func TestPythonParameters(t *testing.T) {
	body, err := Python(Identity, "lambda*x^2 + a*y^2", []string{"a", "unused", "lambda"}, []float64{2, 3, 0.1})
	want := []string{"x, y = p", "a = torch.tensor(2.0)", "lambda_ = torch.tensor(0.1)", "return lambda_*x**2 + a*y**2"}
	if err != nil || !slices.Equal(body, want) {
		t.Errorf("%q, %v; want %q", body, err, want)
	}
	if _, err := Python(Identity, "x +", nil, nil); err == nil ||
		err.Error() != "column 4: the formula ends after +; a number, a name or ( must follow" {
		t.Errorf("x +: %v", err)
	}
}
