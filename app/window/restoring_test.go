package window

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"descentlab/app/lab/session"
	"descentlab/internal/lengthy"
)

// TestStumblingOverASession: a session that is read, but makes the program panic while it is restored, is set aside; the window
// holds a fresh one.
func TestStumblingOverASession(t *testing.T) {
	lengthy.Test(t)
	path := filepath.Join(t.TempDir(), "session.json")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := freshSession()
	s.Experiment.Racers[3].Slot = math.MaxInt // which no file can say
	a := test.NewApp()
	never := func(func()) {} // what follows from the document does not matter here
	store := asleep(t, &saver{path: path})
	u, notice, err := fill(a, a.NewWindow(""), s, session.Opening{}, store, true, never)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(u.lab.Close)
	if notice == nil || !strings.Contains(notice.Error(), "session.unreadable-1.json") {
		t.Errorf("notice %v", notice)
	}
	if slot := u.lab.State().Doc.Racers[3].Slot; slot != 3 {
		t.Errorf("the window has slot %d", slot)
	}
	text, err := os.ReadFile(strings.Replace(path, ".json", ".unreadable-1.json", 1))
	if err != nil || string(text) != "precious" {
		t.Errorf("the session is lost: %q, %v", text, err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a document from the command line is kept though it stumbles, and the session would be blamed for it")
		}
	}()
	_, _, _ = fill(a, a.NewWindow(""), s, session.Opening{}, store, false, never)
}
