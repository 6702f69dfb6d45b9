package curve

import (
	"testing"

	"descentlab/optim"
)

// TestRatesOfAMethod: the middle one gets there soonest of the three, and plain descent has those of the bowl.
func TestRatesOfAMethod(t *testing.T) {
	c := bowl(t)
	for _, key := range []string{"adam", "momentum", "rmsprop", "adagrad"} {
		spec, err := optim.ParseSpec(key)
		if err != nil {
			t.Fatal(err)
		}
		rates := c.RatesOf(Racer{Spec: spec}, -3)
		trials, err := c.Try(spec, -3, rates[:]...)
		if err != nil {
			t.Fatal(err)
		}
		best := trials[1].Steps
		if best < 1 || best > 400 {
			t.Errorf("%s with %v gets there in %d steps", key, rates[1], best)
		}
		for _, other := range []int{trials[0].Steps, trials[2].Steps} {
			if other >= 0 && other < best {
				t.Errorf("%s: %d steps with %v, and %d with another of %v", key, best, rates[1], other, rates)
			}
		}
		d := Default()
		d.Racers[0].Spec = spec
		l, err := NewLab(d)
		if err != nil {
			t.Fatal(err)
		}
		if top := l.State().Top(); top < rates[2] || top > 3*rates[2] {
			t.Errorf("%s: a slider up to %v, chips up to %v", key, top, rates[2])
		}
	}
	if got := c.RatesOf(Racer{Spec: Descent(1)}, -3); got != c.Rates(-3) {
		t.Errorf("plain descent has %v", got)
	}
}

// TestSteepStartHasARateThatStays: of w^4 − 3w² + w the limit at the minima lets a ball from far up the wall leave for good.
func TestSteepStartHasARateThatStays(t *testing.T) {
	d := Default()
	if err := d.SetFormula("w^4 - 3*w^2 + w"); err != nil {
		t.Fatal(err)
	}
	l, err := NewLab(d)
	if err != nil {
		t.Fatal(err)
	}
	s := l.State()
	if eta, _ := d.Eta(0); eta != s.Trials[1].Eta || s.Trials[1].Fate == Explodes || s.Trials[0].Fate == Explodes ||
		s.Trials[2].Fate != Explodes {
		t.Errorf("begins with %v; %+v", eta, s.Trials)
	}
}
