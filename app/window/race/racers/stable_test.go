package racers

import (
	"fmt"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
	"descentlab/optim/race"
)

// TestDivergedCardOffersAStableRate: it says at which step its racer has diverged; a click takes the largest rate that is stable,
// and one undo brings the old one back. Other cards say nothing.
func TestDivergedCardOffersAStableRate(t *testing.T) {
	d := desktest.On(t, "ravine", 140, "sgd lr=0.5", "adam lr=0.06")
	p := New(d)
	d.Show(300, 900, p)
	verdict := d.State().Tape.Runs[0].Verdict
	told := fmt.Sprintf("diverged at step %d", verdict.Step)
	if hint := p.cards[0].lane; hint == nil || verdict.Step < 2 {
		t.Fatalf("the card is open, or its racer has diverged at step %d", verdict.Step)
	}
	unfold(d, 0, false)
	height := p.cards[0].object().MinSize().Height
	n := p.cards[0].open.notice
	says := func(wrong, help string, ready bool) {
		t.Helper()
		if w, h := n.Says(); w != wrong || h != help || n.Ready() != ready {
			t.Errorf("the card says %q and offers %q, ready %t; want %q, %q, %t", w, h, n.Ready(), wrong, help, ready)
		}
		if got := p.cards[0].object().MinSize().Height; got != height {
			t.Errorf("the card is %v high, and was %v", got, height)
		}
	}
	// The walls' curvature is 25: plain descent is stable below 0.08.
	says(told, "take lr 0.079", true)
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.6)) })
	says(told, "take lr 0.079", false) // while another race is recorded
	d.Lab().Undo()
	d.Settle()
	says(told, "take lr 0.079", true)
	n.Tapped(nil)
	d.Settle()
	s := d.State()
	if s.Doc.Racers[0].Spec.Get("lr").Num != 0.079 || s.Tape.Runs[0].Verdict.Kind != race.Finished {
		t.Errorf("taken, the rate is %v and the run %v", s.Doc.Racers[0].Spec, s.Tape.Runs[0].Verdict)
	}
	says("too fast above 0.08", "", false)
	d.Lab().Undo()
	d.Settle()
	if got := d.State().Doc.Racers[0].Spec.Get("lr").Num; got != 0.5 {
		t.Errorf("undone, the rate is %v", got)
	}
	says(told, "take lr 0.079", true)
	unfold(d, 1, false)
	if w, h := p.cards[1].open.notice.Says(); w != "" || h != "" {
		t.Errorf("the card of a racer that has not diverged says %q, %q", w, h)
	}
}

// TestNoStableRate: where there is none nothing is offered.
func TestNoStableRate(t *testing.T) {
	d := desktest.On(t, "ravine", 140, "sgd lr=1e4 weight_decay=1e6")
	p := New(d)
	d.Show(300, 900, p)
	unfold(d, 0, false)
	if wrong, help := p.cards[0].open.notice.Says(); wrong == "" || help != "" {
		t.Errorf("it says %q and offers %q", wrong, help)
	}
}
