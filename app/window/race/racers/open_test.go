package racers

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
)

// Choosing a schedule moves nothing above it: it stands behind the main knobs, and clipping and the like below it.
func TestScheduleKeepsItsPlace(t *testing.T) {
	d, p := shown(t)
	unfold(d, 1, true)
	y := func(o fyne.CanvasObject) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y }
	above := func() (names []string) {
		for _, row := range p.cards[1].rows {
			if y(row.object()) < y(p.cards[1].open.sched) {
				names = append(names, row.knobName())
			}
		}
		return names
	}
	before := above()
	if !slices.Contains(before, "momentum") || slices.Contains(before, "clip_norm") {
		t.Errorf("above the schedule: %v", before)
	}
	p.cards[1].setSchedule("step")
	if after := above(); !slices.Equal(before, after) {
		t.Errorf("above the schedule: %v, and after choosing one %v", before, after)
	}
}

// TestMoreIsGrouped: behind the fold knobs stand under the headings of their kinds, a schedule only where there is a rate; what
// is on stays when the fold is closed, whose line then names it.
func TestMoreIsGrouped(t *testing.T) {
	d, p := shown(t)
	kinds := []string{"schedule", "clipping", "weight decay", "noise", "averaging", "direction"}
	headings := func() (n int) {
		for _, text := range desktest.Texts(p.cards[1].object(), false) {
			if slices.Contains(kinds, text) {
				n++
			}
		}
		return n
	}
	if n := headings(); n != 0 || p.cards[1].open.more.Detail() != "schedule, clipping, noise, averaging" {
		t.Errorf("%d headings on a card of the main knobs; the fold says %q", n, p.cards[1].open.more.Detail())
	}
	p.cards[1].open.more.OnTapped()
	if n := headings(); n != 6 {
		t.Errorf("%d headings on a card of all knobs", n)
	}
	for _, m := range optim.Methods() {
		p.cards[1].setMethod(m.Key)
		if has := p.cards[1].open.sched != nil; has != m.Rated() {
			t.Errorf("%s: schedule %v, rate %v", m.Key, has, m.Rated())
		}
	}
	_ = d.Edit("", func(e *setup.Experiment) {
		e.Racers[1].Spec = optim.Spec{Method: "momentum", Schedule: "cosine"}.With("clip_norm", optim.Num(1))
	})
	p.cards[1].open.more.OnTapped()
	if n := headings(); n != 2 || p.cards[1].open.more.Detail() != "Cosine, clip_norm" {
		t.Errorf("%d headings where two are on; the fold says %q", n, p.cards[1].open.more.Detail())
	}
}

// TestOneCardIsOpen: a click on the name opens a card and closes the other one, keys as well, and go on there.
func TestOneCardIsOpen(t *testing.T) {
	d, p := shown(t)
	open := func() (list []int) {
		for i, c := range p.cards {
			if c.lane == nil {
				list = append(list, i)
			}
		}
		return list
	}
	if got := open(); !slices.Equal(got, []int{1}) {
		t.Fatalf("at first %v are open", got)
	}
	click := func(i int, x float32) { p.cards[i].lane.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 20)}) }
	if click(2, 60); !slices.Equal(open(), []int{2}) {
		t.Errorf("after a click on the third one %v are open", open())
	}
	if click(0, 15); !d.State().Doc.Racers[0].Hidden || !slices.Equal(open(), []int{2}) {
		t.Errorf("a click on a glyph: hidden %t, %v are open", d.State().Doc.Racers[0].Hidden, open())
	}
	canvas := d.Window().Canvas()
	enter := func() { canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	canvas.Focus(p.cards[3].lane)
	if enter(); !slices.Equal(open(), []int{3}) || canvas.Focused() != fyne.Focusable(p.cards[3].open.head) {
		t.Errorf("after Enter on the fourth one %v are open, and %T has the focus", open(), canvas.Focused())
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if d.Opened == nil {
		t.Error("the Menu key opens no menu")
	}
	if enter(); len(open()) != 0 || canvas.Focused() != fyne.Focusable(p.cards[3].lane) {
		t.Errorf("after Enter once more %v are open, and %T has the focus", open(), canvas.Focused())
	}
}

// TestManyClosedCardsAreLight: a closed card is one widget, on a panel.
func TestManyClosedCardsAreLight(t *testing.T) {
	d, p := shown(t)
	_ = d.Edit("", func(e *setup.Experiment) {
		for len(e.Racers) < 20 {
			e.Racers = append(e.Racers, setup.Racer{Spec: optim.Spec{Method: "adam"}, Slot: e.FreeSlot()})
		}
	})
	d.Look(func(v *lab.View) { v.Card = -1 })
	widgets := 0
	desktest.Walk(p.list, true, func(o fyne.CanvasObject) {
		if _, is := o.(fyne.Widget); is {
			widgets++
		}
	})
	if len(p.cards) != 20 || widgets != 40 {
		t.Errorf("%d cards of %d widgets, panels included", len(p.cards), widgets)
	}
}

// TestOpenCardHasTheRacersName: an open card calls its racer what the closed one, the map and the table do.
func TestOpenCardHasTheRacersName(t *testing.T) {
	d := desktest.On(t, "peaks", 20, "sgd lr=0.01", "sgd lr=0.02")
	p := New(d)
	d.Show(300, 900, p)
	doc := d.State().Doc
	for i, name := range doc.Names() {
		d.Lab().Look(func(v *lab.View) { v.Card = doc.Racers[i].Slot })
		if got := p.cards[i].open.method.Caption; got != name {
			t.Errorf("the open card of %s says %q", name, got)
		}
	}
}
