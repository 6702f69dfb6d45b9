package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk"
)

// TestPresenting: F5 opens a window of its own on the race and closes it again; where there is nothing to present, that is said.
func TestPresenting(t *testing.T) {
	u := newTestUI(t, freshSession())
	f5 := func() { u.key(&fyne.KeyEvent{Name: fyne.KeyF5}) }
	f5()
	if u.presented == nil || !u.presented.Of(u.lab) {
		t.Fatal("F5 does not present the race")
	}
	u.SetTheme("light")
	u.lab.Seek(12)
	if got := u.presented.Step(); got != 12 {
		t.Errorf("it shows step %d", got)
	}
	if f5(); u.presented != nil {
		t.Fatal("F5 does not end it")
	}
	u.Go("curve")
	if f5(); u.presented != nil || !strings.Contains(u.lab.State().View.Said.Text, "nothing to present") {
		t.Errorf("in another room it says %q", u.lab.State().View.Said.Text)
	}
	u.Go(desk.Race)
	items := u.fileMenu().Items
	if items[len(items)-1].Action(); u.presented == nil {
		t.Error("the menu does not present")
	}
	u.presented.Close()
}
