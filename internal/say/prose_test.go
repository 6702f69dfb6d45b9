package say_test

import (
	"testing"

	"descentlab/internal/say"
)

// TestProse: numbers of a text are written as people read them, and places keep two numbers apart; all else stays.
func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"At 0.019 it arrives, at 1.8e-5 too.":     "At 0,019 it arrives, at 1,8e-5 too.",
		"from (3.5, 0), (−0.5, -2) and (4, 1e-6)": "from (3,5; 0), (−0,5; -2) and (4; 1e-6)",
		"1, 3 and 4. 5 more":                      "1, 3 and 4. 5 more",
		"(Lessard, Recht and Packard 2016)":       "(Lessard, Recht and Packard 2016)",
		"U.S. law, e.g. a.b":                      "U.S. law, e.g. a.b",
	} {
		if got := say.Prose(text); got != text {
			t.Errorf("%q is %q where numbers have a point", text, got)
		}
		say.DecimalComma(true)
		if got := say.Prose(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
		say.DecimalComma(false)
	}
}
