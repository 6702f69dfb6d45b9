package words

import "testing"

func TestSentenceCase(t *testing.T) {
	for text, want := range map[string]string{"": "", "a": "A", "no such file": "No such file", "ärger": "Ärger", "Lr": "Lr",
		"\xff": "\xff"} {
		if got := SentenceCase(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
