package curve

import (
	"strings"
	"testing"
)

func TestFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"0.15*(w-4)^2 + 0.5": "0.15*(w-4)^2 + 0.5", "L(w) = w²": "w^2", "|w|": "abs(w)", "x^2 + 1": "w^2 + 1", "lambda w: w**2": "w^2",
		`\frac{w^2}{4}`: "w^2/4", "exp(w)": "exp(w)", "3": "3", "max(w, 1)*x_": "",
	} {
		got, _, err := ReadFormula(text)
		if want == "" {
			if err == nil {
				t.Errorf("%q reads as %q", text, got)
			}
			continue
		}
		if err != nil || got != want {
			t.Errorf("%q reads as %q, %v; want %q", text, got, err, want)
		}
		if _, err := New(got); err != nil {
			t.Errorf("%q: %v", got, err)
		}
	}
	for text, want := range map[string]string{
		"": "a formula in w is needed", "w*(": "column 4: the formula ends after (",
		"w^2 + x": "has no value here", "a*w^2": "a has no value here", "q + w": "q has",
		"w^2 + y": "has no value here", "a*w^2 + b*w + c": "has no value here",
		"sin w^2": "write sin(w^2) or sin(w)^2", "sine(w)": "did you mean sin?",
	} {
		_, _, err := ReadFormula(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want %q", text, err, want)
		}
	}
	if _, _, err := ReadFormula("sin w^2"); Ambiguity(err) == nil {
		t.Errorf("%v is no question", err)
	}
}

// TestWindows: a curve of one's own is seen with its minima and its start, whatever it is.
func TestWindows(t *testing.T) {
	for _, formula := range []string{"w^2", "(w-20)^2", "abs(w)", "exp(w)", "log(w)", "1/w", "sin(w)", "w", "3", "sqrt(-1-w^2)",
		"1e90*w^2", "1e-12*w^4", "sign(w)", "-w^2"} {
		d := Default()
		if err := d.SetFormula(formula); err != nil {
			t.Fatal(err)
		}
		l, err := NewLab(d)
		if err != nil {
			t.Errorf("%s: %v", formula, err)
			continue
		}
		s := l.State()
		if err := s.Curve.Window(d.Start).Check(); err != nil {
			t.Errorf("%s: window %v: %v", formula, s.Curve.Window(d.Start), err)
		}
		l.Step(3)
		for _, m := range s.Curve.Minima {
			if m.Name == "A" && (m.At < s.Curve.Home.X0-20 || m.At > s.Curve.Home.X1+20) {
				t.Errorf("%s: minimum %v outside of %v", formula, m.At, s.Curve.Home)
			}
		}
		if got := s.Curve.Insight(s.Runs[0], 0).String(); got == "" || strings.Contains(got, "%!") {
			t.Errorf("%s: %q", formula, got)
		}
	}
}
