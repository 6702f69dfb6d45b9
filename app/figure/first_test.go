package figure

import (
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim"
)

func TestFirstSettings(t *testing.T) {
	doc := setup.Default()
	if said := FirstSettings(&doc, nil); said != "" {
		t.Errorf("nobody changes: %q", said)
	}
	doc.Racers[3].Changes = optim.Changes{{At: 9, Spec: doc.Racers[3].Spec}}
	if said := FirstSettings(&doc, nil); said != "" {
		t.Errorf("a fork changes nothing yet: %q", said)
	}
	for i, want := range []string{
		"SGD changes on its way; here it keeps its first settings.",
		"SGD and Momentum change on their way; here they keep their first settings.",
	} {
		doc.Racers[i].Changes = optim.Changes{{At: 9, Spec: doc.Racers[i].Spec.With("lr", optim.Num(0.001))}}
		if said := FirstSettings(&doc, nil); said != want {
			t.Errorf("%q, want %q", said, want)
		}
	}
	if said := FirstSettings(&doc, []int{1}); said != "Momentum changes on its way; here it keeps its first settings." {
		t.Errorf("of one of them: %q", said)
	}
	if said := FirstSettings(&doc, []int{2, 3}); said != "" {
		t.Errorf("of others: %q", said)
	}
	if changing, forked := Changing(&doc); len(changing) != 2 || len(forked) != 1 || forked[0] != "Adam" {
		t.Errorf("changing %v, forked %v", changing, forked)
	}
}
