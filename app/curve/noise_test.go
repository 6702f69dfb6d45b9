package curve

import (
	"math"
	"strings"
	"testing"
)

// noisyLab is a lab on the noisy curve, after some steps.
func noisyLab(t *testing.T, steps int) *Lab {
	t.Helper()
	s, err := Find("noisy")
	if err != nil {
		t.Fatal(err)
	}
	d := Default()
	d.SetShape(s)
	l, err := NewLab(d)
	if err != nil {
		t.Fatal(err)
	}
	l.Step(steps)
	return l
}

// TestNoiseIsThatOfItsSeed: equal seeds give equal runs, others do not, and every step's slope is that of the curve with noise.
func TestNoiseIsThatOfItsSeed(t *testing.T) {
	l := noisyLab(t, 50)
	first, again := l.State(), noisyLab(t, 50).State()
	sum, squares := 0.0, 0.0
	for i := range 2000 {
		row := first.Runs[0].At(i)
		if row != again.Runs[0].At(i) {
			t.Fatalf("step %d: %+v is not repeated", i, row)
		}
		if slope := 0.3*(row.W-4) + row.Noise; math.Abs(slope-row.Slope) > 1e-12 {
			t.Fatalf("step %d: slope %v, want %v", i, row.Slope, slope)
		}
		sum, squares = sum+row.Noise, squares+row.Noise*row.Noise
	}
	if mean, sigma := sum/2000, math.Sqrt(squares/2000); math.Abs(mean) > 0.05 || math.Abs(sigma-0.5) > 0.03 {
		t.Errorf("noise of %v ± %v", mean, sigma)
	}
	if err := l.Amend("", func(d *Document) { d.Seed++ }); err != nil {
		t.Fatal(err)
	}
	if s := l.State(); s.Step != 50 || s.Row(0).W == first.Row(0).W {
		t.Errorf("another seed: step %d, w %v", s.Step, s.Row(0).W)
	}
	if l.Undo(); l.State().Row(0).W != first.Row(0).W {
		t.Error("undo does not bring the batches back")
	}
}

// TestWander: counted over thousands of steps it is what the formula says, and a smaller rate wanders less.
func TestWander(t *testing.T) {
	s := noisyLab(t, 0).State()
	before := 0.0
	for _, trial := range s.Trials {
		want, stays := s.Curve.Wander(trial.Eta)
		if !stays || trial.Fate != Wanders || math.Abs(trial.Spread/want-1) > 0.15 || trial.Spread <= before {
			t.Errorf("eta %v: %v ± %v, want %v", trial.Eta, trial.Fate, trial.Spread, want)
		}
		before = trial.Spread
	}
	if _, stays := s.Curve.Wander(7); stays {
		t.Error("above the limit it stays")
	}
	text := s.Curve.Insight(s.Runs[0], 0).String()
	if !strings.Contains(text, "This batch has the slope") || !strings.Contains(text, "±0.70") {
		t.Error(text)
	}
}
