package chronicle

import (
	"slices"
	"testing"
)

// told is a chronicle of two racers.
func told() *Chronicle {
	return New([]Moment{
		{Kind: Settled, Racer: 1, From: 30, To: 30}, {Kind: InBasin, Racer: 0}, {Kind: InBasin, Racer: 1},
		{Kind: Overshoot, Racer: 0, From: 4, To: 9}, {Kind: InBasin, Racer: 1, From: 4, To: 4},
		{Kind: CrossedRidge, Racer: 1, From: 3, To: 4},
	}, []string{"a", "b"})
}

// From step to step, the moment that is told, the next one and the one before are those that a look at all of them finds.
func TestAround(t *testing.T) {
	c := told()
	if !slices.IsSortedFunc(c.Moments, func(a, b Moment) int { return a.From - b.From }) {
		t.Fatalf("%v is not in order", c.Moments)
	}
	both, second := func(int) bool { return true }, func(racer int) bool { return racer == 1 }
	for _, k := range []struct {
		step               int
		counts             func(int) bool
		last, next, before int // steps; -1: none
		kind               Kind
	}{
		{0, both, 0, 3, -1, InBasin},
		{3, both, 3, 4, -1, CrossedRidge},
		{4, both, 4, 30, 3, InBasin}, // what matters more of two at one step
		{29, second, 4, 30, 4, InBasin},
		{30, both, 30, -1, 4, Settled},
		{99, both, 30, -1, 30, Settled},
	} {
		step := func(m *Moment) int {
			if m == nil {
				return -1
			}
			return m.From
		}
		last, next, before := c.Last(k.step, k.counts), c.Next(k.step, k.counts), c.Before(k.step, k.counts)
		if step(last) != k.last || step(next) != k.next || step(before) != k.before || last.Kind != k.kind {
			t.Errorf("at step %d: last %v, next %v, before %v", k.step, last, next, before)
		}
	}
	if m := c.Last(50, func(int) bool { return false }); m != nil {
		t.Errorf("of nobody %v is told", m)
	}
}

// What decides a race comes before what passes, and where it begins comes last.
func TestRanked(t *testing.T) {
	var kinds []Kind
	for _, m := range told().Ranked() {
		kinds = append(kinds, m.Kind)
	}
	if want := []Kind{Settled, InBasin, CrossedRidge, Overshoot, InBasin, InBasin}; !slices.Equal(kinds, want) {
		t.Errorf("ranked %v, want %v", kinds, want)
	}
	for k := range Kind(Kinds) {
		if m := (&Moment{Kind: k, From: 1}); m.Rank() <= 0 {
			t.Errorf("kind %d has rank %d", k, m.Rank())
		}
	}
}
