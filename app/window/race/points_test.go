package race

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/window/race/pointer"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// pickMark clicks a place on the map.
func pickMark(u *testRoom, name string) {
	for _, m := range u.mapAt(0).Scene().Marks {
		if m.Label == name {
			press := desktest.Ground(m.At)
			press.Mark, press.Near = &m, &m
			desktest.Drag(u.mapAt(0).Tool, press)
		}
	}
}

// TestListedPointStandsOut: the place that the pointer is over in a list, or on the map, stands out on the map.
func TestListedPointStandsOut(t *testing.T) {
	u := mapped(t, "peaks", 50, "sgd lr=0.01")
	strong := func() (names []string) {
		for _, m := range u.mapAt(0).Scene().Marks {
			if m.Strong {
				names = append(names, m.Label)
			}
		}
		return names
	}
	u.Look(func(v *lab.View) { v.Hover = "S2" })
	if got := strong(); len(got) != 1 || got[0] != "S2" {
		t.Errorf("%v stand out, want S2", got)
	}
	u.Look(func(v *lab.View) { v.Hover = "" })
	if got := strong(); len(got) > 0 {
		t.Errorf("%v stand out", got)
	}
}

// TestPointerReadsTheMap: what is pointed at on the map is what the pane beside it tells of.
func TestPointerReadsTheMap(t *testing.T) {
	u := mapped(t, "peaks", 50, "sgd lr=0.01")
	u.mapAt(0).OnResize(640, 640, 1)
	told := func(want ...string) {
		t.Helper()
		for _, w := range want {
			if !says(pane[*pointer.Pane](u), w) {
				t.Errorf("it does not say %q: %q", w, desktest.Texts(pane[*pointer.Pane](u).Object(), false))
			}
		}
	}
	saddle := u.State().Field.Named("S1")
	u.mapAt(0).OnHover(plot.Point{X: saddle.At.X + 0.01, Y: saddle.At.Y}, true)
	told("Under the pointer", "Saddle S1", "a pass: between the valleys of C and A")
	u.mapAt(0).OnHover(plot.Point{}, false)
	told("At the start")
}

// TestClickedSaddleExplainsItself: a click on a saddle shows its curves on the map and what they say beside it, until Escape
// or a click elsewhere.
func TestClickedSaddleExplainsItself(t *testing.T) {
	lengthy.Test(t)
	u := mapped(t, "peaks", 50, "sgd lr=0.01")
	start := u.State().Doc.Start
	pickMark(u, "S1")
	u.Settle()
	curves := u.mapAt(0).Scene().Curves
	dashed := 0
	for _, c := range curves {
		if c.Dashed {
			dashed++
		}
	}
	if dashed != 2 || len(curves) < 8 {
		t.Errorf("%d curves, %d of them dashed", len(curves), dashed)
	}
	explained := func(what string) bool { return says(pane[*pointer.Pane](u), what) }
	if !explained("minimum C, which is 0.4735 below") {
		t.Error("the pane beside the map does not explain it")
	}
	if u.State().Doc.Start != start {
		t.Error("the click has moved the start")
	}

	// An edit that leaves the surface keeps it, and so does one that moves the place a little.
	u.Edit("", func(e *setup.Experiment) { e.Steps = 60 })
	u.Settle()
	if u.view().SelectedName() != "S1" || len(u.mapAt(0).Scene().Curves) != len(curves) {
		t.Error("an edit of the race ends the selection")
	}
	u.Room.Key(fyne.KeyEscape)
	if u.view().SelectedName() != "" || len(u.mapAt(0).Scene().Curves) > 0 || explained("which is") {
		t.Error("Escape does not end the selection")
	}
	pickMark(u, "A")
	if !explained("lr < 2/λmax = 0.06626") {
		t.Error("the minimum is not explained")
	}
	u.Edit("", func(e *setup.Experiment) { s, _ := surfaces.Lookup("ravine"); e.SetSurface(s) })
	u.Settle()
	desktest.Drag(u.mapAt(0).Tool, desktest.Ground(start))
	if u.view().SelectedName() != "" {
		t.Error("a click elsewhere does not end the selection")
	}
}

// TestRaceFromARing: the swarm that a saddle lets loose begins on a circle around it, and it is told who escapes.
func TestRaceFromARing(t *testing.T) {
	u := mapped(t, "double_well", 100, "sgd lr=0.05")
	pickMark(u, "S1")
	u.Edit("", func(e *setup.Experiment) { e.RingAround(u.view().Selected.At) })
	u.Settle()
	radius := u.State().Doc.Swarm.Radius
	u.lab.Seek(0)
	for _, at := range u.mapAt(0).Scene().Clouds[0].Pts {
		if math.Abs(math.Hypot(at.X, at.Y)-radius) > 1e-6 {
			t.Fatalf("a run begins at %v", at)
		}
	}
	for _, want := range []string{"300 leave it", "150 downwards", "150 upwards", "the way down to minimum A"} {
		if told := u.view().Swarm.Escape.String(); !strings.Contains(told, want) {
			t.Errorf("%q does not say %q", told, want)
		}
	}
	u.Edit("", func(e *setup.Experiment) { e.Swarm.Around = surfaces.Point{X: math.NaN()} })
	if u.Said == nil {
		t.Error("a ring around no point is taken")
	}
}
