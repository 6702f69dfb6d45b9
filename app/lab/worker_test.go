package lab

import (
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/surfaces"
)

// TestStumblingWorker: a document that makes a race panic is told as an error, and the next one is raced.
func TestStumblingWorker(t *testing.T) {
	results := make(chan result, 10)
	w := startWorker(t.Context(), func(r result) { results <- r })
	doc := setup.Default()
	doc.Batch = 3 // of a surface without examples: Check lets no such document through
	w.ask(&job{doc, doc.View})
	if r := <-results; r.err == nil || !r.final || !strings.Contains(r.err.Error(), "the program stumbles over this experiment: ") {
		t.Errorf("%+v", r)
	}
	w.ask(&job{setup.Default(), doc.View})
	if r := <-results; r.err != nil || r.tape == nil {
		t.Errorf("afterwards: %v", r.err)
	}
}

// TestPlacesAppearBeforeTheirProof: where the proof takes longer than the pause, the places that the search has found are
// delivered at once, not yet to be counted on; those that the proof adds come with the last result.
func TestPlacesAppearBeforeTheirProof(t *testing.T) {
	for _, c := range []struct {
		formula      string
		early, final int
	}{
		{"(x^2+y-11)^2+(x+y^2-7)^2", 4, 4}, {"abs(x)+abs(y-1)", 0, 1},
	} {
		doc := setup.Default()
		doc.SetFormula(c.formula)
		results := make(chan result, 10)
		w := &worker{deliver: func(r result) { results <- r }}
		doc.Home, doc.View = surfaces.Rect{X0: -6, X1: 6, Y0: -6, Y1: 6}, surfaces.Rect{X0: -6, X1: 6, Y0: -6, Y1: 6}
		w.work(t.Context(), job{doc, doc.View})
		close(results)
		var got []result
		for r := range results {
			got = append(got, r)
		}
		if len(got) != 3 {
			t.Fatalf("%s: %d results, want the race, the places and the proof", c.formula, len(got))
		}
		race, early, final := got[0], got[1], got[2]
		if race.tape == nil || race.final || race.field.Known || len(race.field.Places) > 0 {
			t.Errorf("%s: the race came with %+v", c.formula, race.field)
		}
		if n := minima(early.field.Places); early.final || early.field.Known || n != c.early {
			t.Errorf("%s: early, %d minima, want %d; known %v", c.formula, n, c.early, early.field.Known)
		}
		n := minima(final.field.Places)
		if !final.final || !final.field.Known || n != c.final || final.field.Census.Check.Verdict != surfaces.Complete {
			t.Errorf("%s: finally %d minima, want %d; %+v", c.formula, n, c.final, final.field.Census.Check)
		}
		if early.tape != race.tape || final.tape != race.tape {
			t.Errorf("%s: the race was recorded anew", c.formula)
		}
	}
}

func minima(places []Place) (n int) {
	for _, p := range places {
		if p.Kind == surfaces.Minimum {
			n++
		}
	}
	return n
}

// TestEditsRaceAnewWhatTheyChange: after every kind of edit the tape is that of the document, and a racer whose race is the
// same is not raced again.
func TestEditsRaceAnewWhatTheyChange(t *testing.T) {
	doc := setup.Default()
	var got result
	w := &worker{deliver: func(r result) { got = r }}
	for _, edit := range []struct {
		name string
		do   func()
		same bool // the last racer races as it did
	}{
		{"nothing", func() {}, true},
		{"a rate", func() { doc.Racers[0].Spec = doc.Racers[0].Spec.With("lr", optim.Num(0.0123)) }, true},
		{"the start", func() { doc.Start.X += 0.1 }, false},
		{"the steps", func() { doc.Steps += 10 }, false},
		{"noise", func() { doc.Noise = 0.3 }, false},
		{"the seed", func() { doc.Seed++ }, false},
		{"the order", func() { doc.Racers[0], doc.Racers[1] = doc.Racers[1], doc.Racers[0] }, true},
		{"a surface", func() { doc.SetFormula("x^2 + 3*y^2") }, false},
		{"another rate", func() { doc.Racers[0].Spec = doc.Racers[0].Spec.With("lr", optim.Num(0.02)) }, true},
	} {
		before := got
		edit.do()
		doc = doc.Clone()
		w.work(t.Context(), job{doc, doc.View})
		if got.err != nil {
			t.Fatalf("%s: %v", edit.name, got.err)
		}
		want, err := Prepare(t.Context(), doc, WantRace)
		if err != nil {
			t.Fatal(err)
		}
		for i, run := range want.Tape.Runs {
			if mine := got.tape.Runs[i]; mine.Steps != run.Steps || !slices.Equal(mine.Row(run.Steps), run.Row(run.Steps)) {
				t.Errorf("after %s racer %d ends at %v, want %v", edit.name, i+1, mine.X(mine.Steps), run.X(run.Steps))
			}
		}
		if before.tape == nil {
			continue
		}
		last := len(doc.Racers) - 1
		if same := got.tape.Runs[last] == before.tape.Runs[last]; same != edit.same {
			t.Errorf("after %s the last racer has not raced again: %v", edit.name, same)
		}
	}
}
