package figure

import (
	"slices"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
)

// TestSubjects: a map of all shows the chosen racer, a difference another one besides, and who is hidden is neither.
func TestSubjects(t *testing.T) {
	for _, c := range []struct {
		ground           string
		subject, against int
		hidden           []int
		racer            int
		want             []int
	}{
		{setup.GroundBasins, 2, 0, nil, -1, []int{2}},
		{setup.GroundBasins, 9, 0, nil, -1, []int{0}},
		{setup.GroundBasins, 2, 0, nil, 1, []int{1}},
		{setup.GroundBasins, 0, 0, []int{0}, -1, []int{1}},
		{setup.GroundBasins, 0, 0, []int{0, 1, 2}, -1, nil},
		{setup.GroundDifference, 2, 1, nil, -1, []int{2, 1}},
		{setup.GroundDifference, 2, 2, nil, -1, []int{2, 0}},
		{setup.GroundDifference, 0, 0, nil, -1, []int{0, 1}},
		{setup.GroundDifference, 0, 1, nil, 1, []int{1}}, // a racer's own map does not compare it with itself
		{setup.GroundDifference, 0, 1, nil, 2, []int{2, 1}},
		{setup.GroundDifference, 0, 1, []int{0, 1}, -1, []int{2}},
	} {
		doc := setup.Default()
		doc.Racers = nil
		for i := range 3 {
			doc.Racers = append(doc.Racers, setup.Racer{Spec: optim.Spec{}, Slot: i})
		}
		for _, i := range c.hidden {
			doc.Racers[i].Hidden = true
		}
		doc.Look.Ground, doc.Look.Subject, doc.Look.Against = c.ground, c.subject, c.against
		got := Subjects(lab.State{Doc: doc, TapeDoc: doc}, c.racer)
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
