package lab

import (
	"context"
	"errors"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim"
)

// TestWhoClimbsIsTold: by an arrow after the name, and by where it is: never on its way to a minimum.
func TestWhoClimbsIsTold(t *testing.T) {
	doc := setup.Default()
	doc.Racers = nil
	for i, text := range []string{"sgd lr=0.01 maximize=true", "adam lr=0.001 maximize=true", "sgd lr=0.01"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	r, err := Prepare(context.Background(), doc, WantAll)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(doc.Names(), ", "); got != "SGD 1 ↑, Adam ↑, SGD 2" {
		t.Errorf("names are %s", got)
	}
	table := r.Standings(doc.Steps)
	if w := table[0].Where; w.Kind != Settled || w.Place.Name != "M3" {
		t.Errorf("who has climbed to the top is %v", w)
	}
	for step := 1; step < 10; step++ {
		if w := r.Standings(step)[1].Where; w.Kind != Climbing {
			t.Errorf("at step %d who climbs is %v", step, w)
		}
	}
	if table[0].Loss < table[2].Loss || table[0].Settled < 0 {
		t.Errorf("losses %v and %v, settled %d", table[0].Loss, table[2].Loss, table[0].Settled)
	}
	fair := FairRace{Survey: r.Survey()}
	if _, err := fair.Run(context.Background(), func(float64) {}); !errors.Is(err, errClimbs) {
		t.Errorf("a fair race with a climber: %v", err)
	}
}
