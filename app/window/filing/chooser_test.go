package filing

import (
	"testing"
	"time"
)

// TestWithoutPortal: where the desktop turns out to have no dialogs, Fyne's are used, and it is not asked again.
func TestWithoutPortal(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+t.TempDir()+"/none")
	w := newWindow(t)
	c := NewChooser(w.Window, w.Post, func(err error) { t.Error(err) })
	t.Cleanup(c.End)
	c.Portal = true
	settle := func() {
		t.Helper()
		for c.now != nil {
			select {
			case f := <-w.posts:
				f()
			case <-time.After(20 * time.Second):
				t.Fatal("there is no answer")
			}
		}
	}
	saved := false
	c.Save("Save", t.TempDir(), "a.json", func(string) { t.Error("a path out of nowhere") }, func() { saved = true })
	if saved {
		t.Error("the desktop is not asked")
	}
	if settle(); !saved || c.Portal {
		t.Errorf("our own dialog: %t, the desktop is asked again: %t", saved, c.Portal)
	}
	c.Open("", []string{".json"}, func(string) {})
	if !w.covered() {
		t.Error("Fyne's dialog for files is not there")
	}
	w.Window.Canvas().Overlays().Remove(w.Window.Canvas().Overlays().Top())
	c.Folder("", func(string) {})
	if !w.covered() {
		t.Error("Fyne's dialog for folders is not there")
	}
}

// TestGivenUpWithTheWindow: an answer that comes once the window has gone is for nobody.
func TestGivenUpWithTheWindow(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+t.TempDir()+"/none")
	w := newWindow(t)
	c := NewChooser(w.Window, w.Post, func(err error) { t.Error(err) })
	c.Portal = true
	c.Save("Save", "", "a.json", func(string) { t.Error("chosen") }, func() { t.Error("asked again") })
	c.End()
	for len(w.posts) > 0 {
		(<-w.posts)()
	}
}
