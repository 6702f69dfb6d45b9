package racers

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
)

// TestMenuOfARacer: its settings are copied as they are written, the program that verifies itself with the end that it
// expects, and its step is shown taken apart.
func TestMenuOfARacer(t *testing.T) {
	d, p := shown(t)
	choose(t, d, p.cards[0], "Copy its settings")
	if want := d.State().Doc.Racers[0].Spec.String(); d.Copied != want {
		t.Errorf("copied %q, want %q", d.Copied, want)
	}
	choose(t, d, p.cards[0], "Verify: copy the program with the expected end")
	if !strings.Contains(d.Copied, "import torch") || !strings.Contains(d.Copied, "assert off <=") || d.Noticed == "" {
		t.Errorf("copied %q", d.Copied)
	}
	choose(t, d, p.cards[1], "Take its step apart")
	if look := d.State().Doc.Look; look.Panel != setup.PanelStep || look.Subject != p.cards[1].slot {
		t.Errorf("shown is %s of slot %d", look.Panel, look.Subject)
	}
	d.Opened = nil
	if p.cards[0].lane.TappedSecondary(&fyne.PointEvent{}); d.Opened == nil {
		t.Error("the secondary button opens no menu")
	}
}

// TestKnobsAreFound: every knob of every racer is found by name, and leads the keyboard to its control, behind the fold too.
func TestKnobsAreFound(t *testing.T) {
	d, p := shown(t)
	find := func(name string) desk.Command {
		t.Helper()
		list := p.Finds()
		i := slices.IndexFunc(list, func(c desk.Command) bool { return c.Name == name })
		if i < 0 {
			t.Fatalf("no %q", name)
		}
		return list[i]
	}
	for _, name := range []string{"SGD: lr …", "SGD: weight_decay …"} {
		d.Window().Canvas().Unfocus()
		find(name).Do()
		if d.State().View.Card != p.cards[0].slot || d.Window().Canvas().Focused() == nil {
			t.Errorf("%s: the card of slot %d is open, %T has the focus", name, d.State().View.Card, d.Window().Canvas().Focused())
		}
	}
	n := len(p.cards)
	if find("Add Lion").Do(); len(p.cards) != n+1 {
		t.Errorf("%d racers", len(p.cards))
	}
}
