package events

import (
	"descentlab/app/lab/chronicle"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

// Every event of these races, and every end, is told in one whole sentence that names the racer.
func TestSentences(t *testing.T) {
	lengthy.Test(t)
	seen := map[chronicle.Kind]bool{}
	for _, c := range []struct {
		surface string
		start   *surfaces.Point
		racers  []string
	}{
		{"peaks", nil, []string{"momentum lr=0.05", "adam lr=0.06 maximize=true", "sgd lr=5", "newton"}},
		{"double_well", nil, []string{"sgd lr=0.05", "momentum lr=0.05", "sgd lr=0.05 grad_noise=0.3"}},
		{"double_well", &surfaces.Point{X: -2}, []string{"sgd lr=0.05", "newton"}},
		{"double_well", &surfaces.Point{X: 0.01, Y: 1.2}, []string{"sgd lr=0.05 maximize=true"}},
		{"two_wells", nil, []string{"momentum lr=0.05", "sgd lr=0.4"}},
		{"edge_quartic", nil, []string{"sgd lr=0.1", "momentum lr=0.1"}},
		{"plateau", nil, []string{"momentum lr=0.5", "sgd lr=0.5"}},
		{"ravine", nil, []string{"sign_sgd lr=0.1"}},
		{"-exp(-9*x^2-9*y^2)", &surfaces.Point{X: 2.9, Y: 1}, []string{"sgd lr=0.5"}},
		{"log(x)+y^2", &surfaces.Point{X: 1, Y: 1}, []string{"sgd lr=0.1"}},
		{"log(x)+y^2", &surfaces.Point{X: -1, Y: 1}, []string{"sgd lr=0.1"}},
	} {
		r := raced(t, c.surface, c.start, 700, c.racers...)
		for i, list := range told(t, r) {
			lines := []string{Why(r, i, "NAME", list)}
			for _, e := range list {
				seen[e.Kind] = true
				lines = append(lines, e.Sentence("NAME"))
			}
			for _, line := range lines {
				if !strings.Contains(line, "NAME") || !strings.HasSuffix(line, ".") || strings.Contains(line, "%!") ||
					strings.Contains(line, "  ") {
					t.Errorf("%s, %v: %q", c.surface, r.Tape.Runs[i].Spec, line)
				}
			}
		}
	}
	for k := chronicle.InBasin; k <= chronicle.Ended; k++ {
		if !seen[k] {
			t.Errorf("no race has an event of kind %d", k)
		}
	}
}

// The sentence that a story is known for.
func TestSaddleSentence(t *testing.T) {
	r := raced(t, "double_well", nil, 300, "sgd lr=0.05")
	got := only(told(t, r)[0], chronicle.AtSaddle)[0].Sentence("SGD")
	want := "Steps 17 to 30: SGD lingers at saddle S1 and leaves it along its downhill direction; " +
		"the loss falls from −0.1052 to −0.9282 in 19 steps."
	if got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// A racer that its rate throws out is told so by the curvature that it met and the most that the rate bears: 2 over 0.4.
func TestWhyOfADivergence(t *testing.T) {
	r := raced(t, "two_wells", nil, 150, "sgd lr=0.4")
	got := Why(r, 0, "SGD", told(t, r)[0])
	want := "SGD diverged at step 4: at step 0 the sharpness is 29.88, and 5.000 is the most that its rate bears;"
	if !strings.HasPrefix(got, want) {
		t.Errorf("%q", got)
	}
}

// A racer that its schedule leaves without a rate is not told that its steps grew, nor that it left the map: it is nowhere.
func TestWhyWithoutARate(t *testing.T) {
	r := raced(t, "rosenbrock", nil, 60, "adam schedule=lambda lr_lambda=sqrt(5-t)")
	list := told(t, r)[0]
	got := Why(r, 0, "Adam", list)
	if want := "Adam diverged at step 7: its learning rate was not finite there;"; !strings.HasPrefix(got, want) {
		t.Errorf("%q", got)
	}
	for _, e := range list {
		if e.Kind == chronicle.LeftWindow {
			t.Errorf("%q", e.Sentence("Adam"))
		}
	}
}
