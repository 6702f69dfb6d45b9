package plot

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goitalic"
)

func mathFonts(t *testing.T) MathFonts {
	t.Helper()
	italic, err := NewFont(goitalic.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return MathFonts{testFont(t), italic}
}

func parseEquation(t *testing.T, markup string) *Equation {
	t.Helper()
	e, err := ParseEquation(markup)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestEquationErrors(t *testing.T) {
	for markup, want := range map[string]string{
		`x_{t+1`:                  `column 7 of "x_{t+1": a } is missing`,
		`x}`:                      `column 2 of "x}": this } closes nothing`,
		`a + \foo b`:              `column 5 of "a + \\foo b": unknown command \foo`,
		`\left( x \right)`:        `unknown command \left`,
		`x_`:                      `something is missing here`,
		`x^{2}^3`:                 `two ^s at one place`,
		`_t`:                      `nothing stands before _`,
		`\frac{a}`:                `something is missing here`,
		`\text x`:                 `a { is missing`,
		`\text{x`:                 `a } is missing`,
		`x & y`:                   `'&' has no place in an equation`,
		`\`:                       `unknown command \`,
		"\xff":                    `has no place`,
		strings.Repeat(`{`, 1000): `nested more than 32 deep`,
	} {
		e, err := ParseEquation(markup)
		if err == nil || !strings.Contains(err.Error(), want) || e != nil {
			t.Errorf("%.20q: %v, want %q", markup, err, want)
		}
	}
}

func TestEquationInPlainCharacters(t *testing.T) {
	for markup, want := range map[string]string{
		`m_{t+1} = \beta_1 m_t + (1-\beta_1) g_t`:                                "mₜ₊₁ = β₁mₜ + (1 − β₁)gₜ",
		`x_{t+1}=x_t-\eta\frac{\hat m_{t+1}}{\sqrt{\hat v_{t+1}}+\epsilon}`:      "xₜ₊₁ = xₜ − ηm̂ₜ₊₁/(√v̂ₜ₊₁ + ϵ)",
		`g_t^2 + x^\top H x + a^{-1} + y^{2k}`:                                   "gₜ² + xᵀHx + a⁻¹ + y²ᵏ",
		`\operatorname{sign}(g_t) \quad a \leftarrow -\max(0, -b), \text{if } c`: "sign(gₜ)   a ← −max(0, −b), if c",
		`\eta \max x_\eta + \lVert g \rVert + \widehat`:                          "",
		`a \sqrt{\frac{x}{y+1}} \frac{b}{2} c \frac{1}{2} (d+e) \frac{1}{3}`:     "a√(x/(y + 1))b/2·c1/2·(d + e)1/3",
		`p_\alpha^{\beta q}`:                                    "p_α^(βq)",
		`\tilde{x+y} \le \frac{1}{2}(\nabla f)`:                 "(x + y)̃ ≤ 1/2·(∇f)",
		`\lambda \exp(-t) \in \mathcal{N}(0, \sqrt{2}) \; 0.25`: "λ exp(−t) ∈ N(0, √2) 0.25",
	} {
		e, err := ParseEquation(markup)
		if want == "" {
			if err == nil {
				t.Errorf("%s is accepted", markup)
			}
			continue
		}
		if err != nil || e.String() != want || e.Markup() != markup {
			t.Errorf("%s\n got %v, %v\nwant %v", markup, e, err, want)
		}
	}
}

// TestEquationLayout compares where things stand with where a reader expects them.
func TestEquationLayout(t *testing.T) {
	fonts := mathFonts(t)
	measure := func(markup string) (w, up, down float64) { return parseEquation(t, markup).Measure(fonts, 20) }
	x, up, down := measure(`x`)
	plain, _, _ := measure(`x+y`)
	sign, _, _ := measure(`+y`)
	_, supUp, supDown := measure(`x^2`)
	_, subUp, subDown := measure(`x_2`)
	_, fracUp, fracDown := measure(`\frac{x}{x}`)
	_, hatUp, _ := measure(`\hat x`)
	_, rootUp, _ := measure(`\sqrt{x}`)
	_, parenUp, parenDown := measure(`(\frac{x}{x})`)
	_, smallUp, _ := measure(`(x)`)
	switch {
	case !(supUp > up+2 && supDown <= down+1):
		t.Errorf("x^2 reaches %v up and %v down, x %v and %v", supUp, supDown, up, down)
	case !(subDown > down+2 && subUp <= up+1):
		t.Errorf("x_2 reaches %v up and %v down", subUp, subDown)
	case !(fracUp > 1.6*up && fracDown > 8):
		t.Errorf("a fraction reaches %v up and %v down", fracUp, fracDown)
	case !(hatUp > up+2) || !(rootUp > up+2):
		t.Errorf("accent and root reach %v and %v up", hatUp, rootUp)
	case !(parenUp >= fracUp && parenDown >= fracDown && smallUp < fracUp):
		t.Errorf("parentheses around a fraction reach %v up, %v down; around x %v up", parenUp, parenDown, smallUp)
	case !(plain-x-sign > 6):
		t.Errorf("x+y is %v wide, x %v and the sign with y %v: no room around the operator", plain, x, sign)
	}
	double, _, _ := parseEquation(t, `x^2+\frac{y}{x}`).Measure(fonts, 40)
	single, _, _ := parseEquation(t, `x^2+\frac{y}{x}`).Measure(fonts, 20)
	if math.Abs(double-2*single) > 2 {
		t.Errorf("%v wide at 20 pixels and %v at 40", single, double)
	}
}

func FuzzParseEquation(f *testing.F) {
	for _, seed := range []string{`x_{t+1}^2`, `\frac{\hat a}{\sqrt b}`, `(\lVert x \rVert)`, `\mathcal{N}`, `))((]`,
		`\text{a b}`, `^`, `{{}}_{}`} {
		f.Add(seed)
	}
	italic, err := NewFont(goitalic.TTF)
	if err != nil {
		f.Fatal(err)
	}
	fonts := MathFonts{testFont(f), italic}
	f.Fuzz(func(t *testing.T, markup string) {
		e, err := ParseEquation(markup)
		if err != nil {
			return
		}
		_ = e.String()
		if w, up, down := e.Measure(fonts, 16); !isFinite(w) || !isFinite(up) || !isFinite(down) || w < 0 {
			t.Errorf("%q measures %v, %v, %v", markup, w, up, down)
		}
	})
}
