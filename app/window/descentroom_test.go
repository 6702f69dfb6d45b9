package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestDescentIsARoom: Alt+3 leads there, its keys push, and the session keeps what was done.
func TestDescentIsARoom(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.alt("3")
	if u.seen.kind.Key != "descent" || !says(u.win.Content(), "step size   ↑ ↓") {
		t.Fatalf("Alt+3 leads to %s", u.seen.kind.Key)
	}
	for range 3 {
		u.key(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if kept := string(u.session().Rooms.States["descent"]); strings.Count(kept, `"push"`) != 3 {
		t.Errorf("the session has %s", kept)
	}
}
