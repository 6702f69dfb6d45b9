package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/about"
	"descentlab/app/window/desk/desktest"
)

// The licences are thousands of lines: only those that are seen are laid out, and the keys scroll them.
func TestAboutScrolls(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.win.Resize(fyne.NewSize(1024, 700))
	calm(t, u)
	u.openAbout()
	top := u.win.Canvas().Overlays().Top()
	list := desktest.Find[*widget.List](top)
	if n := list.Length(); n < 1000 {
		t.Errorf("the licences have %d lines only", n)
	}
	seen := desktest.Texts(top, true)
	if n := len(seen); n < 5 || n > 100 {
		t.Errorf("%d lines are laid out", n)
	}
	if !slices.Contains(seen, "== Descent Lab "+about.Version) {
		t.Errorf("its own licence is not the first: %q", seen)
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if list.GetScrollOffset() <= 0 {
		t.Error("Page Down does not scroll")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEnd})
	end := list.GetScrollOffset()
	if u.key(&fyne.KeyEvent{Name: fyne.KeyDown}); list.GetScrollOffset() != end {
		t.Errorf("the end is at %v, and below it %v", end, list.GetScrollOffset())
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyHome})
	if list.GetScrollOffset() != 0 {
		t.Error("Home does not lead to the begin")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.covered() {
		t.Error("Escape does not close it")
	}
}
