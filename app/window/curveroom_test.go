package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestCurveIsARoom: Alt+2 leads there, its keys step, and the session keeps what was done.
func TestCurveIsARoom(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.alt("2")
	if u.seen.kind.Key != "curve" || !says(u.win.Content(), "Learning rate η") {
		t.Fatalf("Alt+2 leads to %s", u.seen.kind.Key)
	}
	for range 3 {
		u.key(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if kept := string(u.session().Rooms.States["curve"]); !strings.Contains(kept, `"step":3`) || !strings.Contains(kept, `"bowl"`) {
		t.Errorf("the session keeps %s", kept)
	}
}
