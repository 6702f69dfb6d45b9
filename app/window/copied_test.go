package window

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"descentlab/app/lab/setup"
	"descentlab/app/window/clipboard"
)

// TestCopiedFile: a file that a file manager has copied without a text is opened; one that is no experiment is told of.
func TestCopiedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Läufe 1.descent.json")
	if err := setup.SaveExperiment(path, other()); err != nil {
		t.Fatal(err)
	}
	u := newTestUI(t, freshSession())
	u.board.get = func(context.Context) ([]byte, error) { return nil, clipboard.ErrNone }
	u.board.file = func(context.Context) string { return path }
	u.app.Clipboard().SetContent("")
	paste := func() {
		t.Helper()
		u.paste()
		for u.pasting.Busy() {
			select {
			case f := <-u.posts:
				f()
			case <-time.After(20 * time.Second):
				t.Fatal("it does not come to its end")
			}
		}
	}
	if paste(); !reflect.DeepEqual(u.lab.State().Doc, other()) {
		t.Errorf("pasted is %+v, said %q", u.lab.State().Doc, u.view().Said.Text)
	}
	path += "x"
	if paste(); !u.view().Said.Fault || !reflect.DeepEqual(u.lab.State().Doc, other()) {
		t.Errorf("of a file that has gone it says %q", u.view().Said.Text)
	}
}
