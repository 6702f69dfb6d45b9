package lab_test

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
)

// TestAdvanceWhole: steps are shown whole, at the pace of playback, and at the end it stands.
func TestAdvanceWhole(t *testing.T) {
	l := lab.New(labtest.Experiment(t, "sphere", 30, "sgd lr=0.1"), func(func()) {})
	defer l.Close()
	l.Seek(0)
	l.Play()
	var seen []float64
	for range 60 {
		l.AdvanceWhole(1.0 / 60)
		seen = append(seen, l.State().Head)
	}
	for i, head := range seen {
		if head != float64(int(head)) || i > 0 && head-seen[i-1] > 1 {
			t.Fatalf("after %d frames the head is at %v", i, head)
		}
	}
	if last := seen[len(seen)-1]; last < lab.StepsPerSecond-1 || last > lab.StepsPerSecond {
		t.Errorf("after a second it is at %v", last)
	}
	for range 60 {
		l.AdvanceWhole(1.0 / 60)
	}
	if s := l.State(); s.Head != 30 || s.Playing {
		t.Errorf("at the end it is at %v, and plays: %t", s.Head, s.Playing)
	}
}
