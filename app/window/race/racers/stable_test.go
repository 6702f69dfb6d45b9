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
	d.Show(268, 900, p)
	verdict := d.State().Tape.Runs[0].Verdict
	l := p.cards[0].lost
	if want := fmt.Sprintf("diverged at step %d", verdict.Step); !l.text.Visible() || l.text.Text != want || verdict.Step < 2 {
		t.Fatalf("the card says %q, want %q", l.text.Text, want)
	}
	// The walls' curvature is 25: plain descent is stable below 0.08.
	if !l.around.Visible() || l.rate != 0.079 {
		t.Fatalf("it offers %v, want 0.079", l.rate)
	}
	if p.cards[1].lost.text.Visible() || p.cards[1].lost.around.Visible() {
		t.Error("the card of a racer that has not diverged says so, too")
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.6)) })
	if !l.around.Visible() || !l.offer.Disabled() {
		t.Error("while another race is recorded the offer is gone, or can still be taken")
	}
	d.Lab().Undo()
	d.Settle()
	if l.offer.Disabled() || l.rate != 0.079 {
		t.Fatalf("afterwards it offers %v", l.rate)
	}
	l.offer.OnTapped()
	d.Settle()
	s := d.State()
	if s.Doc.Racers[0].Spec.Get("lr").Num != 0.079 || s.Tape.Runs[0].Verdict.Kind != race.Finished {
		t.Errorf("taken, the rate is %v and the run %v", s.Doc.Racers[0].Spec, s.Tape.Runs[0].Verdict)
	}
	if l := p.cards[0].lost; l.text.Visible() || l.around.Visible() {
		t.Error("the card goes on saying that it has diverged")
	}
	d.Lab().Undo()
	d.Settle()
	if got := d.State().Doc.Racers[0].Spec.Get("lr").Num; got != 0.5 || p.cards[0].lost.rate != 0.079 {
		t.Errorf("undone, the rate is %v, and %v is offered", got, p.cards[0].lost.rate)
	}
}

// TestNoStableRate: where there is none nothing is offered.
func TestNoStableRate(t *testing.T) {
	d := desktest.On(t, "ravine", 140, "sgd lr=1e4 weight_decay=1e6")
	p := New(d)
	d.Show(268, 900, p)
	if l := p.cards[0].lost; !l.text.Visible() || l.around.Visible() {
		t.Errorf("it says %q and offers %v", l.text.Text, l.rate)
	}
}
