package filing

import (
	"context"
	"errors"
	"testing"
	"time"

	"descentlab/app/window/native"
)

// TestWithoutNative: where the desktop turns out to have no dialogs, Fyne's are used, and it is not asked again.
func TestWithoutNative(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+t.TempDir()+"/none")
	w := newWindow(t)
	c := NewChooser(w.Window, w.Post, func(err error) { t.Error(err) })
	t.Cleanup(c.End)
	c.Native = true
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
	if settle(); !saved || c.Native {
		t.Errorf("our own dialog: %t, the desktop is asked again: %t", saved, c.Native)
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

// TestNativeFails: why no dialog of the desktop opens is said, Fyne's is used, and it is not tried again.
func TestNativeFails(t *testing.T) {
	w := newWindow(t)
	var said []error
	c := NewChooser(w.Window, w.Post, func(err error) { said = append(said, err) })
	t.Cleanup(c.End)
	c.Native = true
	why := &native.Failure{Why: errors.New("out of glass")}
	others, asked := 0, 0
	for range 2 {
		c.ask(func(context.Context, native.Wish) (string, error) { asked++; return "", why }, native.Wish{},
			func(string) { t.Error("a path out of nowhere") }, func() { others++ })
		for c.now != nil {
			(<-w.posts)()
		}
	}
	if asked != 1 || others != 2 || len(said) != 1 || !errors.Is(said[0], why) {
		t.Errorf("asked %d times, %d times otherwise, said %v", asked, others, said)
	}
}

// TestNewestWish: a wish takes the place of the one before, which is given up without an answer.
func TestNewestWish(t *testing.T) {
	w := newWindow(t)
	c := NewChooser(w.Window, w.Post, func(err error) { t.Error(err) })
	t.Cleanup(c.End)
	c.Native = true
	otherwise := func() { t.Error("Fyne's dialog is used") }
	gone := make(chan struct{})
	c.ask(func(ctx context.Context, _ native.Wish) (string, error) {
		<-ctx.Done()
		close(gone)
		return "late", ctx.Err()
	}, native.Wish{}, func(path string) { t.Errorf("%s is taken", path) }, otherwise)
	taken := ""
	c.ask(func(context.Context, native.Wish) (string, error) { return "new", nil }, native.Wish{},
		func(path string) { taken = path }, otherwise)
	<-gone
	for c.now != nil {
		(<-w.posts)()
	}
	if taken != "new" {
		t.Errorf("%q is taken", taken)
	}
}

// TestGivenUpWithTheWindow: an answer that comes once the window has gone is for nobody.
func TestGivenUpWithTheWindow(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+t.TempDir()+"/none")
	w := newWindow(t)
	c := NewChooser(w.Window, w.Post, func(err error) { t.Error(err) })
	c.Native = true
	c.Save("Save", "", "a.json", func(string) { t.Error("chosen") }, func() { t.Error("asked again") })
	c.End()
	for len(w.posts) > 0 {
		(<-w.posts)()
	}
}
