package export

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// TestRaceWants: a search for places is made for pictures alone.
func TestRaceWants(t *testing.T) {
	doc := setup.Default()
	for _, c := range []struct {
		names  []string
		series []string
		want   lab.Want
	}{
		{[]string{"a.csv", Stdout}, nil, lab.WantLeast}, {[]string{"a.json", "b.png"}, nil, lab.WantSeen},
		{[]string{"a.PNG"}, nil, lab.WantSeen}, {nil, nil, lab.WantLeast},
		{[]string{"a.csv"}, []string{setup.ChartSharpness}, lab.WantLeast},
		{[]string{"a.csv"}, []string{setup.ChartDistance}, lab.WantSeen},
	} {
		if got := RaceWants(c.names, &doc, c.series); got != c.want {
			t.Errorf("%q: %b, want %b", c.names, got, c.want)
		}
	}
}
