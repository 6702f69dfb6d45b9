package race

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// TestTabsFitASmallWindow: with the tab of the data, too, the tabs and the button beside them stand within the panel, and no
// title is wider than its tab.
func TestTabsFitASmallWindow(t *testing.T) {
	lengthy.Test(t)
	d := desktest.On(t, "linear_regression", 10, "sgd lr=0.01")
	room := New(d, container.NewStack())
	d.Show(1024, 657, room)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	panel, button, tabs := room.panel.Object(), room.panel.enlarge, room.panel.choice
	const margin = 6
	end := place(panel).X + panel.Size().Width - margin
	if right := place(button).X + button.Size().Width; right > end {
		t.Errorf("the button ends at %v, the panel has room to %v", right, end)
	}
	if right := place(tabs).X + tabs.Size().Width; right > place(button).X {
		t.Errorf("the tabs end at %v, over the button at %v", right, place(button).X)
	}
	for _, tab := range room.panel.tabs {
		own := switchOf(tab.pane)
		if own == nil {
			continue
		}
		d.SetLook(func(l *setup.Look) { l.Panel = tab.name })
		words := room.panel.views()
		if end := place(words).X + words.MinSize().Width; place(own).X < end {
			t.Errorf("%s: the switch begins at %v, the words beside it end at %v", tab.title, place(own).X, end)
		}
	}
	for _, tabs := range append([]fyne.CanvasObject{room.panel.choice}, secondLevel(room.panel)...) {
		for _, o := range test.LaidOutObjects(tabs) {
			if title, is := o.(*canvas.Text); is && title.Visible() && title.MinSize().Width > title.Size().Width {
				t.Errorf("%s needs %v of %v", title.Text, title.MinSize().Width, title.Size().Width)
			}
		}
	}
}

// secondLevel are the tabs below those of the first.
func secondLevel(p *panel) (list []fyne.CanvasObject) {
	for _, w := range p.words {
		list = append(list, w)
	}
	return list
}

// TestTabsRemember: each tab of the first level comes back to what was open below it last, and the data only while there are any.
func TestTabsRemember(t *testing.T) {
	u := mapped(t, "linear_regression", 10, "sgd lr=0.01")
	first, second := u.panel.choice.OnChanged, func(group, i int) { u.panel.words[group].OnChanged(i) }
	shown := func(what, want string) {
		t.Helper()
		if got := u.State().Panel(); got != want {
			t.Errorf("%s: %q is open, want %q", what, got, want)
		}
		for _, tab := range u.panel.tabs {
			if tab.pane.Object().Visible() != (tab.name == want) {
				t.Errorf("%s: %q is visible: %t", what, tab.name, tab.pane.Object().Visible())
			}
		}
	}
	first(1)
	shown("settings", setup.PanelRates)
	second(1, 1)
	shown("two of them", setup.PanelPlane)
	first(3)
	second(3, 2)
	shown("the data", setup.PanelData)
	first(1)
	shown("settings again", setup.PanelPlane)
	first(3)
	shown("the landscape again", setup.PanelData)
	first(0)
	shown("the race", setup.PanelCharts)
	u.SetSurface("peaks")
	u.Settle()
	first(3)
	shown("a landscape without data", setup.PanelPoints)
	if u.panel.choice.Selected() != 3 || u.panel.words[3].Selected() != 0 || u.panel.words[0].Visible() {
		t.Error("the tabs do not show what is open")
	}
	u.lab.Undo()
	shown("one step back", setup.PanelCharts)
}

// TestTabsHaveOneHeight: whatever tab is open and however many racers there are, the panel is as high as before, nothing below it
// moves, and the column shows all of the table and of what is under the pointer; but for the pane that has the column for itself.
func TestTabsHaveOneHeight(t *testing.T) {
	for _, c := range []struct {
		racers      int
		high, least float32 // of the room, and of the panel
	}{{4, 857, panelGood}, {12, 857, panelGood}, {20, 857, panelGood}, {4, 657, panelLeast}, {20, 657, panelLeast}} {
		racers := slices.Repeat([]string{"sgd lr=0.01"}, c.racers)
		d := desktest.On(t, "peaks", 10, racers...)
		room := New(d, container.NewStack())
		d.Show(1440, c.high, room)
		height, end := room.panel.Object().Size().Height, room.desk.readouts.Size().Height
		if height < c.least || end > room.desk.right.Size().Height {
			t.Errorf("%d racers in %v: the panel is %v high, the column %v of %v", c.racers, c.high, height, end,
				room.desk.right.Size().Height)
		}
		for _, tab := range room.panel.tabs {
			d.SetLook(func(l *setup.Look) { l.Panel = tab.name })
			if got := room.panel.Object().Size().Height; tab.name == setup.PanelStep {
				if column := room.desk.right.Size().Height; got < column-1 || room.desk.readouts.Size().Height > column {
					t.Errorf("%d racers in %v: with a step the panel is %v high, of %v", c.racers, c.high, got, column)
				}
			} else if got != height || room.desk.readouts.Size().Height != end {
				t.Errorf("%d racers in %v: with %q the panel is %v high, before %v", c.racers, c.high, tab.name, got, height)
			}
		}
	}
}

// TestFirstSettingsAreSaid: above the tabs of many runs, and only while a racer changes on its way.
func TestFirstSettingsAreSaid(t *testing.T) {
	u := desktest.On(t, "peaks", 20, "adam lr=0.1", "sgd lr=0.01")
	room := New(u, container.NewStack())
	u.Show(1024, 657, room)
	said := func() string {
		if !room.panel.first.Visible() {
			return ""
		}
		return room.panel.first.Text()
	}
	change := func(e *setup.Experiment) {
		e.Racers[0].Changes = optim.Changes{{At: 9, Spec: e.Racers[0].Spec.With("lr", optim.Num(0.001))}}
	}
	u.SetLook(func(l *setup.Look) { l.Panel = setup.PanelRates })
	if said() != "" {
		t.Errorf("nobody changes: %q", said())
	}
	if err := u.Edit("", change); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(said(), "keeps its first settings") {
		t.Errorf("said is %q", said())
	}
	u.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	if said() != "" {
		t.Errorf("of the race itself is said %q", said())
	}
}

// TestEventsFitTheLowestPanel: in a window of 1440 by 900 with texts of 160 % the buttons below the list are whole.
func TestEventsFitTheLowestPanel(t *testing.T) {
	lengthy.Test(t)
	d := desktest.On(t, "peaks", 60, "sgd lr=0.012", "momentum lr=0.01", "adam lr=0.1")
	room := New(d, container.NewStack())
	d.Show(900, 537, room)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelEvents })
	d.Settle()
	for _, tab := range room.panel.tabs {
		if tab.name != setup.PanelEvents {
			continue
		}
		if need := tab.pane.Object().MinSize().Height; need > bodyLeast {
			t.Errorf("the events need a height of %v, the lowest panel has %v", need, bodyLeast)
		}
		return
	}
	t.Error("there is no tab of events")
}
