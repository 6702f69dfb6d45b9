package optim

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"adam", "adam", 0}, {"adma", "adam", 1}, {"kitten", "sitting", 3},
		{"ca", "abc", 3}, {"cosin", "cosine", 1},
	} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"adam", "adamw", "rmsprop", "T_max"}
	for word, want := range map[string]string{
		"Adam": "adam", "adamm": "adam", "adamv": "adam", "rmsprob": "rmsprop", "t_max": "T_max", "lion": "", "": "",
		"RMS_prop": "rmsprop",
	} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestPower(t *testing.T) {
	for _, c := range []struct {
		base float64
		n    int
		want float64
	}{{2, 0, 1}, {2, 1, 2}, {3, 5, 243}, {0.5, 10, 1. / 1024}, {0, 0, 1}, {0, 3, 0}, {0.999, 1 << 20, 0}, {10, 15, 1e15}} {
		if got := power(c.base, c.n); got != c.want {
			t.Errorf("power(%v, %d) = %v, want %v", c.base, c.n, got, c.want)
		}
	}
}
