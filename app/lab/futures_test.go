package lab

import (
	"slices"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/race"
)

// TestFuturesAreRaced with the racers, in the lab and without it: the old future is the run that there was before the fork, and
// the new one is that run forked, bit for bit.
func TestFuturesAreRaced(t *testing.T) {
	doc := setup.Default()
	l, wait := newTestLab(t, doc)
	wait.settle(t, l)
	before := l.State().Tape.Runs[1]
	half := doc.Racers[1].Spec.With("momentum", optim.Num(0.5))
	if err := l.Edit("", func(e *setup.Experiment) { e.Racers[1].Fork(12, half) }); err != nil {
		t.Fatal(err)
	}
	wait.settle(t, l)
	s := l.State()
	if len(s.Tape.Runs) != 4 || len(s.Futures.Of) != 1 || s.Futures.Find(1, 0) != 0 || s.Futures.Find(0, 0) >= 0 {
		t.Fatalf("%d runs, futures of %v", len(s.Tape.Runs), s.Futures.Of)
	}
	forked, err := race.Fork(t.Context(), s.Field.loss(s.Doc), before, 12, half)
	if err != nil {
		t.Fatal(err)
	}
	run, err := Prepare(t.Context(), s.Doc, WantAll)
	if err != nil {
		t.Fatal(err)
	}
	for k := range doc.Steps + 1 {
		if !slices.Equal(s.Tape.Runs[1].Row(k), forked.Row(k)) || !slices.Equal(s.Futures.Tape.Runs[0].X(k), before.X(k)) ||
			!slices.Equal(run.Tape.Runs[1].Row(k), forked.Row(k)) || !slices.Equal(run.Futures.Tape.Runs[0].X(k), before.X(k)) {
			t.Fatalf("step %d is another one", k)
		}
	}
	if old, now := run.Futures.Courses.At(0, 140).Place, run.Courses.At(1, 140).Place; old.Name != "A" || now.Name != "C" {
		t.Errorf("the old future ends at %v, the new one at %v", old, now)
	}
	l.Undo()
	wait.settle(t, l)
	if s := l.State(); len(s.Futures.Of) != 0 || s.Futures.Tape != nil || len(s.Doc.Racers[1].Changes) != 0 {
		t.Error("a fork is not undone")
	}
	l.Redo()
	wait.settle(t, l)
	if s := l.State(); len(s.Futures.Of) != 1 || !slices.Equal(s.Tape.Runs[1].Row(140), forked.Row(140)) {
		t.Error("a fork is not made again")
	}
}

// TestTheTapeOfARaceWithFuturesStays while its places are found: it is the same race.
func TestTheTapeOfARaceWithFuturesStays(t *testing.T) {
	l, wait := newTestLab(t, setup.Default())
	tapes := map[*race.Tape]bool{}
	l.OnChange(func(s State, _ Change) { tapes[s.Tape] = true })
	if err := l.Edit("", func(e *setup.Experiment) {
		e.Racers[0].Fork(5, optim.Spec{Method: "adam"})
		e.SetFormula("x^4 - x^2 + y^2")
	}); err != nil {
		t.Fatal(err)
	}
	wait.settle(t, l)
	if len(tapes) != 2 {
		t.Errorf("%d tapes of two races", len(tapes))
	}
}
