package scheme

import (
	"strings"
	"testing"
)

func TestBehind(t *testing.T) {
	for text, want := range map[string]string{
		"descentlab:abc": "abc", "see DescentLab:abc": "abc", "descentlab:a descentlab:b": "a descentlab:b", "\u0130descentlab:x": "x",
		"descentlab": "-", "": "-", "descentlab :": "-", "x^2": "-",
	} {
		got := "-"
		if at := Behind(text); at >= 0 {
			got = text[at:]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzBehind: wherever a link is found, its scheme stands before.
func FuzzBehind(f *testing.F) {
	for _, text := range []string{"descentlab:abc", "\u0130 DESCENTLAB:", "\xff\u212adescentlab:", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := Behind(text)
		if at >= 0 && !strings.EqualFold(text[at-len(Scheme):at], Scheme) {
			t.Errorf("%q: at %d", text, at)
		}
		if at < 0 && strings.Contains(text, Scheme) {
			t.Errorf("%q: none is found", text)
		}
	})
}
