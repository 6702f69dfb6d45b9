package racers

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/picker"
)

// shown is the column of the default race's cards.
func shown(t *testing.T) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.New(t, setup.Default())
	p := New(d)
	d.Show(300, 900, p)
	return d, p
}

// rate is the track of the first racer's rate: its card is closed.
func rate(p *Pane) *widgets.Lane { return p.cards[0].lane }

// unfold opens the i-th card, with every knob or the main ones.
func unfold(d *desktest.Desk, i int, more bool) {
	d.Look(func(v *lab.View) { v.Card, v.More = d.State().Doc.Racers[i].Slot, more })
	d.Settle()
}

func TestSliderKeepsItsCardAndMovesTheTrace(t *testing.T) {
	d, p := shown(t)
	card := p.cards[0]
	at := func() any { return figure.Traces(d.State(), d.Palette())[0].Pts[5] }
	before := at()
	rate(p).OnChanged(0.02, false)
	d.Settle()
	if p.cards[0] != card {
		t.Error("the card was made anew under the pointer")
	}
	if got := d.State().Doc.Racers[0].Spec.Get("lr").Num; got != 0.02 {
		t.Errorf("lr %v", got)
	}
	if at() == before {
		t.Error("the trace has not followed")
	}
}

func TestOneDragIsOneUndo(t *testing.T) {
	d, p := shown(t)
	for _, v := range []float64{0.02, 0.03, 0.04} {
		rate(p).OnChanged(v, v == 0.04)
	}
	rate(p).OnChanged(0.05, true)
	d.Lab().Undo()
	if got := d.State().Doc.Racers[0].Spec.Get("lr").Num; got != 0.04 || rate(p).Value() != 0.04 {
		t.Errorf("after one undo lr is %v and the slider's %v, want 0.04", got, rate(p).Value())
	}
	d.Lab().Undo()
	if got := d.State().Doc.Racers[0].Spec.Get("lr").Num; got != 0.012 {
		t.Errorf("after two undos lr is %v, want 0.012", got)
	}
}

func TestRacersAreAdded(t *testing.T) {
	d, p := shown(t)
	for range 6 {
		p.addRacer("adamw")
	}
	doc := d.State().Doc
	if len(doc.Racers) != 10 || len(p.cards) != 10 || d.Bottoms != 6 {
		t.Fatalf("%d racers, %d cards, want 10; scrolled to the last %d times", len(doc.Racers), len(p.cards), d.Bottoms)
	}
	slots := map[int]bool{}
	for _, r := range doc.Racers {
		if slots[r.Slot] {
			t.Errorf("identity %d is given twice", r.Slot)
		}
		slots[r.Slot] = true
	}
	p.add.SetSelected("adamw") // as a pick in the list does
	p.addRacer("adamw")
	if got := p.add.Selected(); got != "" {
		t.Errorf("the button to add a racer names %q", got)
	}
	if name := doc.Names()[9]; name != "AdamW 6" {
		t.Errorf("the last racer is called %q", name)
	}
}

// choose picks an entry of a card's menu.
func choose(t *testing.T, d *desktest.Desk, c *card, label string) {
	t.Helper()
	c.showMenu(c.object())
	for _, item := range d.Opened.Items {
		if item.Label == label && !item.Disabled {
			item.Action()
			d.Settle()
			return
		}
	}
	t.Fatalf("%q cannot be chosen", label)
}

func TestRacersAreDuplicatedMovedAndRemoved(t *testing.T) {
	d, p := shown(t)
	methods := func() (list []string) {
		for i, c := range p.cards {
			if c.index != i {
				t.Errorf("card %d is at %d", i, c.index)
			}
			list = append(list, d.State().Doc.Racers[i].Spec.Method)
		}
		return list
	}
	choose(t, d, p.cards[1], "Duplicate")
	if got := methods(); !slices.Equal(got, []string{"sgd", "momentum", "momentum", "rmsprop", "adam"}) {
		t.Errorf("duplicated: %v", got)
	}
	if a, b := d.State().Doc.Racers[1], d.State().Doc.Racers[2]; a.Spec.String() != b.Spec.String() || a.Slot == b.Slot {
		t.Errorf("the twin of %+v is %+v", a, b)
	}
	choose(t, d, p.cards[2], "Back to defaults")
	if got := d.State().Doc.Racers[2].Spec.String(); got != "momentum" {
		t.Errorf("back to defaults: %q", got)
	}
	moved := p.cards[0]
	choose(t, d, moved, "Move down")
	if got := methods(); !slices.Equal(got, []string{"momentum", "sgd", "momentum", "rmsprop", "adam"}) || p.cards[1] != moved {
		t.Errorf("moved down: %v", got)
	}
	choose(t, d, p.cards[4], "Move up")
	choose(t, d, p.cards[0], "Remove")
	if got := methods(); !slices.Equal(got, []string{"sgd", "momentum", "adam", "rmsprop"}) {
		t.Errorf("moved up, and the first removed: %v", got)
	}
	choose(t, d, p.cards[2], "Copy as Python")
	if !strings.Contains(d.Copied, "torch.optim.Adam") {
		t.Errorf("on the clipboard is %q", d.Copied)
	}
	choose(t, d, p.cards[2], "About Adam …")
	if got := d.State().View.Sheet; got != (lab.Sheet{Open: true, Slot: 3}) {
		t.Errorf("the sheet is %+v", got)
	}
	for _, ends := range []struct {
		card int
		item string
	}{{0, "Move up"}, {3, "Move down"}} {
		p.cards[ends.card].showMenu(p.cards[ends.card].object())
		for _, item := range d.Opened.Items {
			if item.Label == ends.item && !item.Disabled {
				t.Errorf("card %d can %s", ends.card, item.Label)
			}
		}
	}
}

func TestWithoutRacersTheColumnSaysSo(t *testing.T) {
	d, p := shown(t)
	if p.empty.Visible() {
		t.Error("there are said to be none")
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	if !p.empty.Visible() || len(p.list.Objects) != 0 {
		t.Errorf("%d cards of no racers", len(p.list.Objects))
	}
}

func TestChooserOpensTheSheetOfAMethod(t *testing.T) {
	d, p := shown(t)
	for _, chooser := range []*picker.Picker{p.add, p.cards[1].open.method} {
		d.Look(func(v *lab.View) { v.Sheet = lab.Sheet{} })
		chooser.OnAbout("lion")
		if got := d.State().View.Sheet; got != (lab.Sheet{Open: true, Method: "lion"}) {
			t.Errorf("the sheet is %+v", got)
		}
	}
}

// TestChangeOfMethodKeepsWhatFits: and the rate, which does not, becomes one that suits the surface.
func TestChangeOfMethodKeepsWhatFits(t *testing.T) {
	d, p := shown(t)
	spec, err := optim.ParseSpec("adam lr=0.06 beta1=0.8 schedule=cosine clip_norm=1")
	if err != nil {
		t.Fatal(err)
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers[3].Spec = spec })
	p.cards[3].setMethod("nadam")
	got := d.State().Doc.Racers[3].Spec
	if text := got.Without("lr").String(); text != "nadam schedule=cosine beta1=0.8 clip_norm=1" {
		t.Errorf("after the change: %q", text)
	}
	doc := d.State().Doc
	if !got.Equal(doc.Suited(got.Without("lr"))) || got.Get("lr").Num == spec.Get("lr").Num {
		t.Errorf("after the change the rate is that of %v", got)
	}
}

func TestEveryMethodHasACard(t *testing.T) {
	lengthy.Test(t)
	d := desktest.On(t, "sphere", 1, "sgd")
	p := New(d)
	d.Show(300, 900, p)
	unfold(d, 0, true)
	for _, m := range optim.Methods() {
		p.cards[0].setMethod(m.Key)
		shown := map[string]bool{}
		for _, row := range p.cards[0].rows {
			shown[row.knobName()] = true
		}
		for _, k := range m.Knobs {
			if !shown[k.Name] {
				t.Errorf("%s: no control for %s", m.Key, k.Name)
			}
		}
		wholeNames(t, m.Key, p.cards[0])
	}
}

// longName is the length of names that may be cut: the hint has all of them.
const longName = 22

// wholeNames finds shorter names of knobs that are cut, and a title of which not even twenty letters are left.
func wholeNames(t *testing.T, of string, c *card) {
	t.Helper()
	for _, o := range test.LaidOutObjects(c.open.method) {
		if text, is := o.(*canvas.Text); is && strings.HasSuffix(text.Text, "…") && len(text.Text) < 20 {
			t.Errorf("%s: the title is cut to %s", of, text.Text)
		}
	}
	for _, row := range c.rows {
		for _, o := range test.LaidOutObjects(row.object()) {
			text, is := o.(*canvas.Text)
			if is && text.Visible() && strings.HasSuffix(text.Text, "…") && len(row.knobName()) < longName {
				t.Errorf("%s: %s is cut to %s", of, row.knobName(), text.Text)
			}
		}
	}
}

func TestEveryScheduleHasACard(t *testing.T) {
	d, p := shown(t)
	for _, s := range optim.Schedules() {
		p.cards[1].setSchedule(s.Key)
		if got := d.State().Doc.Racers[1].Spec.Schedule; got != s.Key {
			t.Errorf("schedule %q, want %q", got, s.Key)
		}
		if n := len(p.cards[1].rows); n < len(s.Knobs) {
			t.Errorf("%s: %d controls for %d knobs", s.Key, n, len(s.Knobs))
		}
		wholeNames(t, s.Key, p.cards[1])
	}
	p.cards[1].setSchedule(noSchedule)
	if got := d.State().Doc.Racers[1].Spec.Schedule; got != "" {
		t.Errorf("schedule %q, want none", got)
	}
}

func TestFaultOfAKnobIsShownOnItsCard(t *testing.T) {
	d, p := shown(t)
	rate(p).OnChanged(-1, true)
	if msg := p.cards[0].message; msg == "" || d.State().Doc.Racers[0].Spec.Get("lr").Num != 0.012 {
		t.Errorf("lr -1 is taken, or not refused aloud: %q", msg)
	}
	rate(p).OnChanged(0.02, true)
	if p.cards[0].message != "" {
		t.Error("the fault outlives what was wrong")
	}
}

// Whoever drives the window from outside finds the sliders by name, as long as there are such.
func TestSlidersHaveNames(t *testing.T) {
	d, p := shown(t)
	if find := d.Marks["racer-0-lr"]; find == nil || find() != fyne.CanvasObject(rate(p)) {
		t.Error("the first racer's rate has no name")
	}
	unfold(d, 3, false)
	last := d.Marks["racer-3-beta1"]
	if last == nil || last() == nil {
		t.Fatal("Adam's beta1 has no name")
	}
	p.cards[3].setMethod("sgd")
	if o := last(); o != nil {
		t.Errorf("SGD has a beta1: %v", o)
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	if o := d.Marks["racer-0-lr"](); o != nil {
		t.Errorf("without racers there is a rate: %v", o)
	}
}

// TestCardUnderThePointerStandsOut: its racer is looked at, and the other cards are drawn faintly.
func TestCardUnderThePointerStandsOut(t *testing.T) {
	d, p := shown(t)
	over := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 20)}}
	before := desktest.Describe(p.cards[2].object())
	p.cards[0].lane.MouseIn(over)
	if got := d.State().View.Racer; got != d.State().Doc.Racers[0].Slot {
		t.Errorf("racer %d is looked at", got)
	}
	p.cards[0].lane.MouseOut()
	if got := d.State().View.Racer; got != -1 {
		t.Errorf("when the pointer has gone, racer %d is looked at", got)
	}
	p.cards[1].open.head.MouseIn(over)
	p.cards[0].lane.MouseOut() // late
	if got := d.State().View.Racer; got != d.State().Doc.Racers[1].Slot {
		t.Errorf("on an open card, racer %d is looked at", got)
	}
	p.cards[1].open.head.MouseOut()
	if after := desktest.Describe(p.cards[2].object()); after != before {
		t.Error("another card stays changed")
	}
}

func TestCardsAreInTheThemesColours(t *testing.T) {
	d, p := shown(t)
	before := p.cards[0]
	d.SetLight()
	if p.cards[0] == before {
		t.Error("the card keeps the dark theme's colours")
	}
}

// TestRacerIsTyped: what is typed into the list of optimizers as on the command line, or as in Python, is the racer that is
// added; what is wrong with it is said in the list.
func TestRacerIsTyped(t *testing.T) {
	lengthy.Test(t)
	for text, want := range map[string]string{
		"adam(lr=0.1, beta1=0.8)":                       "adam lr=0.1 beta1=0.8",
		"torch.optim.SGD(params, lr=0.1, momentum=0.9)": "sgd lr=0.1 momentum=0.9",
		"adam lr=0.1 StepLR(step_size=30)":              "adam schedule=step lr=0.1 step_size=30 gamma=0.1",
		"torch.optim.AdamW(p, lr=0.1, maximize=True)":   "adamw lr=0.1 maximize=true",
		"lion": "lion",
		"sgd(lr=0.1) CosineAnnealingLR(opt, T_max=20, eta_min=.01)": "sgd schedule=cosine lr=0.1 T_max=20 eta_min=0.01",
	} {
		d, p := shown(t)
		before := len(d.State().Doc.Racers)
		p.add.Open()
		field := fyne.CurrentApp().Driver().CanvasForObject(p.add).Focused()
		clipboard := test.NewClipboard()
		clipboard.SetContent(text)
		field.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		racers := d.State().Doc.Racers
		if len(racers) != before+1 {
			t.Errorf("%s: %d racers after %d", text, len(racers), before)
			continue
		}
		spec, err := optim.ParseSpec(want)
		if err != nil {
			t.Fatal(err)
		}
		doc := d.State().Doc
		if spec = doc.Rated(spec); spec.Get("lr").Num == 0 {
			t.Errorf("%s is not given a rate", text)
		}
		if got := racers[before].Spec; got.Resolve(100).String() != spec.Resolve(100).String() {
			t.Errorf("%s adds %v, want %s", text, got, want)
		}
	}
}
