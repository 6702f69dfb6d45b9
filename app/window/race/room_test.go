package race

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A testRoom is the room in a window of 1440 x 844, on the goroutine of the test.
type testRoom struct {
	*Room
	*desktest.Desk
	lab *lab.Lab
}

// open is the room on an experiment, at rest.
func open(t *testing.T, doc setup.Experiment) *testRoom {
	t.Helper()
	d := desktest.New(t, doc)
	room := New(d, container.NewStack())
	d.Show(1440, 844, room)
	return &testRoom{room, d, d.Lab()}
}

// mapped is the room on a surface with some racers, its maps small.
func mapped(t *testing.T, surface string, steps int, racers ...string) *testRoom {
	t.Helper()
	u := open(t, desktest.Experiment(t, surface, steps, racers...))
	u.mapAt(0).OnResize(150, 150, 1)
	u.Settle()
	return u
}

func (u *testRoom) view() lab.View      { return u.State().View }
func (u *testRoom) has(t lab.Tool) bool { return u.view().Tool == t }
func (u *testRoom) take(t lab.Tool)     { u.Look(func(v *lab.View) { v.Take(t) }) }

// bar is what a tool shows below the maps.
func (u *testRoom) bar(t lab.Tool) fyne.CanvasObject { return u.tools[t].Bar() }

// allMaps are the maps in the middle of the room.
func (u *testRoom) allMaps() (list []*graphic.Map) {
	desktest.Walk(u.maps.Object(), true, func(o fyne.CanvasObject) {
		if m, ok := o.(*graphic.Map); ok {
			list = append(list, m)
		}
	})
	return list
}

// mapAt is one of them.
func (u *testRoom) mapAt(i int) *graphic.Map { return u.allMaps()[i] }

// captioned tells whether the caption of the maps is seen, with a part of a text in it.
func (u *testRoom) captioned(part string) bool {
	with := func(text string) bool { return strings.Contains(text, part) }
	return slices.ContainsFunc(desktest.Texts(u.maps.Object(), false), with)
}

// counted is in the caption while nothing is under way.
const counted = "minimum ("

// pane is one of the room's panes.
func pane[P desk.Pane](u *testRoom) (found P) {
	for _, p := range u.panes {
		if p, ok := p.(P); ok {
			found = p
		}
	}
	return found
}

// says tells whether something can be read on a pane.
func says(p desk.Pane, what string) bool {
	return strings.Contains(strings.Join(desktest.Texts(p.Object(), false), "\n"), what)
}

func TestRoomShowsTheDefaultRace(t *testing.T) {
	u := open(t, setup.Default())
	seen := desktest.Texts(u.Room.Object(), false)
	for _, racer := range []string{"SGD", "Momentum", "RMSprop", "Adam"} {
		if !slices.Contains(seen, racer) {
			t.Errorf("no card of %s", racer)
		}
	}
	if n := len(u.mapAt(0).Scene().Traces); n != 4 {
		t.Errorf("%d traces, want 4", n)
	}
	if want := "⊙ minimum (3)   ✕ saddle (3)   △ maximum (3)"; !u.captioned(want) {
		t.Errorf("the caption is not %q", want)
	}
}

func TestClickMovesTheStart(t *testing.T) {
	u := open(t, setup.Default())
	desktest.Drag(u.mapAt(0).Tool, desktest.Ground(plot.Point{X: 1.5, Y: -0.5}))
	if got := u.State().Doc.Start; got != (surfaces.Point{X: 1.5, Y: -0.5}) {
		t.Errorf("start %v", got)
	}
	u.Settle()
	if got := u.mapAt(0).Scene().Traces[0].Pts[0]; got != (plot.Point{X: 1.5, Y: -0.5}) {
		t.Errorf("the trace starts at %v", got)
	}
}

func TestSideBySideHasAMapForEveryShownRacer(t *testing.T) {
	u := open(t, setup.Default())
	u.SetLook(func(l *setup.Look) { l.SideBySide = true })
	if n := len(u.allMaps()); n != 4 {
		t.Fatalf("%d maps, want 4", n)
	}
	u.Edit("", func(e *setup.Experiment) { e.Racers[1].Hidden = true })
	u.Settle()
	if n := len(u.allMaps()); n != 3 {
		t.Errorf("%d maps with one racer hidden, want 3", n)
	}
	u.mapAt(0).OnHover(plot.Point{X: 1, Y: 1}, true)
	for i, m := range u.allMaps() {
		if cross := m.Scene().Cross; cross == nil || *cross != (plot.Point{X: 1, Y: 1}) {
			t.Errorf("map %d has no linked cross", i)
		}
	}
}

// TestSheetLiesOverTheReadouts: the sheet lies over the right column and has its keys.
func TestSheetLiesOverTheReadouts(t *testing.T) {
	u := open(t, setup.Default())
	shown := func(what string, sheet bool) {
		t.Helper()
		if u.sheet.Object().Visible() != sheet || u.desk.right.Visible() == sheet {
			t.Errorf("%s: the sheet is seen: %t, the column: %t", what, u.sheet.Object().Visible(), u.desk.right.Visible())
		}
	}
	shown("at first", false)
	u.Room.Rune('i')
	shown("after i", true)
	u.Room.Copy()
	if !strings.HasPrefix(u.Copied, "# SGD on Peaks") {
		t.Errorf("on the clipboard is %.60q", u.Copied)
	}
	u.Room.Key(fyne.KeyEscape)
	shown("after Escape", false)
	u.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Slot: 3} })
	u.Edit("", func(e *setup.Experiment) { e.Racers = slices.Delete(e.Racers, 3, 4) })
	shown("without the racer", false)
}

// TestDataTabGoesWithTheExamples: there is a tab for them as long as the surface has some.
func TestDataTabGoesWithTheExamples(t *testing.T) {
	lengthy.Test(t)
	u := mapped(t, "boiling_point", 20, "sgd lr=0.02")
	u.SetLook(func(l *setup.Look) { l.Panel = setup.PanelData })
	shown := func(want bool) {
		t.Helper()
		seen := map[string]bool{}
		for _, tab := range u.panel.tabs {
			seen[tab.name] = tab.pane.Object().Visible()
		}
		examples, points := seen[setup.PanelData], seen[setup.PanelPoints]
		if examples != want || points == want {
			t.Errorf("the examples are shown: %t; the points: %t", examples, points)
		}
	}
	shown(true)
	u.SetSurface("peaks")
	u.Settle()
	shown(false)
	u.SetSurface("perceptron")
	u.Settle()
	shown(true)
}

// TestTabsAreThoseOfTheDocument: what a document can name is shown, in the order in which the panels are offered.
func TestTabsAreThoseOfTheDocument(t *testing.T) {
	u := open(t, setup.Default())
	var names []string
	for _, tab := range u.panel.tabs {
		names = append(names, tab.name)
	}
	if !slices.Equal(names, setup.Panels) {
		t.Errorf("there are tabs for %q, and panels %q", names, setup.Panels)
	}
}
