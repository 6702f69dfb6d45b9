package export

import (
	"testing"

	"descentlab/app/lab"
)

// TestRaceWants: a search for places is made for pictures alone.
func TestRaceWants(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  lab.Want
	}{
		{[]string{"a.csv", Stdout}, lab.WantLeast}, {[]string{"a.json", "b.png"}, lab.WantSeen}, {[]string{"a.PNG"},
			lab.WantSeen}, {nil, lab.WantLeast},
	} {
		if got := RaceWants(c.names); got != c.want {
			t.Errorf("%q: %b, want %b", c.names, got, c.want)
		}
	}
}
