package scenes

import (
	"testing"

	"descentlab/app/lab/chronicle"
)

// What is not over at a step is not told as if it were.
func TestWhatHappensLatelyIsToldOfTheStep(t *testing.T) {
	for _, c := range []struct {
		from, to, step int
		want           string
	}{
		{80, 80, 140, "Latest event, at step 80: SGD settles."},
		{80, 80, 80, "Latest event, at step 80: SGD settles."},
		{0, 1, 0, "Under way, in steps 0 to 1: SGD settles."},
		{0, 1, 1, "Latest event, in steps 0 to 1: SGD settles."},
		{21, 140, 30, "Under way, in steps 21 to 140: SGD settles."},
	} {
		if got := lately(&chronicle.Moment{From: c.from, To: c.to, Says: "SGD settles."}, c.step); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
