package filing

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/export"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
)

// A window is one on the test driver, with the queue of its goroutine.
type window struct {
	Host
	posts chan func()
	saved []string
}

func newWindow(t *testing.T) *window {
	t.Helper()
	a := test.NewTempApp(t)
	w := &window{posts: make(chan func(), 100)}
	win := a.NewWindow("")
	win.Resize(fyne.NewSize(900, 600))
	t.Cleanup(win.Close)
	w.Host = Host{Window: win, Post: func(f func()) { w.posts <- f }, Folder: NewFolder(a.Preferences()),
		Saved: func(path string) { w.saved = append(w.saved, path) }}
	return w
}

// shown is the dialog for a file.
func shown(h Host, title, name string, plan desk.Plan) *Save {
	d := New(h, title, name, plan)
	d.Show()
	return d
}

// covered tells whether the dialog is open.
func (w *window) covered() bool { return w.Window.Canvas().Overlays().Top() != nil }

// try presses Save and waits until the file is written, or cannot be.
func (w *window) try(t *testing.T, d *Save) {
	t.Helper()
	d.Try()
	w.finish(t, d)
}

// finish waits until nothing is written any more.
func (w *window) finish(t *testing.T, d *Save) {
	t.Helper()
	for d.work.Busy() {
		select {
		case f := <-w.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("the file does not get written")
		}
	}
}

// plain writes a word into .txt files.
func plain(path string) (func(export.Hearers) error, error) {
	if filepath.Ext(path) != ".txt" {
		return nil, errors.New("a word is a .txt file")
	}
	return func(export.Hearers) error { return setup.WriteFile(path, []byte("word")) }, nil
}

var _ desk.Plan = plain

func TestSaveAsksBeforeItReplaces(t *testing.T) {
	w, dir := newWindow(t), t.TempDir()
	path := filepath.Join(dir, "e.txt")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := shown(w.Host, "Save", "e.txt", plain)
	d.entry.SetText(path)
	w.try(t, d)
	if data, err := os.ReadFile(path); err != nil || string(data) != "precious" || d.save.Text != "Replace" {
		t.Fatalf("after the first Save: %q, %v, button %q", data, err, d.save.Text)
	}
	w.try(t, d)
	if data, err := os.ReadFile(path); err != nil || string(data) != "word" {
		t.Errorf("after the second: %q, %v", data, err)
	}
	if got := w.Folder.Last(); got != dir || len(w.saved) != 1 || w.saved[0] != path {
		t.Errorf("the folder %s is remembered, want %s; told of %q", got, dir, w.saved)
	}
}

func TestSaveStaysOpenUntilItCan(t *testing.T) {
	w := newWindow(t)
	w.Folder.Keep("/somewhere/x")
	for text, says := range map[string]string{
		filepath.Join(t.TempDir(), "none", "e.txt"): "no folder",
		t.TempDir():                         "is a folder",
		filepath.Join(t.TempDir(), "e.bmp"): ".txt",
	} {
		d := shown(w.Host, "Save", "e.txt", plain)
		d.entry.SetText(text)
		w.try(t, d)
		if !strings.Contains(d.message.Text, says) || !w.covered() {
			t.Errorf("%s: says %q, dialog open: %v", text, d.message.Text, w.covered())
		}
		d.Cancel()
	}
	if got := w.Folder.Last(); got != "/somewhere" {
		t.Errorf("a folder that nothing was saved in is remembered: %s", got)
	}
}

// TestFolderComesLate: what a system's dialog answers once this one is closed changes nothing.
func TestFolderComesLate(t *testing.T) {
	w := newWindow(t)
	var answer func(string)
	w.Browse = func(_ string, chosen func(string)) { answer = chosen }
	d := shown(w.Host, "Save", "e.txt", plain)
	d.browse()
	dir := t.TempDir()
	answer(dir)
	if d.entry.Text != filepath.Join(dir, "e.txt") {
		t.Errorf("the file is to be %s", d.entry.Text)
	}
	d.Cancel()
	answer("/elsewhere")
	if d.entry.Folder() != dir {
		t.Errorf("closed, it takes the folder %s", d.entry.Folder())
	}
}

// TestPaths: a tilde is the home folder, blanks around a path are none of it.
func TestPaths(t *testing.T) {
	test.NewTempApp(t)
	t.Setenv("HOME", "/home/ada")
	p := NewPath(nil)
	for text, want := range map[string]string{"~/a.png": "/home/ada/a.png", "  /x/ä b.png ": "/x/ä b.png", "/x/../y.png": "/y.png"} {
		p.SetText(text)
		if got, err := p.Absolute(); err != nil || got != want {
			t.Errorf("%q is %q, %v, want %q", text, got, err, want)
		}
	}
}

// TestWritingIsToldAndStopped: what takes long says how far it is; Escape ends it, nothing of it stays, and the dialog can try
// again.
func TestWritingIsToldAndStopped(t *testing.T) {
	w, dir := newWindow(t), t.TempDir()
	path := filepath.Join(dir, "race.csv")
	half, on := make(chan bool), make(chan bool)
	d := shown(w.Host, "Export", "race.csv", func(path string) (func(export.Hearers) error, error) {
		return func(h export.Hearers) error {
			f, err := setup.Create(path)
			if err != nil {
				return err
			}
			defer f.Discard()
			time.Sleep(200 * time.Millisecond) // from when on it is told
			h.Done(0.5)
			half <- true
			select {
			case <-h.Context.Done():
				return h.Context.Err()
			case <-on:
				return f.Commit()
			}
		}, nil
	})
	d.entry.SetText(path)
	d.Try()
	<-half
	for d.message.Text == "" {
		(<-w.posts)()
	}
	if !strings.Contains(d.message.Text, "50 %") || !d.save.Disabled() {
		t.Errorf("half of it written: says %q, Save can be pressed: %v", d.message.Text, !d.save.Disabled())
	}
	d.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.work.Join()
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("stopped, and left behind: %v, %v", entries, err)
	}
	if !strings.Contains(d.message.Text, "nothing was written") || d.save.Disabled() || !w.covered() {
		t.Errorf("stopped: says %q", d.message.Text)
	}
	d.Try()
	<-half
	on <- true
	w.finish(t, d)
	if _, err := os.Stat(path); err != nil || w.covered() {
		t.Errorf("the second time: %v, dialog open: %v", err, w.covered())
	}
}

// TestTaken: a path that the desktop has asked for is written without a word, also over a file; the dialog shows what is wrong.
func TestTaken(t *testing.T) {
	w, dir := newWindow(t), t.TempDir()
	path := filepath.Join(dir, "e.txt")
	if err := os.WriteFile(path, []byte("agreed on"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := New(w.Host, "Save", "e.txt", plain)
	d.Take(path)
	w.finish(t, d)
	if data, err := os.ReadFile(path); err != nil || string(data) != "word" || d.shown {
		t.Errorf("%q, %v, dialog shown: %t", data, err, d.shown)
	}
	d = New(w.Host, "Save", "e.txt", plain)
	d.Take(filepath.Join(dir, "e.bmp"))
	w.finish(t, d)
	if !w.covered() || !strings.Contains(d.message.Text, ".txt") || d.entry.Text != filepath.Join(dir, "e.bmp") {
		t.Errorf("it says %q of %s", d.message.Text, d.entry.Text)
	}
}
