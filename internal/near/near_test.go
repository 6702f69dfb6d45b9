package near

import (
	"strings"
	"testing"
)

func TestWord(t *testing.T) {
	names := []string{"adam", "adamw", "rmsprop", "T_max", "a"}
	for word, want := range map[string]string{
		"Adam": "adam", "adamm": "adam", "adamv": "adam", "rmsprob": "rmsprop", "t_max": "T_max", "lion": "", "": "",
		"RMS_prop": "rmsprop",
		"rms":      "",      // no prefix helps here
		"z":        "",      // nothing of it would stay
		"ädam":     "",      // two bytes of five
		"adamwx":   "adamw", // one edit, and two to adam
	} {
		if got := Word(word, names); got != want {
			t.Errorf("Word(%q) is %q, want %q", word, got, want)
		}
	}
	if got := Word("adam", nil); got != "" {
		t.Errorf("Word among none is %q", got)
	}
}

func TestWordIsNoEssay(t *testing.T) {
	name := strings.Repeat("a", longest)
	if got := Word(name, []string{name}); got != name {
		t.Errorf("%d letters: %q, want the word itself", longest, got)
	}
	if got := Word(name+"a", []string{name}); got != "" {
		t.Errorf("%d letters: %q, want none", longest+1, got)
	}
}

func TestPrefix(t *testing.T) {
	names := []string{"sin", "sinh", "sqrt", "rosenbrock", "adam", "adamw", "x"}
	for _, test := range []struct{ word, want string }{
		{"sine", "sin"}, {"SIN", "sin"}, {"sihnh", "sinh"}, {"squrt", "sqrt"},
		{"rosenbork", "rosenbrock"}, {"rosen", "rosenbrock"}, {"ro", ""},
		{"adma", "adam"}, {"adamww", "adamw"}, {"X", "x"}, {"z", ""}, {"qqq", ""}, {"", ""}, {"completely", ""},
		{"ädam", "adam"}, // one letter of four
	} {
		if got := Prefix(test.word, names); got != test.want {
			t.Errorf("Prefix(%q) is %q, want %q", test.word, got, test.want)
		}
	}
	if got := Prefix("sin", nil); got != "" {
		t.Errorf("Prefix among none is %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b         string
		bytes, runes int
	}{
		{"", "", 0, 0}, {"", "abc", 3, 3}, {"abc", "", 3, 3}, {"adam", "adam", 0, 0}, {"adma", "adam", 1, 1},
		{"kitten", "sitting", 3, 3}, {"ca", "abc", 3, 3}, {"cosin", "cosine", 1, 1}, {"é", "e", 2, 1},
	} {
		if got := distance([]byte(c.a), []byte(c.b)); got != c.bytes {
			t.Errorf("from %q to %q: %d bytes, want %d", c.a, c.b, got, c.bytes)
		}
		if got := distance([]rune(c.a), []rune(c.b)); got != c.runes {
			t.Errorf("from %q to %q: %d letters, want %d", c.a, c.b, got, c.runes)
		}
	}
}
