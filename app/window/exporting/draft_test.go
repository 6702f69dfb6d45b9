package exporting

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/app/export"
	"descentlab/app/export/offers"
)

// TestFilesAreMadeOnce: what was made to tell the size is what is written.
func TestFilesAreMadeOnce(t *testing.T) {
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	d.change(func(c *Choices) { c.Ending, c.Frames = ".apng", "3" })
	w.until(func() bool { v, _ := d.looking.Result(); return d.looking.Fresh() && v.size > 0 })
	d.draft.data = []byte("kept")
	path := filepath.Join(t.TempDir(), "film.apng")
	d.path.SetText(path)
	w.finish(d)
	if data, err := os.ReadFile(path); err != nil || string(data) != "kept" || !d.closed {
		t.Errorf("%v, %d bytes were written", err, len(data))
	}
}

// TestSavingWaitsForTheDraft that is being made, tells how far that is, and can be given up.
func TestSavingWaitsForTheDraft(t *testing.T) {
	w := newWindow(t)
	may := make(chan struct{})
	defer close(may)
	d := w.open([]export.Offer{slow(may)}, "slow")
	made := newDraft(d.draft.of)
	d.draft = made
	path := filepath.Join(t.TempDir(), "slow.png")
	d.path.SetText(path)
	d.Save()
	made.reached(0.5)
	w.until(func() bool { return strings.Contains(d.message.Text, "50 %") })
	d.Cancel()
	if _, err := os.Stat(path); err == nil || d.closed || d.writing.Busy() {
		t.Error("it cannot be given up")
	}
	d.Save()
	_, _ = made.Write([]byte("kept"))
	made.finish(nil)
	w.until(func() bool { return !d.writing.Busy() })
	if data, err := os.ReadFile(path); err != nil || string(data) != "kept" {
		t.Errorf("%v, %q was written", err, data)
	}
}

// TestDraftsOfOtherWishesAreNotWritten: the choices of the moment count.
func TestDraftsOfOtherWishesAreNotWritten(t *testing.T) {
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	d.format.OnPicked(".svg")
	w.until(func() bool { v, _ := d.looking.Result(); return d.looking.Fresh() && v.size > 0 })
	first := bytes.Clone(d.draft.data)
	d.theme.OnChanged(0)
	path := filepath.Join(t.TempDir(), "race.svg")
	d.path.SetText(path)
	w.finish(d)
	data, err := os.ReadFile(path)
	if err != nil || bytes.Equal(data, first) || len(data) < len(first)/2 {
		t.Errorf("%v, %d bytes, before %d", err, len(data), len(first))
	}
}

// TestLongFilesAreNotKept, and written all the same.
func TestLongFilesAreNotKept(t *testing.T) {
	f := newDraft("x")
	piece := make([]byte, 1<<20)
	for range mostKept>>20 + 1 {
		if n, err := f.Write(piece); n != len(piece) || err != nil {
			t.Fatal(n, err)
		}
	}
	f.finish(nil)
	if whole, err := f.wait(t.Context(), func(float64) {}); whole || err != nil || f.data != nil || f.size <= mostKept {
		t.Errorf("whole %t, %v, %d bytes of %d", whole, err, len(f.data), f.size)
	}
}
