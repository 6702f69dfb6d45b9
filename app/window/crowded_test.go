package window

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/language"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/internal/say"
	"descentlab/widgets"
)

// smallWindow is that of a small laptop.
var smallWindow = fyne.NewSize(1024, 700)

// TestNothingIsCrowdedInAnyLanguage: in a small window, in every language that is complete, no text of any room is cut, ends
// outside of what it stands in, or stands on another one.
func TestNothingIsCrowdedInAnyLanguage(t *testing.T) {
	lengthy.Test(t)
	for _, key := range append([]string{language.English}, language.Complete...) {
		t.Run(key, func(t *testing.T) {
			t.Setenv("XDG_CACHE_HOME", t.TempDir())
			for _, of := range []string{"LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE"} { // speak changes them
				t.Setenv(of, os.Getenv(of))
			}
			t.Cleanup(func() {
				language.Speak(language.English)
				say.DecimalComma(false)
			})
			if err := speak(key, ""); err != nil {
				t.Fatal(err)
			}
			u := newTestUI(t, freshSession())
			u.win.Resize(smallWindow)
			u.crowd(t)
		})
	}
}

// crowd goes through the rooms.
func (u *testUI) crowd(t *testing.T) {
	look := func(where string) { u.roomy(t, where) }
	for _, panel := range setup.Panels {
		u.Edit("", func(e *setup.Experiment) { e.Look.Panel = panel })
		look("panel " + panel)
	}
	u.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Look.SideBySide = setup.PanelCharts, true })
	look("side by side")
	u.Edit("", func(e *setup.Experiment) { e.Look.SideBySide, e.Look.Ground = false, setup.GroundBasins })
	look("basins")
	u.Edit("", func(e *setup.Experiment) { e.Look.Ground = setup.GroundHeights })
	for _, p := range u.lab.State().Field.Places {
		u.lab.Look(func(v *lab.View) { v.Select(&p) })
		look("explained: " + p.Label())
	}
	slot := u.lab.State().Doc.Racers[0].Slot
	u.lab.Look(func(v *lab.View) {
		v.Select(nil)
		v.Card, v.More, v.Surface, v.Noise = slot, true, true, true
	})
	look("open cards")
	u.lab.ToggleSculpt()
	look("sculpting")
	u.lab.ToggleSculpt()
	u.choose(t, "linear_regression")
	u.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Look.Batches, e.Batch = setup.PanelData, true, 4 })
	look("a learning problem")
	for _, open := range []func(){
		u.openHelp, u.openPalette, func() { u.openSettings() }, u.openAbout, u.saveExperiment, func() { u.openExport("") },
		func() { u.describe() }, func() { u.header.file.OnTapped() },
	} {
		open()
		look("a dialog")
		u.closeMenus()
	}
	for _, room := range u.rooms[1:] {
		u.enter(room)
		look("room " + room.kind.Key)
		u.openHelp()
		look("help of the room " + room.kind.Key)
		u.closeMenus()
	}
	for _, m := range u.seen.marked {
		if m.name == "learn-view" {
			view := m.control().(*widgets.Segmented)
			for i := range 3 {
				view.OnChanged(i)
				look("part " + string(rune('1'+i)) + " of the room to learn in")
			}
		}
	}
}

// roomy looks at all that is seen.
func (u *testUI) roomy(t *testing.T, where string) {
	t.Helper()
	calm(t, u)
	c := u.win.Canvas()
	layers := append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...)
	for _, layer := range layers {
		desktest.Settle(layer)
		calm(t, u)
	}
	top := layers[len(layers)-1]
	if told := desktest.Crowded(top, c.Size()); len(told) > 0 {
		t.Errorf("%s:\n%s", where, strings.Join(told, "\n"))
	}
}
