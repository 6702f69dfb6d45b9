package words

import (
	"slices"
	"strings"
	"testing"
)

// TestMathsAreTranslated: words within mathematics are said in the language, with the blanks around them; letters stay.
func TestMathsAreTranslated(t *testing.T) {
	t.Cleanup(func() { Translate(nil) })
	line := `x_{t+1} = y_t \text{ if } f(y_t) < f(x_t), \text{ else } x_t, \quad \text{sign}(z)`
	if got := Maths([]string{line}); !slices.Equal(got, []string{line}) {
		t.Errorf("in English it is %q", got)
	}
	Translate(strings.ToUpper)
	want := `x_{t+1} = y_t \text{ IF } f(y_t) < f(x_t), \text{ ELSE } x_t, \quad \text{SIGN}(z)`
	if got := Maths([]string{line}); !slices.Equal(got, []string{want}) {
		t.Errorf("translated it is %q", got)
	}
	if got := MathWords([]string{line}); !slices.Equal(got, []MathWord{{"if"}, {"else"}, {"sign"}}) {
		t.Errorf("its words are %q", got)
	}
}
