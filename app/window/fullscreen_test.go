package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestFullScreenIsRemembered: the choice is kept, and so is the size of the window beside it.
func TestFullScreenIsRemembered(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.app.Preferences().SetBool(fullScreenKey, false)
	before := u.session()
	u.toggleFullScreen()
	if !u.win.FullScreen() || !u.app.Preferences().Bool(fullScreenKey) {
		t.Fatal("it does not fill the screen")
	}
	u.win.Canvas().(interface{ Resize(fyne.Size) }).Resize(fyne.NewSize(2000, 1500))
	if s := u.session(); s.Width != before.Width || s.Height != before.Height {
		t.Errorf("the session keeps %v x %v, want %v x %v", s.Width, s.Height, before.Width, before.Height)
	}
	u.toggleFullScreen()
	u.fillAgain()
	if u.win.FullScreen() || u.app.Preferences().Bool(fullScreenKey) {
		t.Error("it goes on filling the screen")
	}
}

// TestMaximizedIsRemembered: that the desktop has made the window as large as it can is kept, and so is the size beside it.
func TestMaximizedIsRemembered(t *testing.T) {
	u := newTestUI(t, freshSession())
	before := u.session()
	u.maximize(true)
	u.win.Canvas().(interface{ Resize(fyne.Size) }).Resize(fyne.NewSize(2000, 1500))
	if s := u.session(); s.Width != before.Width || s.Height != before.Height || !u.app.Preferences().Bool(maximizedKey) {
		t.Errorf("the session keeps %v x %v, want %v x %v", s.Width, s.Height, before.Width, before.Height)
	}
	if u.maximize(false); u.app.Preferences().Bool(maximizedKey) || u.session().Width != 2000 {
		t.Error("it stays maximized")
	}
}
