package try

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/lab"
	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
)

// shown is the panel in a column of that height.
func shown(t *testing.T, width, height float32, surface string, steps int, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, steps, racers...)
	p := New(d)
	d.Show(width, height, p)
	return d, p
}

// peaks is the panel on Peaks.
func peaks(t *testing.T) (*desktest.Desk, *Pane) {
	t.Helper()
	return shown(t, 300, 500, "peaks", 140, "momentum lr=0.008", "adam lr=0.06")
}

// TestChangesAreOffered with what comes of them, and a click is one edit that plays from the start and keeps its promise.
func TestChangesAreOffered(t *testing.T) {
	d, p := peaks(t)
	texts := desktest.Texts(p.Object(), false)
	for _, want := range []string{"Try", "Momentum 0.9 → 0.8", "ends in C instead of A"} {
		if !slices.Contains(texts, want) {
			t.Fatalf("%q is not among %q", want, texts)
		}
	}
	was := d.State().Doc.Racers[0].Spec.String()
	test.Tap(p.offers[0])
	if s := d.State(); s.Head != 0 || !s.Playing || s.Doc.Racers[0].Spec.Get("momentum").Num != 0.8 {
		t.Errorf("after a click: step %v, playing %t, %v", s.Head, s.Playing, s.Doc.Racers[0].Spec)
	}
	if !slices.Contains(desktest.Texts(p.Object(), false), "Momentum 0.9 → 0.8") {
		t.Error("the old changes have gone before there are new ones")
	}
	after := d.State().Doc.Racers[0].Spec.String()
	test.Tap(p.offers[0])
	if got := d.State().Doc.Racers[0].Spec.String(); got != after {
		t.Error("a change of another race has been made")
	}
	d.Settle()
	if where := d.State().Run().Standings(140)[0].Where.String(); !strings.HasSuffix(where, " C") {
		t.Errorf("it is %s", where)
	}
	if slices.Contains(desktest.Texts(p.Object(), false), "Momentum 0.9 → 0.8") {
		t.Error("what has been made is still offered")
	}
	d.Lab().Undo()
	d.Settle()
	if got := d.State().Doc.Racers[0].Spec.String(); got != was {
		t.Errorf("after one undo it is %s, want %s", got, was)
	}
	if !slices.Contains(desktest.Texts(p.Object(), false), "Momentum 0.9 → 0.8") {
		t.Error("after undo it is not offered again")
	}
}

// TestChangesByKeyboard: they can be reached and taken without a mouse.
func TestChangesByKeyboard(t *testing.T) {
	d, p := peaks(t)
	d.Window().Canvas().Focus(p.offers[0])
	p.offers[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := d.State().Doc.Racers[0].Spec.Get("momentum").Num; got != 0.8 {
		t.Errorf("momentum %v", got)
	}
	p.head.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p.open() {
		t.Error("Enter does not fold it")
	}
}

// TestFolded: with little room it is one line, which a click unfolds; in a slim column it is left out.
func TestFolded(t *testing.T) {
	d, p := shown(t, 300, 60, "peaks", 140, "momentum lr=0.008", "adam lr=0.06")
	texts := desktest.Texts(p.Object(), false)
	if p.open() || !slices.Contains(texts, "2 small changes") {
		t.Errorf("it says %q", texts)
	}
	low := p.Object().MinSize().Height
	test.Tap(p.head)
	if !p.open() || p.Object().MinSize().Height <= low {
		t.Errorf("unfolded it needs %v, folded %v", p.Object().MinSize().Height, low)
	}
	test.Tap(p.head)
	if kept := session.Kept(d.State().View).Tries; kept != lab.Folded {
		t.Errorf("the session keeps it as %q", kept)
	}
	d.Window().Resize(fyne.NewSize(300, 600))
	if p.open() {
		t.Error("what was folded unfolds itself")
	}
	d.Window().Resize(fyne.NewSize(232, 600))
	if p.panel.Visible() || p.Object().MinSize().Height != 0 {
		t.Error("it is seen in a slim column")
	}
}

// TestRoomIsReserved: the panel is as high before and after changes are found.
func TestRoomIsReserved(t *testing.T) {
	d, p := peaks(t)
	at, size := p.panel.Position(), p.panel.Size()
	if err := d.Edit("", func(e *setup.Experiment) { e.Racers = nil }); err != nil {
		t.Fatal(err)
	}
	d.Settle()
	if p.panel.Position() != at || p.panel.Size() != size {
		t.Errorf("it lies at %v, %v, and lay at %v, %v", p.panel.Position(), p.panel.Size(), at, size)
	}
	if texts := desktest.Texts(p.Object(), false); !slices.Contains(texts, "nothing small that was tried ends otherwise") {
		t.Errorf("without changes it says %q", texts)
	}
}

// TestSaysWhoseSettingsAreLeftAlone: those of who changes on the way. A fork that changes nothing yet is not called a change.
func TestSaysWhoseSettingsAreLeftAlone(t *testing.T) {
	d, p := peaks(t)
	spec := d.State().Doc.Racers[0].Spec
	for _, c := range []struct {
		to   optim.Spec
		want string
	}{
		{spec, "without Momentum, forked"},
		{spec.With("momentum", optim.Num(0.5)), "without Momentum, changed on the way"},
	} {
		if err := d.Edit("", func(e *setup.Experiment) { e.Racers[0].Changes = optim.Changes{{At: 9, Spec: c.to}} }); err != nil {
			t.Fatal(err)
		}
		d.Settle()
		if got := p.without(); got != c.want {
			t.Errorf("with %v from step 9 on it says %q, want %q", c.to, got, c.want)
		}
	}
}
