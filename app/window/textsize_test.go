package window

import (
	"math"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/window/host"
	"descentlab/app/window/settings"
	"descentlab/internal/lengthy"
)

// TestTextSize: a choice tells Fyne's scale at once, on top of the user's own, leaves the window as large as it was on the
// screen, and is there at the next start.
func TestTextSize(t *testing.T) {
	lengthy.Test(t)
	t.Setenv(host.ScaleVariable, "2")
	u := newTestUI(t, freshSession())
	u.text = settings.NewEnlargement(u.app, settings.ChosenText(u.app), fyne.Size{})
	if got := os.Getenv(host.ScaleVariable); got != "2" || u.text.Percent() != settings.UsualText {
		t.Fatalf("at first the scale is %s, texts have %d %%", got, u.text.Percent())
	}
	s := u.openSettings()
	s.Text.OnChanged(7)
	if got := os.Getenv(host.ScaleVariable); got != "3.2" {
		t.Errorf("at 160 %% the scale is %s", got)
	}
	if got := u.win.Canvas().Size(); math.Abs(float64(got.Width)-900) > 0.1 || math.Abs(float64(got.Height)-562.5) > 0.1 {
		t.Errorf("the window is %v units large", got)
	}
	if got := u.session(); got.Width != 1440 || got.Height != 900 {
		t.Errorf("the session keeps %v x %v", got.Width, got.Height)
	}
	if got := settings.ChosenText(u.app); got != 160 {
		t.Errorf("at the next start texts have %d %%", got)
	}
	press := func(keys string) {
		met := false
		for _, s := range u.shortcuts() {
			if s.keys.ShortcutName() == "CustomDesktop:"+keys {
				s.run()
				met = true
			}
		}
		if !met {
			t.Errorf("%s does nothing", keys)
		}
	}
	press("Control+-")
	if u.text.Percent() != 150 || s.Text.Selected() != 6 {
		t.Errorf("after Ctrl+Minus texts have %d %%, and the dialog shows %d", u.text.Percent(), s.Text.Selected())
	}
	for _, plus := range []string{"Control++", "Control+=", "Shift+Control++", "Shift+Control+="} {
		press("Control+-")
		if press(plus); u.text.Percent() != 150 {
			t.Errorf("after Ctrl+Minus and %s texts have %d %%", plus, u.text.Percent())
		}
	}
	u.stepText(5)
	if u.SetText(105); u.text.Percent() != 160 {
		t.Errorf("beyond the largest size texts have %d %%", u.text.Percent())
	}
	press("Control+0")
	if got := u.win.Canvas().Size(); os.Getenv(host.ScaleVariable) != "2" || got != fyne.NewSize(1440, 900) {
		t.Errorf("back again the scale is %s, the window %v", os.Getenv(host.ScaleVariable), got)
	}
}

// TestSettingsChangeTheTheme: at once; and the menu of themes leads there.
func TestSettingsChangeTheTheme(t *testing.T) {
	u := newTestUI(t, freshSession())
	s := u.openSettings()
	if s.Theme.Selected() != 1 {
		t.Errorf("the dark theme is shown as choice %d", s.Theme.Selected())
	}
	s.Theme.OnChanged(2)
	if u.look.Palette().Dark || u.session().Theme != "light" {
		t.Errorf("chosen in the settings, the theme is %s", u.session().Theme)
	}
	u.closeMenus()
	items := u.themeMenu().Items
	if items[len(items)-1].Action(); !u.covered() {
		t.Error("the menu does not open the settings")
	}
}
