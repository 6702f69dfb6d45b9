package maps

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/plot"
)

// seven are racers that end in another order than they are listed in, and one that leaves.
var seven = []string{
	"sgd lr=0.001", "adam lr=0.06", "sgd lr=0.02", "momentum lr=0.008", "sgd lr=3", "rmsprop lr=0.03", "adagrad lr=0.5",
}

// racersOf are the racers of the maps, from the first.
func racersOf(p *Pane) (list []int) {
	for _, c := range p.cells {
		list = append(list, c.racer)
	}
	return list
}

// many is a pane with the maps of seven racers side by side, at the end of the race.
func many(t *testing.T) (*desktest.Desk, *Pane) {
	doc := desktest.Experiment(t, "peaks", 140, seven...)
	doc.Look.SideBySide = true
	return on(t, doc)
}

// TestManyMapsAreRanked: the lowest first, whoever has gone last; each is headed by its rank, and says its loss where it is
// small.
func TestManyMapsAreRanked(t *testing.T) {
	d, p := many(t)
	ends := d.State().Run().Standings(140)
	racers := racersOf(p)
	for k := 1; k+1 < len(racers); k++ {
		if !(ends[racers[k-1]].Loss <= ends[racers[k]].Loss) {
			t.Errorf("the maps are of %v: one at %v is before one at %v", racers, ends[racers[k-1]].Loss, ends[racers[k]].Loss)
		}
	}
	if last := racers[len(racers)-1]; last != 4 || !figure.Gone(ends[last].Where) {
		t.Errorf("the last map is that of racer %d", last)
	}
	doc := d.State().TapeDoc
	names := doc.Names()
	legend, hint := p.caption.legend.Text, p.caption.hint.Text
	if !strings.HasPrefix(legend, "● minimum") || hint != "click a name: pin it · a map: new start · order: final loss" {
		t.Errorf("below them stands %q and %q", legend, hint)
	}
	for i, c := range p.cells {
		says, s := c.head.title.Says(), scene(p, i)
		if says.Rank != strconv.Itoa(i+1) || says.Name != names[c.racer] || s.Traces[0].Name != says.Name {
			t.Errorf("map %d is headed %+v, and of %q", i, says, s.Traces[0].Name)
		}
		if s.Note == "" || !s.Linked || s.Key != plot.NoKey {
			t.Errorf("map %d: note %q, linked %t, key %v", i, s.Note, s.Linked, s.Key)
		}
	}
}

// TestMapsStayWhileTheRaceChanges: neither while it plays nor while a slider is dragged does a map go elsewhere; they are put in
// order when it has been quiet.
func TestMapsStayWhileTheRaceChanges(t *testing.T) {
	d, p := many(t)
	before := racersOf(p)
	lower := func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[3].Spec }
	d.Edit("", lower)
	d.Settle()
	if got := racersOf(p); !slices.Equal(got, before) {
		t.Errorf("at once the maps go from %v to %v", before, got)
	}
	p.rerank()
	after := racersOf(p)
	if slices.Equal(after, before) || after[0] != 0 && after[1] != 0 {
		t.Errorf("when it is quiet the maps are of %v, before of %v", after, before)
	}
	d.Lab().Seek(0)
	d.Lab().Toggle()
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[4].Spec })
	d.Settle()
	p.rerank()
	if got := racersOf(p); !d.State().Playing || !slices.Equal(got, after) {
		t.Errorf("while it plays (%t) the maps go from %v to %v", d.State().Playing, after, got)
	}
}

// TestMapUnderThePointerIsTheOneToLookAt: it has a frame in the colour of its racer, the others recede, and so do their titles;
// when the pointer leaves all are alike. Whoever is looked at in the table stands out as well.
func TestMapUnderThePointerIsTheOneToLookAt(t *testing.T) {
	d, p := many(t)
	slot := d.State().TapeDoc.Racers[p.cells[2].racer].Slot
	check := func(what string, chosen int) {
		t.Helper()
		for i, c := range p.cells {
			s := scene(p, i)
			framed := s.Frame == s.Traces[0].Color
			if framed != (i == chosen) || s.Veiled != (chosen >= 0 && i != chosen) || c.head.title.Says().Aside != s.Veiled {
				t.Errorf("%s: map %d is framed %t, veiled %t, its title recedes %t", what, i, framed, s.Veiled, c.head.title.Says().Aside)
			}
		}
	}
	check("nowhere", -1)
	p.cells[2].m.OnHover(plot.Point{X: 1, Y: 1}, true)
	if d.State().View.Racer != slot {
		t.Errorf("looked at is racer %d, want %d", d.State().View.Racer, slot)
	}
	check("on a map", 2)
	p.cells[2].m.OnHover(plot.Point{}, false)
	check("off the maps", -1)
	d.Lab().Look(func(v *lab.View) { v.Racer = slot })
	check("in the table", 2)
}

// TestClickOnANamePins: the racer stands out, also when the pointer is off, until the next click. With the pointer on
// another map that one stands out.
func TestClickOnANamePins(t *testing.T) {
	d, p := many(t)
	slot := d.State().TapeDoc.Racers[p.cells[2].racer].Slot
	title := p.cells[2].head.title
	framed := func() (list []int) {
		for i := range p.cells {
			if scene(p, i).Frame.A > 0 {
				list = append(list, i)
			}
		}
		return list
	}
	test.Tap(title)
	if got := framed(); d.State().View.Pinned != slot || !slices.Equal(got, []int{2}) {
		t.Errorf("after a click %d is pinned, and %v stand out", d.State().View.Pinned, got)
	}
	p.cells[1].m.OnHover(plot.Point{X: 1, Y: 1}, true)
	if got := framed(); !slices.Equal(got, []int{1}) {
		t.Errorf("with the pointer on another map %v stand out", got)
	}
	p.cells[1].m.OnHover(plot.Point{}, false)
	if got := framed(); !slices.Equal(got, []int{2}) {
		t.Errorf("with the pointer off %v stand out", got)
	}
	title.MouseIn(nil)
	test.Tap(title)
	if got := framed(); d.State().View.Pinned >= 0 || len(got) > 0 {
		t.Errorf("after the second click %v stand out", got)
	}
	title.MouseOut()
	if d.State().View.Racer >= 0 {
		t.Error("the pointer is off, and one is looked at")
	}
}

// TestDoubleClickEnlarges: of many maps that one alone is left, with its racer to look at; then the home window is shown again.
func TestDoubleClickEnlarges(t *testing.T) {
	d, p := many(t)
	slot := d.State().TapeDoc.Racers[p.cells[1].racer].Slot
	d.Edit("", func(e *setup.Experiment) { e.View.X1 /= 2 })
	view := d.State().Doc.View
	p.cells[1].m.OnRestore()
	d.Settle()
	if s := d.State(); s.Doc.Look.SideBySide || s.View.Racer != slot || s.Doc.View != view || len(p.cells) != 1 {
		t.Errorf("side by side %t, racer %d, window %v, %d maps", s.Doc.Look.SideBySide, s.View.Racer, s.Doc.View, len(p.cells))
	}
	doc := d.State().TapeDoc
	for _, way := range scene(p, 0).Traces {
		if alone := way.Name == doc.Names()[doc.RacerAt(slot)]; way.Faint == alone {
			t.Errorf("%s is faint: %t", way.Name, way.Faint)
		}
	}
	p.cells[0].m.OnRestore()
	if d.State().Doc.View != d.State().Doc.Home {
		t.Error("a double click on the one map does not show the home window")
	}
}

// TestKeyOfHeights: a map for all shows it if there is room, and otherwise with the key turned.
func TestKeyOfHeights(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01"))
	turn := func() { d.Lab().Look(func(v *lab.View) { v.KeyTurned = !v.KeyTurned }) }
	for _, c := range []struct {
		side   int
		turned bool
		want   bool
	}{{size, false, false}, {size, true, true}, {600, true, false}, {600, false, true}} {
		p.cells[0].m.OnResize(c.side, c.side, 1)
		if d.State().View.KeyTurned != c.turned {
			turn()
		}
		d.Settle()
		if got := scene(p, 0).Key != plot.NoKey; got != c.want {
			t.Errorf("at %d pixels, turned %t: %t", c.side, c.turned, got)
		}
	}
}

// TestSmallMapsHaveFewerLines: their ground has fewer levels.
func TestSmallMapsHaveFewerLines(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01"))
	few := len(scene(p, 0).Field.Levels)
	p.cells[0].m.OnResize(300, 300, 1)
	d.Settle()
	if many := len(scene(p, 0).Field.Levels); few < 11 || few > 14 || many < 22 {
		t.Errorf("%d levels on a small map, %d on a large one", few, many)
	}
}

// TestManyMapsLeaveWidth: squares need less of a wide room, one map needs all of it; and while the panel has the middle nothing
// of that is the maps'.
func TestManyMapsLeaveWidth(t *testing.T) {
	d, p := many(t)
	if got := p.Width(1400); got >= 1300 || got < 600 {
		t.Errorf("seven maps need %v of 1400 units", got)
	}
	d.SetLook(func(l *setup.Look) { l.Large = true })
	if got := p.Width(900); got != 900 {
		t.Errorf("with the panel in the middle they leave %v", 900-got)
	}
	d.SetLook(func(l *setup.Look) { l.Large, l.SideBySide = false, false })
	if got := p.Width(900); got != 900 {
		t.Errorf("one map leaves %v", 900-got)
	}
}
