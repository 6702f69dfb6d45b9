package pointer

import (
	"fmt"
	"math"
	"slices"
	"strconv"
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
	says := func(title, at, name, about string) {
		t.Helper()
		got := []string{p.parts.title.Text(), p.parts.coordinates.Text(), p.parts.name.Text(), p.parts.about.Text()}
		if want := []string{title, at, name, about}; !slices.Equal(got, want) {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	at := func(x geom.Point) string { return "x " + words.Short(x.X) + ", y " + words.Short(x.Y) }
	d.Look(func(v *lab.View) { v.Cross, v.Hover = &near, "S1" })
	says("Under the pointer", at(saddle.At), "Saddle S1", "a pass: between the valleys of C and A")
	if got := p.parts.says[0].Text(); got != "falls away along this line" {
		t.Errorf("along the way down it %s", got)
	}
	d.Look(func(v *lab.View) { v.Hover = "" })
	says("Under the pointer", at(near), "Slope", "down one way, up the other, as around a saddle")
	d.Look(func(v *lab.View) { v.Cross = nil })
	says("At the start", at(d.State().Doc.Start), "Slope", "down one way, up the other, as around a saddle")
}

// TestPointerKeepsItsRoom: whatever it says, it is as high, nothing runs into another and none past the edge, however narrow.
func TestPointerKeepsItsRoom(t *testing.T) {
	d, p := on(t, "peaks", 50, "sgd lr=0.01")
	height := p.Object().MinSize().Height
	for _, width := range []float32{296, 440, 700} {
		p.Object().Resize(fyne.NewSize(width, height))
		for _, name := range []string{"", "S1", "A", "B", "M1"} {
			d.Look(func(v *lab.View) { v.Cross, v.Hover = &geom.Point{X: -0.123456, Y: -1.98765e-7}, name })
			if got := p.Object().MinSize().Height; got != height {
				t.Fatalf("at %q it is %v high, before %v", name, got, height)
			}
			var seen []fyne.CanvasObject
			for _, o := range append(p.parts.facts(), p.parts.title) {
				if o.Visible() && o.Size().Width > 0 && (o != p.parts.symbol || name != "") {
					seen = append(seen, o)
				}
			}
			for i, a := range seen {
				if right := a.Position().X + a.Size().Width; right > width-20+0.1 {
					t.Errorf("%v wide, at %q: %s ends at %v", width, name, said(a), right)
				}
				for _, b := range seen[:i] {
					if meet(a, b) && !(a == p.parts.title && b == p.parts.coordinates) {
						t.Errorf("%v wide, at %q: %s runs into %s", width, name, said(a), said(b))
					}
				}
			}
		}
	}
}

// said is the text of a part.
func said(o fyne.CanvasObject) string {
	if text, ok := o.(interface{ Text() string }); ok {
		return strconv.Quote(text.Text())
	}
	return fmt.Sprintf("%T", o)
}

// meet tells whether two parts lie over one another.
func meet(a, b fyne.CanvasObject) bool {
	p, q := a.Position(), b.Position()
	return p.X+a.Size().Width > q.X && q.X+b.Size().Width > p.X && p.Y+a.Size().Height > q.Y+0.5 && q.Y+b.Size().Height > p.Y+0.5
}

// TestSelectedSaddleExplainsItself: its curves are traced for all who show them, and told of.
func TestSelectedSaddleExplainsItself(t *testing.T) {
	d, p := on(t, "peaks", 50, "sgd lr=0.01")
	saddle := d.State().Field.Named("S1")
	d.Look(func(v *lab.View) { v.Select(saddle) })
	if p.parts.title.Text() != "Saddle S1" || !strings.HasPrefix(p.long.Text, "Tracing its ridge") || p.parts.foot.Visible() {
		t.Errorf("at first %q: %q", p.parts.title.Text(), p.long.Text)
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
	v, long := d.State().View, p.long.Text
	if v.Selected != nil || v.Traced != nil || long != "" || p.ring.Visible() || !p.parts.foot.Visible() {
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
