package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"descentlab/app/lab"
	"descentlab/optim"
)

// segmentsText is all that a note says.

func TestSheetTellsOfARacer(t *testing.T) {
	u := newTestUI(t, freshSession())
	s := u.sheet
	if s.shown() || !s.under.Visible() {
		t.Fatal("the sheet is open from the first")
	}
	u.aboutRacer(3)
	if !s.shown() || s.under.Visible() {
		t.Fatal("the sheet has not opened over the right column")
	}
	if s.title.Text != "Adam" || s.when.Text != "2014 · Adaptive" || !strings.Contains(s.idea.Text.String(), "Momentum over RMSprop") ||
		!strings.Contains(s.cite.Text.String(), "arXiv:1412.6980") || s.maths.MinSize().Height < 60 {
		t.Errorf("%q, %q, %q", s.title.Text, s.when.Text, s.idea.Text.String())
	}
	for _, want := range []string{"lr = 0.06", "a finite number > 0", "beta2 = 0.999", "in [0, 1)", "amsgrad = false", "How slowly the mean gradient forgets"} {
		if !strings.Contains(s.knobs.Text.String(), want) {
			t.Errorf("the knobs lack %q:\n%s", want, s.knobs.Text.String())
		}
	}
	if s.memoryHead.Text != "Memory at step 87" || len(s.memories.names) != 2 || s.memories.names[1].Text != "adam.exp_avg_sq" {
		t.Errorf("%q, %d memories", s.memoryHead.Text, len(s.memories.names))
	}
	if !strings.Contains(s.code.Text, "# Adam on Peaks") || !strings.Contains(s.code.Text, "torch.optim.Adam([p], lr=0.06, betas=(0.9, 0.999)") ||
		!strings.Contains(s.code.Text, "range(140)") || !strings.Contains(s.code.Text, "torch.exp(") {
		t.Errorf("the Python:\n%s", s.code.Text)
	}
}

func TestSheetFollowsEditsAndPlayhead(t *testing.T) {
	u := newTestUI(t, freshSession())
	s := u.sheet
	u.aboutRacer(3)
	before := s.memories.values[0].Text
	u.lab.Seek(3)
	if s.memoryHead.Text != "Memory at step 3" || s.memories.values[0].Text == before {
		t.Errorf("%q: %s, before %s", s.memoryHead.Text, s.memories.values[0].Text, before)
	}
	u.Edit("", func(e *lab.Experiment) {
		e.Racers[3].Spec = e.Racers[3].Spec.With("amsgrad", optim.On(true)).WithSchedule("cosine")
	})
	if !strings.Contains(s.code.Text, "amsgrad=True") || !strings.Contains(s.code.Text, "CosineAnnealingLR") || !strings.Contains(s.knobs.Text.String(), "T_max = 140") {
		t.Errorf("the sheet has not followed:\n%s", s.code.Text)
	}
	rest(t, u)
	if len(s.memories.names) != 3 {
		t.Errorf("%d memories with amsgrad, want 3", len(s.memories.names))
	}
	u.cards.cards[3].setMethod("sgd")
	rest(t, u)
	if s.title.Text != "SGD 2" || s.memoryHead.Text != "Memory: none" || len(s.memories.box.Objects) != 0 {
		t.Errorf("%q, %q, %d memories", s.title.Text, s.memoryHead.Text, len(s.memories.names))
	}
	u.Edit("", func(e *lab.Experiment) { e.Racers = slices.Delete(e.Racers, 3, 4) })
	if s.shown() || !s.under.Visible() {
		t.Error("the racer is gone and its sheet is not")
	}
}

func TestSheetWithTheKeyboard(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.rune('i')
	if !u.sheet.shown() || u.sheet.title.Text != "SGD" {
		t.Fatalf("i shows %q", u.sheet.title.Text)
	}
	u.win.Resize(fyne.NewSize(1024, 700))
	u.key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if u.sheet.scroll.Offset.Y <= 0 {
		t.Error("Page Down does not scroll")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyUp})
	u.key(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	if u.sheet.scroll.Offset.Y != 0 {
		t.Errorf("at the top the offset is %v", u.sheet.scroll.Offset.Y)
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.sheet.shown() {
		t.Error("Escape does not close")
	}
	u.aboutRacer(2)
	u.rune('i')
	u.rune('i')
	if u.sheet.title.Text != "RMSprop" {
		t.Errorf("i comes back to %q, want the racer shown last", u.sheet.title.Text)
	}
}

func TestCopyAsPyTorch(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.sheet.copyCode() // nothing to copy
	u.aboutRacer(3)
	test.Tap(u.sheet.copy)
	if got := u.app.Clipboard().Content(); got != u.sheet.code.Text || !strings.HasPrefix(got, "# Adam on Peaks") {
		t.Errorf("on the clipboard is %.60q", got)
	}
	if !u.sheet.copied {
		t.Error("the button does not say so")
	}
	u.Edit("", func(e *lab.Experiment) { e.Racers[3].Spec = e.Racers[3].Spec.With("lr", optim.Num(0.5)) })
	if u.sheet.copied {
		t.Error("the button still says that another program is on the clipboard")
	}
}

func TestSheetOfAMethodFromTheChooser(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.cards.add.OnAbout("lion")
	s := u.sheet
	if !s.shown() || s.title.Text != "Lion" || s.badge.Visible() || s.memoryHead.Text != "Memory" || s.memories.values[0].Text != "–" {
		t.Errorf("%q, %q", s.title.Text, s.memoryHead.Text)
	}
	if !strings.Contains(s.code.Text, "# Lion on Peaks") {
		t.Errorf("the Python:\n%s", s.code.Text)
	}
	u.lab.Seek(5)
	u.Edit("", func(e *lab.Experiment) { e.Racers = nil })
	if !s.shown() {
		t.Error("the sheet of a method needs no racer")
	}
}

// TestEverySheet opens the sheet of every method: all have mathematics that can be set and Python that can be copied.
func TestEverySheet(t *testing.T) {
	u := newTestUI(t, freshSession())
	for _, m := range optim.Methods() {
		u.aboutMethod(m.Key)
		if u.sheet.title.Text != m.Title || u.sheet.text == "" || u.sheet.copy.Disabled() || u.toast.box.Visible() {
			t.Errorf("%s: %q, Python %.60q", m.Key, u.sheet.title.Text, u.sheet.code.Text)
		}
	}
}

func TestSheetSaysWhyThereIsNoPython(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.aboutRacer(3)
	spec := optim.Spec{Method: "sgd"}.With("lr", optim.Num(-1))
	m, err := optim.LookupMethod("sgd")
	if err != nil {
		t.Fatal(err)
	}
	u.sheet.writeCode(m, spec, "SGD", u.lab.State())
	if !u.sheet.copy.Disabled() || u.sheet.text != "" || !strings.HasPrefix(u.sheet.code.Text, "Sgd: lr must be") {
		t.Errorf("%q", u.sheet.code.Text)
	}
}

// TestCardsOfRatesAndStages: a schedule only where there is a rate, and a heading over the stages where all knobs are shown.
func TestCardsOfRatesAndStages(t *testing.T) {
	u := newTestUI(t, freshSession())
	headings := func(c *card) (n int) {
		for _, o := range test.LaidOutObjects(c.box) {
			if text, ok := o.(*canvas.Text); ok && text.Text == "stages" {
				n++
			}
		}
		return n
	}
	if n := headings(u.cards.cards[0]); n != 0 {
		t.Errorf("%d headings on a card of the main knobs", n)
	}
	u.cards.toggleAll(u.cards.cards[0].slot)
	if n := headings(u.cards.cards[0]); n != 1 {
		t.Errorf("%d headings on a card of all knobs", n)
	}
	for _, m := range optim.Methods() {
		u.cards.cards[1].setMethod(m.Key)
		if has := u.cards.cards[1].sched != nil; has != m.Rated() {
			t.Errorf("%s: schedule %v, rate %v", m.Key, has, m.Rated())
		}
	}
}
