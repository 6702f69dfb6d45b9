package window

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/gallery"
	"descentlab/app/window/desk"
)

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
