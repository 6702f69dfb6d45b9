package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"descentlab/app/window/command"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/widgettest"
)

// find opens the palette, types and presses Enter.
func (u *testUI) find(t *testing.T, text string) {
	t.Helper()
	u.press(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault})
	if !u.covered() || desktest.Find[*command.Palette](u.win.Canvas().Overlays().Top()) == nil {
		t.Fatal("no palette")
	}
	field := u.win.Canvas().Focused()
	test.Type(field, text)
	widgettest.Key(field, fyne.KeyReturn)
	calm(t, u)
	if u.covered() {
		t.Fatalf("%q leaves the palette open", text)
	}
}

// TestPaletteReachesEverything: a few words and Enter lead to a theme, a surface, an optimizer, a knob, a tab, an experiment, a
// lesson, a speed, a tool and another room.
func TestPaletteReachesEverything(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	doc := func() string { return u.lab.State().Doc.Surface }
	u.find(t, "theme light")
	if u.look.Theme() != "light" {
		t.Errorf("the theme is %s", u.look.Theme())
	}
	if u.find(t, "himmelblau"); doc() != "himmelblau" {
		t.Errorf("the surface is %s", doc())
	}
	before := len(u.racers())
	if u.find(t, "add lion"); len(u.racers()) != before+1 || u.lab.State().Doc.Racers[before].Spec.Method != "lion" {
		t.Errorf("racers are %q", u.racers())
	}
	u.find(t, "adam beta2")
	if s := u.lab.State(); s.View.Card != s.Doc.Racers[3].Slot || u.win.Canvas().Focused() == nil {
		t.Errorf("the card of slot %d is open, %T has the focus", s.View.Card, u.win.Canvas().Focused())
	}
	u.win.Canvas().Unfocus()
	if u.find(t, "show benchmark"); u.lab.State().Panel() != "bench" {
		t.Errorf("the tab is %s", u.lab.State().Panel())
	}
	if u.find(t, "speed 2"); u.lab.State().Speed != 2 {
		t.Errorf("the speed is %v", u.lab.State().Speed)
	}
	if u.find(t, "brush"); u.view().Tool != "paint" {
		t.Errorf("in hand is %q", u.view().Tool)
	}
	if u.find(t, "lesson momentum"); u.seen.kind.Key != "learn" {
		t.Errorf("in the room %s", u.seen.kind.Key)
	}
	if u.find(t, "experiment adam dislikes rotation"); u.seen.kind.Key != desk.Race || doc() == "himmelblau" {
		t.Errorf("in the room %s on %s", u.seen.kind.Key, doc())
	}
	if u.find(t, "go to curve"); u.seen.kind.Key != "curve" {
		t.Errorf("in the room %s", u.seen.kind.Key)
	}
}
