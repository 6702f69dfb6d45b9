package racers

import (
	"strings"
	"testing"

	"descentlab/optim"
)

// TestFormulaOfASchedule is typed on the card: kept in the program's grammar, undone at once, refused aloud.
func TestFormulaOfASchedule(t *testing.T) {
	d, p := shown(t)
	p.cards[1].setSchedule("lambda")
	var row *textRow
	for _, r := range p.cards[1].rows {
		if text, is := r.(*textRow); is {
			row = text
		}
	}
	formula := func() string { return d.State().Doc.Racers[1].Spec.Get("lr_lambda").Text }
	if err := row.w.Check("t <"); err == nil || !strings.Contains(err.Error(), "column 4") {
		t.Errorf("a piece of a formula: %v", err)
	}
	row.w.OnError("t <")
	if p.cards[1].message != "t <" {
		t.Error("what is wrong is not said on the card")
	}
	row.w.OnChanged("lambda epoch: 0.9**epoch")
	if formula() != "0.9**t" {
		t.Errorf("the formula is %q", formula())
	}
	d.Lab().Undo()
	if formula() != "0.95^t" || d.State().Doc.Racers[1].Spec.Schedule != "lambda" {
		t.Errorf("undone: %q", formula())
	}
}

// TestALongerChainHasItsMilestones: those of a shorter one go, in the same undo.
func TestALongerChainHasItsMilestones(t *testing.T) {
	d, p := shown(t)
	spec := func() optim.Spec { return d.State().Doc.Racers[1].Spec }
	p.cards[1].setSchedule("sequential")
	p.cards[1].change(optim.Knob{Name: "milestones"}, optim.Nums(9), true)
	for _, r := range p.cards[1].rows {
		if text, is := r.(*textRow); is {
			text.w.OnChanged("linear, step, cosine")
		}
	}
	if got := spec().Get("schedulers").Text; got != "[linear, step, cosine]" || len(spec().Get("milestones").List) != 2 {
		t.Errorf("%q with %v", got, spec().Get("milestones"))
	}
	d.Lab().Undo()
	if got := spec().Get("milestones").List; len(got) != 1 || got[0] != 9 {
		t.Errorf("undone: %v", spec())
	}
}
