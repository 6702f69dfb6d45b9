package scenes

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/setup"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// TestCountsAreSaidOnce: where the part is the whole, or nothing, no number is said twice.
func TestCountsAreSaidOnce(t *testing.T) {
	for _, c := range []struct {
		n, so int
		want  string
	}{
		{0, 0, "Nothing happens."},
		{1, 0, "1 thing happens, later than now."},
		{1, 1, "1 thing happens, and has happened by now."},
		{15, 0, "15 things happen, all of them later than now."},
		{15, 4, "15 things happen, 4 of them by now."},
		{15, 15, "15 things happen, all of them by now."},
	} {
		if got := happened(c.n, c.so); got != c.want {
			t.Errorf("%d of %d: %q, want %q", c.so, c.n, got, c.want)
		}
	}
	f := &lab.Field{Places: make([]lab.Place, 2*few)}
	for i := range f.Places {
		f.Places[i].Kind, f.Places[i].Global = surfaces.Minimum, true
	}
	if got := lowest(f); !strings.HasPrefix(got, " All of its minima are the lowest") {
		t.Errorf("of minima that are alike it says %q", got)
	}
	f.Places[0].Global = false
	if got := lowest(f); !strings.Contains(got, "of them are the lowest") {
		t.Errorf("of all but one it says %q", got)
	}
	doc := labtest.Experiment(t, "double_well", 100, "sgd lr=0.05")
	doc.Swarm = setup.Swarming{Runs: 1, Radius: 0.05}
	survey := labtest.Run(t, doc, lab.WantPlaces).State().Survey()
	run, err := survey.Swarm(t.Context(), 0, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	h := run.Arrivals()
	if got := counted(&h); strings.Contains(got, "half") || !strings.Contains(got, ": 1 run, by step ") {
		t.Errorf("of one run it says %q", got)
	}
}
