package headline_test

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/headline"
	"descentlab/app/lab/labtest"
	"descentlab/surfaces"
)

// TestHeadlinesAreTrue: what is said of a race is what its racers do.
func TestHeadlinesAreTrue(t *testing.T) {
	peaks := []string{"sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06"}
	for _, c := range []struct {
		surface string
		steps   int
		racers  []string
		want    string
		name    string
	}{
		{"peaks", 140, peaks, "One start, one landscape: only Momentum finds the deepest point.", "Momentum"},
		{"peaks", 140, peaks[:1], "SGD after 140 steps: settled at C", "SGD"},
		{"sphere", 200, []string{"sgd lr=0.1", "sgd lr=0.3"}, "All 2 find the deepest point, SGD 2 first, after 9 steps.", "SGD 2"},
		{"sphere", 100, []string{"sgd lr=5", "sgd lr=6"}, "None of the 2 stays on the map.", ""},
		{"sphere", 100, []string{"sgd lr=5", "sgd lr=0.0001"}, "Only SGD 2 stays on the map.", "SGD 2"},
		{"peaks", 140, []string{"sgd lr=0.012", "rmsprop lr=0.03"},
			"Nobody finds the deepest point; RMSprop gets lowest, down to −3.050.", "RMSprop"},
		{"himmelblau", 300, []string{"sgd lr=0.01", "sgd lr=0.0001"},
			"One start, one landscape: only SGD 1 finds one of the deepest points.", "SGD 1"},
		{"sphere", 60, nil, "A race down: Sphere", ""},
	} {
		s := labtest.Raced(t, labtest.Experiment(t, c.surface, c.steps, c.racers...), lab.WantSeen)
		h := headline.Of(s)
		if h.Text != c.want {
			t.Errorf("%s with %q: %q, want %q", c.surface, c.racers, h.Text, c.want)
		}
		before, name, after := h.Parts()
		if name != c.name || before+name+after != h.Text || (name == "") != (h.Slot < 0) {
			t.Errorf("%q is about %q of slot %d, want %q", h.Text, name, h.Slot, c.name)
		}
	}
}

// TestNothingLowerThanTheDeepest: where somebody has been lower than the known minima, none of them is called the deepest.
func TestNothingLowerThanTheDeepest(t *testing.T) {
	doc := labtest.Experiment(t, "peaks", 140, "momentum lr=0.008", "sgd lr=0.012")
	doc.Home = surfaces.Rect{X0: -3, X1: 3, Y0: 0, Y1: 3} // where the lowest one is not
	doc.View = doc.Home
	s := labtest.Raced(t, doc, lab.WantSeen)
	if _, known := lab.Best(s.Tape, s.Field.Places); known {
		t.Fatal("nobody has been lower")
	}
	if got := headline.Of(s).Text; strings.Contains(got, "deepest") {
		t.Errorf("it says %q", got)
	}
}
