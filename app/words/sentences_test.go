package words

import (
	"errors"
	"testing"
)

// TestSentenceCase: the first letter is a capital, in any alphabet, and nothing else is another.
func TestSentenceCase(t *testing.T) {
	for text, want := range map[string]string{
		"saddle S1":          "Saddle S1",
		"minimum A (global)": "Minimum A (global)", "überall": "Überall", "седло S1": "Седло S1", "λ is zero": "Λ is zero",
		"": "", "3 racers": "3 racers", "Adam": "Adam",
	} {
		if got := SentenceCase(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := Sentence(errors.New("no such file")); got != "No such file" {
		t.Errorf("%q", got)
	}
}
