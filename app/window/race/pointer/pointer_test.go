package pointer

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// on is a desk with the pane in its window.
func on(t *testing.T, surface string, steps int, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, steps, racers...)
	p := New(d)
	d.Show(420, 500, p)
	return d, p
}

// choose selects a place by its name and waits for its curves.
func choose(d *desktest.Desk, name string) {
	place := d.State().Field.Named(name)
	d.Look(func(v *lab.View) { v.Select(place) })
	d.Settle()
}

// TestPointerReadsPlaces: a place that is pointed at is read at its own point, any other one where the pointer is, and without
// a pointer the start.
func TestPointerReadsPlaces(t *testing.T) {
	d, p := on(t, "peaks", 50, "sgd lr=0.01")
	saddle := d.State().Field.Named("S1")
	near := geom.Point{X: saddle.At.X + 0.01, Y: saddle.At.Y}
	says := func(title, at, kind, note string) {
		t.Helper()
		where, what := p.values[0].Text, p.values[4].Text
		if p.title.Text != title || where != at || what != kind || !strings.Contains(p.note.Text, note) {
			t.Errorf("%q %s: %q, %q", p.title.Text, where, what, p.note.Text)
		}
	}
	at := func(x geom.Point) string { return "(" + words.Short(x.X) + ", " + words.Short(x.Y) + ")" }
	d.Look(func(v *lab.View) { v.Cross, v.Hover = &near, "S1" })
	says("Under the pointer", at(saddle.At), "saddle S1", "one way down, one way up")
	d.Look(func(v *lab.View) { v.Hover = "" })
	says("Under the pointer", at(near), "slope", "as around a saddle")
	d.Look(func(v *lab.View) { v.Cross = nil })
	says("At the start", at(d.State().Doc.Start), "slope", "")
}

// However long the numbers and narrow the pane, no fact runs into another, and none past the edge.
func TestPointerFactsFit(t *testing.T) {
	_, p := on(t, "peaks", 50, "sgd lr=0.01")
	name := p.facts(4)[4]
	p.facts = func(digits int) [6]string {
		n := func(v float64) string { return words.ShortTo(v, digits) }
		pair := n(-1.2345e-17) + ", " + n(-6.789e-12)
		at := "(" + n(-0.0012345) + ", " + n(-98765.4) + ")"
		return [6]string{at, n(-1.5e-9), "(" + pair + ")", pair, name, "lr < " + n(3.4e11)}
	}
	for _, width := range []float32{300, 420} {
		p.rows.Resize(fyne.NewSize(width, p.rows.Size().Height))
		p.rows.Layout.Layout(p.rows.Objects, p.rows.Size())
		for i := range p.values {
			label, value := p.labels[i], p.values[i]
			if room := value.Size().Width; value.MinSize().Width > room {
				t.Errorf("%v wide: %q needs %v beside %q and has %v", width, value.Text, value.MinSize().Width, label.Text, room)
			}
			if right := value.Position().X + value.Size().Width; right > width {
				t.Errorf("%v wide: %q ends at %v", width, value.Text, right)
			}
		}
	}
	if got := p.values[0].Text; got != "(-0.001234, -98765)" && got != "(-0.001235, -98765)" {
		t.Errorf("wide enough, the place is %s", got)
	}
}

// TestSelectedSaddleExplainsItself: its curves are traced for all who show them, and told of.
func TestSelectedSaddleExplainsItself(t *testing.T) {
	d, p := on(t, "peaks", 50, "sgd lr=0.01")
	saddle := d.State().Field.Named("S1")
	d.Look(func(v *lab.View) { v.Select(saddle) })
	if p.title.Text != "Saddle S1" || !strings.HasPrefix(p.long.Text, "Tracing its ridge") || p.brief.Visible() {
		t.Errorf("at first %q: %q", p.title.Text, p.long.Text)
	}
	d.Settle()
	dashed := 0
	curves := figure.Selection(d.State(), d.Palette())
	for _, c := range curves {
		if c.Dashed {
			dashed++
		}
	}
	if dashed != 2 || len(curves) < 4 {
		t.Errorf("%d curves, %d of them dashed", len(curves), dashed)
	}
	for _, want := range []string{
		"minimum C, which is 0.4735 below", "minimum A (global), which is 6.960 below", "2/λmax = 0.09574", "8.171 times",
	} {
		if !strings.Contains(p.long.Text, want) {
			t.Errorf("%q does not say %q", p.long.Text, want)
		}
	}

	// An edit that leaves the surface keeps the curves.
	traced := d.State().View.Traced
	d.Edit("", func(e *setup.Experiment) { e.Steps = 60 })
	d.Settle()
	if d.State().View.SelectedName() != "S1" || d.State().View.Traced != traced {
		t.Error("an edit of the race ends the selection")
	}
	p.close.OnTapped()
	if v := d.State().View; v.Selected != nil || v.Traced != nil || p.long.Text != "" || p.ring.Visible() || !p.brief.Visible() {
		t.Error("the button does not end the selection")
	}
	choose(d, "A")
	if !strings.Contains(p.long.Text, "lr < 2/λmax = 0.06626") || d.State().View.Traced != nil {
		t.Errorf("the minimum says %q", p.long.Text)
	}
	choose(d, "S1")
	if d.State().View.Traced == nil {
		t.Error("the second time the saddle has no curves")
	}
}

// TestSelectionFollowsItsPlace: while a slider moves the surface, the curves are traced anew.
func TestSelectionFollowsItsPlace(t *testing.T) {
	d, _ := on(t, "two_wells", 50, "sgd lr=0.01")
	choose(d, "S1")
	before := d.State().View
	d.Edit("", func(e *setup.Experiment) { e.Params = map[string]float64{"ridge": 2} })
	d.Settle()
	v := d.State().View
	if v.SelectedName() == "" || v.Selected.Value == before.Selected.Value || v.Traced == nil || v.Traced == before.Traced {
		t.Errorf("after another height of the ridge the selection is %+v", v.Selected)
	}
}

// TestOtherSurfaceEndsTheTrace: what was traced on one surface never lies over another.
func TestOtherSurfaceEndsTheTrace(t *testing.T) {
	d, p := on(t, "peaks", 20, "sgd lr=0.01")
	choose(d, "S1")
	d.Edit("", func(e *setup.Experiment) { s, _ := surfaces.Lookup("ravine"); e.SetSurface(s) })
	d.Settle()
	if v := d.State().View; v.Selected != nil || v.Traced != nil || p.long.Text != "" {
		t.Errorf("on another surface %+v is selected: %q", v.Selected, p.long.Text)
	}
}

// TestRaceFromARing: the button lets a swarm loose around the selected place; undo takes that back, and a ring around no point is
// refused.
func TestRaceFromARing(t *testing.T) {
	d, p := on(t, "double_well", 20, "sgd lr=0.05")
	p.ring.OnTapped() // nothing is selected
	if d.State().CanUndo {
		t.Error("there is a ring around nothing")
	}
	choose(d, "S1")
	p.ring.OnTapped()
	doc := d.State().Doc
	around := d.State().View.Selected.At
	if doc.Look.Panel != setup.PanelSwarm || doc.Swarm.From != setup.FromRing || doc.Swarm.Around != around ||
		doc.Swarm.Radius <= 0 {
		t.Fatalf("swarm %+v in panel %q", doc.Swarm, doc.Look.Panel)
	}
	d.Lab().Undo()
	if d.State().Doc.Swarm.From != setup.FromDisc {
		t.Error("undo keeps the ring")
	}
	d.Edit("", func(e *setup.Experiment) { e.Swarm.Around = geom.Point{X: math.NaN()} })
	if d.Said == nil {
		t.Error("a ring around no point is taken")
	}
}
