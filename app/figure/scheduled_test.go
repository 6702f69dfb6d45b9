package figure

import (
	"slices"
	"testing"
)

// TestScheduledRates: before the race, those that are known; of a schedule that looks at the loss, those of the race.
func TestScheduledRates(t *testing.T) {
	s := raced(t, "himmelblau", 60, 0, "adam lr=0.8 schedule=reduce_on_plateau patience=2 factor=0.5", "adam lr=0.8 schedule=step")
	falls := ScheduledRates(s.Doc.Racers[0], s)
	if n := len(slices.Compact(slices.Clone(falls))); len(falls) != 60 || falls[0] != 0.8 || falls[59] > 0.1 || n < 4 {
		t.Errorf("%d rates of the race: %v", n, falls)
	}
	steps := s.Doc.Racers[1]
	if got := ScheduledRates(steps, s); !slices.Equal(got, steps.Spec.Rates(60)) {
		t.Errorf("the rates of stairs are %v", got)
	}
	s.Tape = nil
	if got := ScheduledRates(s.Doc.Racers[0], s); len(got) != 60 || got[59] != 0.8 {
		t.Errorf("before the race they are %v", got)
	}
}
