package racers

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
)

// racer is the second racer of the document as text.
func (p *Pane) racer() string {
	r := p.desk.Lab().State().Doc.Racers[1]
	return optim.RacerText(r.Spec, r.Changes)
}

// TestDraggingWhilePlaying changes the racer from the playhead on, step by step as the hand goes, and keeps what it would have
// become. One gesture is one undo; the next one goes on with the same way, until the time stands.
func TestDraggingWhilePlaying(t *testing.T) {
	d, p := shown(t)
	unfold(d, 1, false)
	const old = "momentum lr=0.008 momentum=0.9"
	momentum := p.cards[1].rows[1].(*sliderRow).knob
	d.Lab().Seek(10)
	d.Lab().Play()
	for i, v := range []float64{0.85, 0.7, 0.5} {
		momentum.OnChanged(v, i == 2)
		d.Settle()
		if momentum.Value() != v {
			t.Fatalf("the slider is at %v under a hand at %v", momentum.Value(), v)
		}
		d.Lab().Advance(2.0 / lab.StepsPerSecond)
	}
	const steered = old + " @10 momentum=0.85 @12 momentum=0.7 @14 momentum=0.5"
	if got := p.racer(); got != steered {
		t.Fatalf("%q, want %q", got, steered)
	}
	if f := d.State().Doc.Racers[1].Futures; len(f) != 1 || f[0].At != 10 || f[0].Spec.String() != old {
		t.Fatalf("the old future is %+v", f)
	}
	momentum.OnChanged(0.6, true)
	if got := p.racer(); got != steered+" @16 momentum=0.6" || len(d.State().Doc.Racers[1].Futures) != 1 {
		t.Fatalf("the next gesture: %q", got)
	}
	d.Lab().Undo()
	if got := p.racer(); got != steered {
		t.Errorf("undone: %q", got)
	}
	d.Lab().Undo()
	if got := p.racer(); got != old || len(d.State().Doc.Racers[1].Futures) != 0 {
		t.Errorf("undone twice: %q", got)
	}
	momentum.OnChanged(0.3, true)
	if len(d.State().Doc.Racers[1].Futures) != 1 {
		t.Error("after an undo nothing is kept of what was")
	}
}

// TestCardsShowThePlayhead: the settings that are in force there, and change these.
func TestCardsShowThePlayhead(t *testing.T) {
	d, p := shown(t)
	d.Edit("", func(e *setup.Experiment) { e.Racers[1].SetFrom(12, e.Racers[1].Spec.With("momentum", optim.Num(0.5))) })
	unfold(d, 1, false)
	momentum := func() float64 { return p.cards[1].rows[1].(*sliderRow).knob.Value() }
	for step, want := range map[float64]float64{0: 0.9, 11.9: 0.9, 12: 0.5, 140: 0.5} {
		if d.Lab().Seek(step); momentum() != want {
			t.Errorf("at step %v the slider is at %v", step, momentum())
		}
	}
	d.Lab().Seek(5)
	p.cards[1].rows[1].(*sliderRow).knob.OnChanged(0.8, true)
	d.Lab().Seek(50)
	p.cards[1].rows[1].(*sliderRow).knob.OnChanged(0.4, true)
	if got, want := p.racer(), "momentum lr=0.008 momentum=0.8 @12 momentum=0.4"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.cards[1].setMethod("adam")
	if r := d.State().Doc.Racers[1]; r.Spec.Method != "momentum" || r.Changes[0].Spec.Method != "adam" {
		t.Errorf("another method from step 12 on: %q", p.racer())
	}
	d.Settle()
	doc := d.State().Doc
	if got := doc.Names()[1]; got != "Momentum → Adam" {
		t.Error(got)
	}
}

// TestFuturesHaveCards below that of their racer, in which they are swapped, kept and removed.
func TestFuturesHaveCards(t *testing.T) {
	d, p := shown(t)
	before := len(p.list.Objects)
	d.Edit("", func(e *setup.Experiment) {
		r := &e.Racers[1]
		r.Fork(12, r.Spec.With("momentum", optim.Num(0.5)))
	})
	d.Settle()
	if len(p.list.Objects) != before+1 || p.list.Objects[2] != p.branches[1].box {
		t.Fatalf("%d objects, %d before", len(p.list.Objects), before)
	}
	s := d.State()
	lines := branchLines(&s.Doc.Racers[1], 1, s, nil)
	if len(lines) != 2 || lines[0].title != "fork at 12" || lines[0].said != "momentum 0.9 → 0.5" ||
		lines[1].title != "old future from 12" || lines[1].future != 0 {
		t.Errorf("%+v", lines)
	}
	box := p.branches[1].box
	d.Lab().Seek(30)
	if p.branches[1].box != box {
		t.Error("what says the same is made anew")
	}
	p.onFuture(1, 0, (*setup.Racer).Swap)
	d.Settle()
	if got := p.racer(); got != "momentum lr=0.008 momentum=0.9 @12" {
		t.Errorf("swapped: %q", got)
	}
	p.onFuture(1, 7, (*setup.Racer).Drop) // one that there is not
	p.onFuture(1, 0, (*setup.Racer).Drop)
	d.Settle()
	if n := len(d.State().Doc.Racers[1].Futures); n != 0 {
		t.Errorf("%d futures", n)
	}
	choose(t, d, p.cards[1], "Take its forks back")
	d.Settle()
	if p.racer() != "momentum lr=0.008 momentum=0.9" || len(p.list.Objects) != before {
		t.Errorf("%q, %d objects", p.racer(), len(p.list.Objects))
	}
}

// TestForksFitTheSlimColumn: what is said of a fork and of its old future gives way: no card of a slim window is cut.
func TestForksFitTheSlimColumn(t *testing.T) {
	d, p := shown(t)
	before := p.Object().MinSize().Width
	d.Edit("", func(e *setup.Experiment) { e.Racers[1].Fork(100, e.Racers[1].Spec.With("momentum", optim.Num(0.5))) })
	d.Settle()
	if b := p.branches[d.State().Doc.Racers[1].Slot]; b == nil || p.Object().MinSize().Width > before {
		t.Errorf("with a fork the column asks for %v, without for %v", p.Object().MinSize().Width, before)
	}
	box := p.branches[d.State().Doc.Racers[1].Slot].box
	for width, title := range map[float32]string{360: "old future from 100", 218: "from 100"} {
		box.Resize(fyne.NewSize(width, box.MinSize().Height))
		texts := desktest.Texts(box, false)
		told := func(s string) bool { return strings.HasPrefix(s, "0.9, to ") }
		if !slices.Contains(texts, title) || !slices.ContainsFunc(texts, told) ||
			slices.ContainsFunc(texts, func(s string) bool { return strings.HasPrefix(s, "0.") && strings.HasSuffix(s, "…") }) {
			t.Errorf("in %v it says %q", width, texts)
		}
	}
}
