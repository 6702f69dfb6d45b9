package racers

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/ribbon"
)

// knob is a slider of a card.
func knob(t *testing.T, c *card, name string) *widgets.Knob {
	t.Helper()
	for _, row := range c.rows {
		if r, ok := row.(*sliderRow); ok && r.name == name {
			return r.knob
		}
	}
	t.Fatalf("no slider %s", name)
	return nil
}

// carded is the pane with the first card open, whose ribbons are finished however long that takes.
func carded(d *desktest.Desk) *Pane {
	d.Look(func(v *lab.View) { v.Card = 0 })
	p := New(d)
	p.Patient()
	d.Show(300, 900, p)
	return p
}

// TestRibbonAgreesWithTheRace: the strip below a track says of ten values how the race with them ends.
func TestRibbonAgreesWithTheRace(t *testing.T) {
	lengthy.Test(t)
	d := desktest.On(t, "peaks", 140, "momentum lr=0.008", "adam lr=0.06")
	p := carded(d)
	k := knob(t, p.cards[0], "momentum")
	pieces, old := p.ribbons.of(0, "momentum")
	if old || len(pieces) < 3 {
		t.Fatalf("%d pieces, old: %t", len(pieces), old)
	}
	for i := range 10 {
		place := float64(6+19*i) / 192 // a pixel of the strip
		at := slices.IndexFunc(pieces, func(p ribbon.Piece) bool { return place <= p.To })
		said := pieces[at].Text
		k.Ribbon().Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(place)*k.Ribbon().Size().Width, 2)})
		d.Settle()
		s := d.State()
		if got := s.Doc.Racers[0].Spec.Get("momentum").Num; got != k.Value() {
			t.Fatalf("momentum is %v, the slider says %v", got, k.Value())
		}
		if end := outcome.Ends(s.Run())[0].String(); end != said {
			t.Errorf("momentum %v: the strip says %q, the race %q", k.Value(), said, end)
		}
	}
}

// TestRibbonOfADraggedKnobStays; those of the racer's other knobs are of another setting until they are made anew. A closed
// card has none.
func TestRibbonOfADraggedKnobStays(t *testing.T) {
	d := desktest.On(t, "peaks", 140, "momentum lr=0.008", "adam lr=0.06")
	p := carded(d)
	k := knob(t, p.cards[0], "momentum")
	before, _ := p.ribbons.of(0, "momentum")
	k.OnChanged(0.5, false)
	for name, want := range map[string]bool{"momentum": false, "lr": true} {
		if pieces, old := p.ribbons.of(0, name); old != want || pieces == nil {
			t.Errorf("while momentum is dragged the strip of %s has %d pieces, and is old: %t", name, len(pieces), old)
		}
	}
	if pieces, _ := p.ribbons.of(1, "lr"); pieces != nil {
		t.Error("a closed card has a ribbon")
	}
	k.OnChanged(0.4, true)
	d.Settle()
	if after, old := p.ribbons.of(0, "momentum"); old || !slices.Equal(before, after) {
		t.Error("the strip of the knob that was dragged is another one")
	}
	if _, old := p.ribbons.of(0, "lr"); old {
		t.Error("the strip of the other knob has not been made anew")
	}
}

// TestRibbonsFollowTheSurface: on another one they wait for its places.
func TestRibbonsFollowTheSurface(t *testing.T) {
	d := desktest.On(t, "peaks", 140, "momentum lr=0.008")
	p := carded(d)
	other := desktest.Experiment(t, "himmelblau", 140, "momentum lr=0.008")
	if err := d.Edit("", func(e *setup.Experiment) { *e = other }); err != nil {
		t.Fatal(err)
	}
	if _, old := p.ribbons.of(0, "lr"); !old {
		t.Error("the strip of the old surface passes for one of the new one")
	}
	d.Settle()
	pieces, old := p.ribbons.of(0, "lr")
	ofThis := func(p ribbon.Piece) bool { return strings.HasSuffix(p.Text, " D") || p.Text == "diverges" }
	if old || !slices.ContainsFunc(pieces, ofThis) {
		t.Errorf("old: %t, %v", old, pieces)
	}
}

// TestNoRibbonOfWhoChanges: where the ribbon of a racer that changes on its way would be, it is said why there is none, until it
// changes no more.
func TestNoRibbonOfWhoChanges(t *testing.T) {
	d := desktest.On(t, "peaks", 40, "momentum lr=0.008")
	p := carded(d)
	for _, c := range [][2]string{
		{"momentum lr=0.008 @12 momentum=0.5", "Momentum changes on its way: no one value is that of the whole run"},
		{"momentum lr=0.008 @12", "Momentum is forked: no one value is that of the whole run"},
		{"momentum lr=0.008", ""},
	} {
		racer, want := c[0], c[1]
		spec, changes, err := optim.ParseRacer(racer)
		if err == nil {
			err = d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec, e.Racers[0].Changes = spec, changes })
		}
		if err != nil {
			t.Fatal(err)
		}
		d.Settle()
		pieces, old := p.ribbons.of(0, "lr")
		if old || want != "" && (len(pieces) != 1 || !strings.HasPrefix(pieces[0].Hint, want)) {
			t.Errorf("%s: %v, old: %t, want %q", racer, pieces, old, want)
		}
		if want == "" && (len(pieces) == 0 || !strings.Contains(pieces[0].Hint, "lr")) {
			t.Errorf("%s: %v", racer, pieces)
		}
	}
}
