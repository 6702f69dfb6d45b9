package lexical_test

import (
	"fmt"
	"strings"
	"testing"

	"descentlab/internal/say"
	"descentlab/surfaces/expr/notation/lexical"
)

// pieces are the tokens of a text with spaces between, and what is wrong with it by the byte.
func pieces(text string) string {
	var list, wrong []string
	tokens := lexical.Split(text, lexical.Host{
		IsFunction: func(name string) bool { return name == "sin" },
		IsExponent: func(int) bool { return true },
		Complain:   func(at int, msg say.Text) { wrong = append(wrong, fmt.Sprintf("%d: %v", at, msg)) },
	})
	for _, t := range tokens[:len(tokens)-1] {
		list = append(list, t.Text)
	}
	return strings.Join(append(list, wrong...), " ")
}

func TestPieces(t *testing.T) {
	for text, want := range map[string]string{
		"2x²−½y":               "2 x ^ ( 2 ) - ( 1 / 2 ) y",
		`\frac{\sin x}{2}`:     "frac ( sin x ) ( 2 )",
		"1.5d-3*x":             "1.5e-3 * x",
		"1.000.000x":           "1000000 x",
		"1.0f*x":               "1.0 * x",
		"³√x":                  "∛ x",
		"x₁ × x₂":              "x1 * x2",
		"〖sin〗^2 x":            "sin ^ 2 x",
		"x # a remark":         "x",
		`\sum_{i=1}^{2} x`:     "∑ _ ( i = 1 ) ^ ( 2 ) x",
		"x ± 1":                "x 1 2: a formula has no ±; write + or -",
		"f'":                   "f 1: a formula has no '; derivatives follow by themselves",
		"'f'":                  "f",
		"x#y":                  "x y 1: unexpected character '#'",
		"₁":                    "0: a lowered digit follows a name only, as in x₁",
		"\xff":                 "0: this is no text in UTF-8",
		`\|x\|_2`:              "| x | _2",
		`\begin{cases} x & y`:  "cases x cell y",
		`\operatorname{erf}x`:  "erf x",
		`\left| x \right|`:     "|< x |>",
		"1_000 1'000":          "1000 1 000",
		"x**2 .^ y // z %/% w": "x ^ 2 .^ y // z // w",
	} {
		if got := pieces(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
