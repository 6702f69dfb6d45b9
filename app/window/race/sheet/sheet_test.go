package sheet

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// shown is the sheet of the default race at step 87, in a column.
func shown(t *testing.T) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.New(t, setup.Default())
	p := New(d)
	d.Show(420, 700, p)
	d.Lab().Seek(87)
	return d, p
}

func about(d *desktest.Desk, sheet lab.Sheet) {
	sheet.Open = true
	d.Look(func(v *lab.View) { v.Sheet = sheet })
}

// says is the text on the button that copies.
func (c *code) says() string {
	for _, o := range test.LaidOutObjects(c.copy) {
		if text, ok := o.(*canvas.Text); ok {
			return text.Text
		}
	}
	return ""
}

func TestSheetTellsOfARacer(t *testing.T) {
	d, p := shown(t)
	if p.Object().Visible() {
		t.Fatal("the sheet is open from the first")
	}
	about(d, lab.Sheet{Slot: 3})
	if !p.Object().Visible() {
		t.Fatal("the sheet has not opened")
	}
	if p.head.title.Text != "Adam" || p.head.when.Text != "2014 · Adaptive" || !p.badge.Visible() ||
		!strings.Contains(p.idea.Text.String(), "Momentum over RMSprop") ||
		!strings.Contains(p.cite.Text.String(), "arXiv:1412.6980") || p.maths.MinSize().Height < 60 {
		t.Errorf("%q, %q, %q", p.head.title.Text, p.head.when.Text, p.idea.Text.String())
	}
	for _, want := range []string{"lr = 0.06", "a number above 0", "beta2 = 0.999", "in [0, 1)", "amsgrad = false",
		"How slowly the mean gradient forgets"} {
		if !strings.Contains(p.knobs.Text.String(), want) {
			t.Errorf("the knobs lack %q:\n%s", want, p.knobs.Text.String())
		}
	}
	if p.memoryHead.Text != "Memory at step 87" || len(p.memories.names) != 2 ||
		p.memories.names[1].Text != "adam.exp_avg_sq" {
		t.Errorf("%q, %d memories", p.memoryHead.Text, len(p.memories.names))
	}
	for _, want := range []string{"# Adam on Peaks", "torch.optim.Adam([p], lr=0.06, betas=(0.9, 0.999)", "range(140)",
		"torch.exp("} {
		if !strings.Contains(p.code.label.Text, want) {
			t.Errorf("the Python lacks %q:\n%s", want, p.code.label.Text)
		}
	}
}

func TestSheetFollowsEditsAndPlayhead(t *testing.T) {
	d, p := shown(t)
	about(d, lab.Sheet{Slot: 3})
	before := p.memories.values[0].Text
	d.Lab().Seek(3)
	if p.memoryHead.Text != "Memory at step 3" || p.memories.values[0].Text == before {
		t.Errorf("%q: %s, before %s", p.memoryHead.Text, p.memories.values[0].Text, before)
	}
	_ = d.Edit("", func(e *setup.Experiment) {
		e.Racers[3].Spec = e.Racers[3].Spec.With("amsgrad", optim.On(true)).WithSchedule("cosine")
	})
	if code := p.code.label.Text; !strings.Contains(code, "amsgrad=True") || !strings.Contains(code, "CosineAnnealingLR") ||
		!strings.Contains(p.knobs.Text.String(), "T_max = 140") {
		t.Errorf("the sheet has not followed:\n%s", code)
	}
	d.Settle()
	if len(p.memories.names) != 3 {
		t.Errorf("%d memories with amsgrad, want 3", len(p.memories.names))
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers[3].Spec = optim.Spec{Method: "sgd"} })
	d.Settle()
	if p.head.title.Text != "SGD 2" || p.memoryHead.Text != "Memory: none" || len(p.memories.box.Objects) != 0 {
		t.Errorf("%q, %q, %d memories", p.head.title.Text, p.memoryHead.Text, len(p.memories.names))
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers = slices.Delete(e.Racers, 3, 4) })
	if p.Object().Visible() {
		t.Error("the racer is gone and its sheet is not")
	}
}

func TestSheetWithTheKeyboard(t *testing.T) {
	d, p := shown(t)
	if p.Key(fyne.KeyPageDown) || p.Key(fyne.KeyEscape) || desk.Type(d, p.Commands(), 'j') {
		t.Error("a closed sheet has use for keys")
	}
	if !desk.Type(d, p.Commands(), 'i') || !p.Object().Visible() || p.head.title.Text != "SGD" {
		t.Fatalf("i shows %q", p.head.title.Text)
	}
	if !p.Key(fyne.KeyPageDown) || p.scroll.Offset.Y <= 0 {
		t.Error("Page Down does not scroll")
	}
	p.Key(fyne.KeyUp)
	p.Key(fyne.KeyPageUp)
	if p.scroll.Offset.Y != 0 {
		t.Errorf("at the top the offset is %v", p.scroll.Offset.Y)
	}
	if p.Key(fyne.KeyHome) {
		t.Error("a key of playback is taken")
	}
	if !p.Key(fyne.KeyEscape) || p.Object().Visible() {
		t.Error("Escape does not close")
	}
	about(d, lab.Sheet{Slot: 2})
	desk.Type(d, p.Commands(), 'i')
	if p.Object().Visible() {
		t.Error("i does not close")
	}
	desk.Type(d, p.Commands(), 'i')
	if p.head.title.Text != "RMSprop" {
		t.Errorf("i comes back to %q, want the racer shown last", p.head.title.Text)
	}
}

func TestCopyAsPyTorch(t *testing.T) {
	d, p := shown(t)
	p.Copy() // nothing to copy
	if d.Copied != "" {
		t.Errorf("a closed sheet has copied %q", d.Copied)
	}
	about(d, lab.Sheet{Slot: 3})
	offer := p.code.says()
	test.Tap(p.code.copy)
	if d.Copied != p.code.label.Text || !strings.HasPrefix(d.Copied, "# Adam on Peaks") {
		t.Errorf("on the clipboard is %.60q", d.Copied)
	}
	if !p.code.copied || p.code.says() == offer || offer != "Copy as PyTorch" {
		t.Errorf("the button says %q, and said %q before", p.code.says(), offer)
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers[3].Spec = e.Racers[3].Spec.With("lr", optim.Num(0.5)) })
	if p.code.copied || p.code.says() != offer {
		t.Error("the button still says that another program is on the clipboard")
	}
}

// A confirmation goes by itself.
func TestCopiedIsSaidForAWhile(t *testing.T) {
	d, p := shown(t)
	p.code.pause = 0
	about(d, lab.Sheet{Method: "lbfgs"})
	p.Copy()
	if !p.code.copied {
		t.Fatal("it is not said at all")
	}
	for p.code.copied {
		d.Step()
	}
	if p.code.says() != "Copy as SciPy" {
		t.Errorf("the button says %q", p.code.says())
	}
}

func TestSheetOfAMethod(t *testing.T) {
	d, p := shown(t)
	about(d, lab.Sheet{Method: "lion"})
	if !p.Object().Visible() || p.head.title.Text != "Lion" || p.badge.Visible() || p.memoryHead.Text != "Memory" ||
		p.memories.values[0].Text != "–" {
		t.Errorf("%q, %q", p.head.title.Text, p.memoryHead.Text)
	}
	if !strings.Contains(p.code.label.Text, "# Lion on Peaks") {
		t.Errorf("the Python:\n%s", p.code.label.Text)
	}
	d.Lab().Seek(5)
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	if !p.Object().Visible() {
		t.Error("the sheet of a method needs no racer")
	}
}

// TestEverySheet opens the sheet of every method: all have mathematics that can be set and Python that can be copied.
func TestEverySheet(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t)
	for _, m := range optim.Methods() {
		about(d, lab.Sheet{Method: m.Key})
		if p.head.title.Text != m.Title || p.code.text == "" || p.code.copy.Disabled() || d.Said != nil {
			t.Errorf("%s: %q, Python %.60q, said %v", m.Key, p.head.title.Text, p.code.label.Text, d.Said)
		}
	}
}

func TestSheetSaysWhyThereIsNoPython(t *testing.T) {
	d, p := shown(t)
	about(d, lab.Sheet{Slot: 3})
	m, err := optim.LookupMethod("sgd")
	if err != nil {
		t.Fatal(err)
	}
	p.code.show(m, optim.Spec{Method: "sgd"}.With("lr", optim.Num(-1)), 0, "SGD", d.State())
	if !p.code.copy.Disabled() || p.code.text != "" || !strings.HasPrefix(p.code.label.Text, "Sgd: lr must be") {
		t.Errorf("%q", p.code.label.Text)
	}
	p.Copy()
	if d.Copied != "" {
		t.Errorf("what is no program is copied: %q", d.Copied)
	}
}

// TestHeadKeepsOffItsButton: in whatever width, name and year end before the button that closes the sheet, and the year is whole
// or is not there.
func TestHeadKeepsOffItsButton(t *testing.T) {
	d, p := shown(t)
	about(d, lab.Sheet{Method: "momentum"})
	h := p.head
	said := map[string]bool{}
	for width := float32(440); width > 120; width -= 5 {
		h.box.Resize(fyne.NewSize(width, 30))
		said[h.when.Text] = true
		for _, text := range []*canvas.Text{h.title, h.when} {
			if end := text.Position().X + text.MinSize().Width; text.Visible() && end > h.closer.Position().X {
				t.Fatalf("%v wide %q ends at %v, the button begins at %v", width, text.Text, end, h.closer.Position().X)
			}
		}
	}
	if len(said) != 3 || !said["1964 · Descent and momentum"] || !said["1964"] || !said[""] {
		t.Errorf("beside the name it says %v", said)
	}
}
