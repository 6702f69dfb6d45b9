package lab

import (
	"testing"
	"time"

	"descentlab/app/lab/setup"
	"descentlab/optim/race"
)

// TestHaltEndsTheRace: how far it is is told; halted, it brings nothing any more, and the next edit races again.
func TestHaltEndsTheRace(t *testing.T) {
	doc := setup.Default()
	doc.Steps = race.MaxSteps
	for len(doc.Racers) < setup.MaxRacers {
		r := doc.Racers[len(doc.Racers)%4]
		r.Slot = len(doc.Racers)
		doc.Racers = append(doc.Racers, r)
	}
	q := make(queue, 64)
	l := New(doc, q.post)
	defer l.Close()
	for end := time.Now().Add(20 * time.Second); l.Recorded() == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("nothing is told to be recorded")
		}
	}
	l.Halt()
	if s := l.State(); s.Busy || !s.Halted || l.Recorded() >= 1 {
		t.Errorf("halted: busy %v, halted %v, %v recorded", s.Busy, s.Halted, l.Recorded())
	}
	if err := l.Edit("", func(e *setup.Experiment) { e.Steps, e.Racers = 50, e.Racers[:2] }); err != nil {
		t.Fatal(err)
	}
	q.settle(t, l)
	if s := l.State(); s.Halted || s.Tape == nil || s.Tape.Steps != 50 {
		t.Errorf("afterwards: halted %v, %+v", s.Halted, s.Tape)
	}
}

// TestHaltWhileAResultComes: a race that is delivered as the search for its places is ended does not wait for them.
func TestHaltWhileAResultComes(t *testing.T) {
	l, q := newTestLab(t, setup.Default())
	if err := l.Edit("", func(e *setup.Experiment) { e.SetFormula("x^2+abs(y)") }); err != nil {
		t.Fatal(err)
	}
	f := <-q // the race has come
	l.Halt()
	f()
	if s := l.State(); s.Busy || !s.Halted || s.Tape == nil {
		t.Errorf("busy %v, halted %v", s.Busy, s.Halted)
	}
}
