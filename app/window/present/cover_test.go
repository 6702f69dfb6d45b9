package present

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk"
)

// TestHiddenUntilPredicted: while the audience must not see what is in the lab, the screen is black and says why; no key but
// those that leave it has an effect, and what comes then is seen at once.
func TestHiddenUntilPredicted(t *testing.T) {
	d, hides := race(t), false
	of := desk.Presented{Lab: d.Lab(), Hides: func() bool { return hides }}
	s := Open(d, of, fyne.CurrentApp().NewWindow(""), nil)
	d.Lab().OnChange(s.Update)
	t.Cleanup(s.Close)
	s.win.Resize(fyne.NewSize(1920, 1080))
	s.win.Canvas().Capture()
	hides = true
	d.Lab().Seek(3)
	if texts := written(s, s.cover.panel); !s.cover.panel.Visible() || len(texts) != 1 {
		t.Fatalf("it is hidden: %v, and says %q", s.cover.panel.Visible(), texts)
	}
	s.press(fyne.KeyRight)
	s.rune(' ')
	if got := d.State(); got.Head != 3 || got.Playing {
		t.Error("what is hidden hears the keys")
	}
	if s.rune('b'); len(written(s, s.cover.panel)) != 0 {
		t.Error("a black screen says something")
	}
	if s.press(fyne.KeyEscape); !s.cover.panel.Visible() || !s.open {
		t.Error("Escape shows what is to be hidden")
	}
	hides = false
	if d.Lab().Seek(4); s.cover.panel.Visible() {
		t.Error("what comes then is not seen")
	}
	hides = true
	d.Lab().Seek(5)
	if s.press(fyne.KeyEscape); s.open {
		t.Error("Escape does not leave")
	}
}
