package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/curve"
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

// TestCurvesAreOpenedInTheirRoom, wherever one is, by the menu or dropped on the window; undo brings the one before back.
func TestCurvesAreOpenedInTheirRoom(t *testing.T) {
	u := newTestUI(t, freshSession())
	doc := curve.Default()
	if err := doc.SetFormula("w^4 - w^2"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "c.json")
	if err := curve.Save(path, doc); err != nil {
		t.Fatal(err)
	}
	u.open(path)
	state := func() string { return string(u.seen.room.State()) }
	if u.seen.kind.Key != "curve" || !strings.Contains(state(), "w^4 - w^2") {
		t.Fatalf("in %s: %s", u.seen.kind.Key, state())
	}
	u.undo()
	if !strings.Contains(state(), `"bowl"`) {
		t.Errorf("undone: %s", state())
	}
	u.redo()
	broken := `{"format": "descentlab curve", "version": 1, "shape": "bowel", "start": 1, "steps": 9,
		"racers": [{"racer": "sgd", "slot": 3}]}`
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	u.alt("1")
	u.open(path)
	if !says(u.win.Content(), "bowel") || !strings.Contains(state(), "w^4 - w^2") {
		t.Errorf("a broken file leaves %s", state())
	}
}
