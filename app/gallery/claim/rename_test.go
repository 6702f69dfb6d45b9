package claim

import "testing"

// TestRenamed: the longest name counts, whole words only, and the sentence stays as it is.
func TestRenamed(t *testing.T) {
	called, names := []string{"GD", "GD 0.02", "A"}, []string{"SGD 1", "SGD 2", "Adam"}
	for text, want := range map[string]string{
		"racer GD 0.02: repeats every 2 steps":            "racer SGD 2: repeats every 2 steps",
		"GD 0.02 diverged; steps of GD / steps of A > 5":  "SGD 2 diverged; steps of SGD 1 / steps of Adam > 5",
		"distance of GD at step 2 = |x| of SGD, and GDA.": "distance of SGD 1 at step 2 = |x| of SGD, and GDA.",
		"height of B = −2":                                "height of B = −2",
	} {
		if got := Renamed(text, called, names); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
