package fork

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
)

// TestForkingHere keeps the old future of the racer of the open card, at the step of the playhead, and is one undo.
func TestForkingHere(t *testing.T) {
	d := desktest.New(t, setup.Default())
	p := New(d)
	d.Show(140, 60, p)
	d.Look(func(v *lab.View) { v.Card = 1 })
	d.Lab().Seek(12.6)
	d.Settle()
	if p.button.Disabled() {
		t.Fatal("a fork cannot be where the race goes on")
	}
	p.button.OnTapped()
	d.Settle()
	r := d.State().Doc.Racers[1]
	if len(r.Futures) != 1 || len(r.Changes) != 1 || r.Changes[0].At != 12 || d.State().Head != 12 || d.State().View.Card != 1 {
		t.Fatalf("%+v at %v", r, d.State().Head)
	}
	d.Lab().Undo()
	if r := d.State().Doc.Racers[1]; len(r.Futures)+len(r.Changes) != 0 {
		t.Errorf("one undo leaves %+v", r)
	}
}

// TestForksThatCannotBe are said, and change nothing.
func TestForksThatCannotBe(t *testing.T) {
	doc := setup.Default()
	doc.SetFormula("x^4 + y^4")
	doc.Racers[0].Spec = doc.Racers[0].Spec.With("lr", optim.Num(1e9))
	for range setup.MaxFutures {
		doc.Racers[2].Fork(5, doc.Racers[2].Spec)
	}
	d := desktest.New(t, doc)
	p := New(d)
	d.Show(140, 60, p)
	for _, c := range []struct {
		card int
		step float64
		want string
	}{
		{1, 0, "At step 0"}, {1, 0.9, "At step 0"}, {1, 140, "Step 140 is the last"}, {0, 60, "Nothing goes on from there"},
		{2, 60, "cannot have more"},
	} {
		d.Look(func(v *lab.View) { v.Card = c.card })
		d.Lab().Seek(c.step)
		d.Settle()
		before := d.State().Doc
		if Here(d); d.Said == nil || !strings.Contains(d.Said.Error(), c.want) || !p.button.Disabled() {
			t.Errorf("racer %d at %v: %v, want %q", c.card+1, c.step, d.Said, c.want)
		}
		if !same(before, d.State().Doc) {
			t.Error("the document has changed all the same")
		}
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	d.Settle()
	if Here(d); !strings.Contains(d.Said.Error(), "no racer") {
		t.Error(d.Said)
	}
}

func same(a, b setup.Experiment) bool { return setup.Same(setup.OfRace, &a, &b) }

// TestChosen is who is looked at: the open card, the pinned one, else the racer that is looked at alone.
func TestChosen(t *testing.T) {
	d := desktest.New(t, setup.Default())
	d.Look(func(v *lab.View) { v.Card, v.Pinned = -1, -1 })
	if got := Chosen(d.State()); got != 0 {
		t.Error(got)
	}
	d.Look(func(v *lab.View) { v.Pinned = 3 })
	if got := Chosen(d.State()); got != 3 {
		t.Error(got)
	}
	d.Look(func(v *lab.View) { v.Card = 2 })
	if got := Chosen(d.State()); got != 2 {
		t.Error(got)
	}
}
