package standings

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
	"descentlab/widgets/graphic"
	"descentlab/widgets/skin"
)

// TestHoveredRowStandsOut: the racer whose row is pointed at is looked at, by its slot, and no longer than it is.
func TestHoveredRowStandsOut(t *testing.T) {
	d := desktest.On(t, "peaks", 30, "sgd lr=0.01", "adam lr=0.05", "adam lr=0.1")
	p := New(d)
	d.Show(480, 200, p)
	d.Edit("", func(e *setup.Experiment) { e.Racers = slices.Delete(e.Racers, 1, 2) })
	d.Settle()
	doc := d.State().TapeDoc
	for _, c := range []struct {
		row  string
		slot int
	}{{doc.Names()[1], 2}, {"SGD", 0}, {"", -1}} {
		p.table.OnHoverRow(c.row)
		if got := d.State().View.Racer; got != c.slot {
			t.Errorf("over %q the racer looked at is %d, want %d", c.row, got, c.slot)
		}
	}
}

// TestStandingsFollow: the rows are of the step under the playhead, and there are as many as there are racers.
func TestStandingsFollow(t *testing.T) {
	d := desktest.On(t, "peaks", 30, "sgd lr=0.01", "adam lr=0.05")
	p := New(d)
	d.Show(480, 200, p)
	s := d.State()
	first, last := s.Run().Standings(0)[0], s.Run().Standings(30)[0]
	a, b := cells("SGD", first), cells("SGD", last)
	if len(a) != whereColumn+1 || a[1] == b[1] || a[4] == b[4] || a[whereColumn] != "at the start" ||
		b[whereColumn] != "heading for C" {
		t.Errorf("at first %q, at last %q", a, b)
	}
	atLast, height := d.Picture(), p.Object().MinSize().Height
	d.Lab().Seek(0)
	if d.Picture() == atLast {
		t.Error("the table does not follow the playhead")
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers = e.Racers[:1] })
	d.Settle()
	if got := p.Object().MinSize().Height; got >= height {
		t.Errorf("with a racer less the table is %v high, before %v", got, height)
	}
}

// TestWhereaboutsFitASmallWindow: whatever is said of where a racer is, some form of it fits the column at its least width.
func TestWhereaboutsFitASmallWindow(t *testing.T) {
	desktest.On(t, "peaks", 1, "sgd") // for the theme's font
	place := &lab.Place{Name: "S12"}
	var all []lab.Whereabouts
	for kind := lab.Moving; kind <= lab.Searching; kind++ {
		for _, ground := range []surfaces.Kind{surfaces.Minimum, surfaces.Saddle, surfaces.Maximum, surfaces.Degenerate} {
			for _, at := range []surfaces.Point{{}, {X: -4.72718, Y: -12.3456}, {X: 1.2e-300, Y: -9.9e-300}} {
				all = append(all, lab.Whereabouts{Kind: kind, Ground: ground, At: at, Step: 99999})
			}
			all = append(all, lab.Whereabouts{Kind: kind, Ground: ground, Place: place})
		}
		all = append(all, lab.Whereabouts{Kind: kind, Line: true})
	}
	for _, v := range []race.Verdict{
		{Kind: race.Diverged}, {Kind: race.Diverged, Step: 99999}, {Kind: race.Undefined, Step: 99999},
		{Kind: race.Stopped, Step: 99999, Why: optim.LineSearchFailed},
	} {
		all = append(all, lab.Whereabouts{Kind: lab.EndedOtherwise, Verdict: v})
	}
	size := skin.RowTextSize(skin.Current())
	for _, w := range all {
		said := w.String()
		if briefly := figure.WhereBriefly(w); len(briefly) > 0 {
			said = briefly[len(briefly)-1]
		}
		if width := fyne.MeasureText(said, size, fyne.TextStyle{}).Width; width > whereLeast {
			t.Errorf("%q, at most %q, takes %.0f units", w, said, width)
		}
	}
}

// TestEmptyBeforeTheRace: without a race there is nothing to tell.
func TestEmptyBeforeTheRace(t *testing.T) {
	d := desktest.On(t, "peaks", 30, "sgd lr=0.01")
	p := New(d)
	p.Update(lab.State{}, lab.Everything)
	if got, want := p.table.MinSize().Height, graphic.NewTable(columns(false)).MinSize().Height; got != want {
		t.Errorf("the table is %v high, want %v", got, want)
	}
}
