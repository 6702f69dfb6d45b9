package window

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"descentlab/app/gallery"
	"descentlab/app/lab/session"
	"descentlab/app/window/desk"
	"descentlab/widgets"
)

// showExperiments turns the switch of the room Learn.
func showExperiments(t *testing.T, u *testUI) {
	t.Helper()
	for _, m := range u.seen.marked {
		if m.name == "learn-view" {
			m.control().(*widgets.Segmented).OnChanged(1)
			return
		}
	}
	t.Fatal("there is no switch")
}

// TestDroppedLesson: a lesson that is dropped on the window is read in the room Learn, whichever room is seen.
func TestDroppedLesson(t *testing.T) {
	u := newTestUI(t, freshSession())
	calm(t, u)
	path := filepath.Join(t.TempDir(), "mine.md")
	text := "---\ndescentlab: lesson 1\n---\n\n# Mine own\n\n[bad](set:racer.lr)\n\nStill readable.\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	u.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	calm(t, u)
	if u.seen.kind.Key != "learn" || !says(u.win.Content(), "Mine own") {
		t.Errorf("in the room %s it is not told of the lesson", u.seen.kind.Key)
	}
}

// TestLessonOfTheCommandLine is read in the room Learn at once.
func TestLessonOfTheCommandLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.md")
	if err := os.WriteFile(path, []byte("---\ndescentlab: lesson 1\n---\n\n# Mine own\n\nText.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := test.NewApp()
	never := func(func()) {} // what is computed does not matter here
	u, notice, err := fill(a, a.NewWindow(""), freshSession(), session.Opening{Document: path}, &saver{}, false, never)
	if err != nil || notice != nil {
		t.Fatal(notice, err)
	}
	t.Cleanup(u.lab.Close)
	if u.seen.kind.Key != "learn" || !says(u.win.Content(), "Mine own") {
		t.Errorf("in the room %s it is not told of the lesson", u.seen.kind.Key)
	}
}

// TestExperimentOfTheGalleryOpensInTheRace: run to its end, and one undo brings the experiment back that was there.
func TestExperimentOfTheGalleryOpensInTheRace(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	u := newTestUI(t, freshSession())
	calm(t, u)
	before := u.lab.State().Doc
	u.Go("learn")
	if u.seen.kind.Key != "learn" {
		t.Fatal("there is no such room")
	}
	showExperiments(t, u)
	u.rune('o')
	search := u.win.Canvas().Focused()
	if search == nil {
		t.Fatal("a letter does not begin a search")
	}
	for _, r := range "ne step" {
		search.TypedRune(r)
	}
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	u.key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	calm(t, u)
	want, err := gallery.Find("one-step")
	if err != nil {
		t.Fatal(err)
	}
	s := u.lab.State()
	if u.seen.kind.Key != desk.Race || !reflect.DeepEqual(s.Doc, want.Doc) || s.Head != float64(want.Doc.Steps) || s.Tape == nil {
		t.Fatalf("in the room %s there is %q, at step %v", u.seen.kind.Key, s.Doc.Surface, s.Head)
	}
	u.undo()
	if s := u.lab.State(); !reflect.DeepEqual(s.Doc, before) || s.CanUndo {
		t.Error("one undo does not bring the experiment back that was there")
	}
}
