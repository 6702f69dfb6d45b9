package standings

import (
	"slices"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
)

// six are racers that end in another order than they are listed in, and one that leaves.
var six = []string{"sgd lr=0.001", "adam lr=0.06", "sgd lr=0.02", "momentum lr=0.008", "sgd lr=3", "rmsprop lr=0.03"}

// TestManyAreRanked: by their losses at the end, whoever has gone last; few are not.
func TestManyAreRanked(t *testing.T) {
	d := desktest.On(t, "peaks", 140, six...)
	p := New(d)
	d.Show(480, 300, p)
	s := d.State()
	ends := s.Run().Standings(140)
	last := len(six) - 1
	for k := range last {
		i, j := p.order.Racers[k], p.order.Racers[k+1]
		if k+1 < last && !(ends[i].Loss <= ends[j].Loss) {
			t.Errorf("racer %d at %v stands before %d at %v", i, ends[i].Loss, j, ends[j].Loss)
		}
	}
	if p.order.Racers[last] != 4 || !figure.Gone(ends[4].Where) {
		t.Errorf("last is racer %d of %v", p.order.Racers[last], p.order.Racers)
	}
	rows := p.standing(s, true)
	if got := []string{rows[0].Cells[0], rows[0].Cells[1], rows[last].Cells[0]}; !slices.Equal(got, []string{"1", "Momentum", "6"}) {
		t.Errorf("the ranks are %q", got)
	}
	if rows[last].Inks[whereColumn+1] != graphic.BadInk {
		t.Error("who has left does not stand out")
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers = e.Racers[:figure.Few] })
	d.Settle()
	if !slices.IsSorted(p.order.Racers) {
		t.Errorf("few racers are in the order %v", p.order.Racers)
	}
}

// TestRowsStayWhileItPlays: another race that is recorded meanwhile moves none of them, and is put in order at the end.
func TestRowsStayWhileItPlays(t *testing.T) {
	d := desktest.On(t, "peaks", 140, six...)
	p := New(d)
	d.Show(480, 300, p)
	before := slices.Clone(p.order.Racers)
	d.Lab().Seek(0)
	d.Lab().Toggle()
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[3].Spec })
	d.Settle()
	if !d.State().Playing {
		t.Fatal("it does not play")
	}
	if !slices.Equal(p.order.Racers, before) {
		t.Errorf("while it plays the order goes from %v to %v", before, p.order.Racers)
	}
	d.Lab().Seek(140)
	if slices.Equal(p.order.Racers, before) {
		t.Error("after that the order is as before")
	}
}

// TestSettledStandOut: who has settled by now does, whoever settles later stands back.
func TestSettledStandOut(t *testing.T) {
	d := desktest.On(t, "peaks", 140, "sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03")
	p := New(d)
	d.Show(480, 200, p)
	d.Lab().Seek(46)
	rows := p.standing(d.State(), false)
	for i, want := range []graphic.Ink{graphic.QuietInk, graphic.QuietInk, graphic.StrongInk} {
		if got := rows[i].Inks[3]; got != want {
			t.Errorf("%s settles at %s, in ink %d, want %d", rows[i].Key, rows[i].Cells[3], got, want)
		}
	}
	if rows[2].Inks[whereColumn] != graphic.GoodInk || rows[1].Inks[whereColumn] != graphic.PlainInk {
		t.Errorf("where they are stands in inks %d and %d", rows[2].Inks[whereColumn], rows[1].Inks[whereColumn])
	}
	d.Look(func(v *lab.View) { v.Racer = 1 })
	if rows = p.standing(d.State(), false); !rows[1].Chosen || rows[0].Chosen {
		t.Error("the racer that is looked at does not stand out")
	}
}
