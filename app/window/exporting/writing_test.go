package exporting

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/export/offers"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/internal/lengthy"
)

// TestReplacing asks once, and anew for another name.
func TestReplacing(t *testing.T) {
	w, dir := newWindow(t), t.TempDir()
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	path := filepath.Join(dir, "a.csv")
	for _, name := range []string{"a.csv", "b.csv"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("precious"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.path.SetText(path)
	w.finish(d)
	if d.closed || d.save.Text != "Replace" || !strings.Contains(d.message.Text, "already") {
		t.Fatalf("says %q", d.message.Text)
	}
	d.path.SetText(filepath.Join(dir, "b.csv"))
	if d.save.Text != "Save" {
		t.Error("another file is replaced without a question")
	}
	w.finish(d)
	d.path.SetText(path)
	w.finish(d)
	w.finish(d)
	if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("racer,")) || !d.closed {
		t.Errorf("%v, %.20s", err, data)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "b.csv")); string(data) != "precious" {
		t.Error("the other one is replaced")
	}
}

// TestFaults: what is in the way is said, and the dialog stays.
func TestFaults(t *testing.T) {
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "x.png"), 0o700); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{
		filepath.Join(dir, "none", "a.png"): "no folder",
		dir:                                 "is a folder",
		filepath.Join(dir, "x.png"):         "is a folder",
		filepath.Join(dir, "a.bmp"):         "no format",
		filepath.Join(dir, "a"):             "ending",
		"":                                  "is a folder",
	} {
		d.path.SetText(path)
		w.finish(d)
		if !strings.Contains(d.message.Text, says) || d.closed {
			t.Errorf("%q: says %q, want %q", path, d.message.Text, says)
		}
	}
	if there, err := os.ReadDir(dir); err != nil || len(there) != 1 {
		t.Errorf("left behind: %v, %v", there, err)
	}
}

// slow is a result that takes until it may, or is given up.
func slow(may chan struct{}) export.Offer {
	return export.Race.Offer("slow", "Slow", "slow", func(ctx context.Context, part func(float64)) (lab.Run, error) {
		select {
		case <-may:
			return lab.Run{}, errors.New("a fault of its own")
		case <-ctx.Done():
			return lab.Run{}, ctx.Err()
		}
	})
}

// TestEscapeStopsThenCloses: what is written is given up first.
func TestEscapeStopsThenCloses(t *testing.T) {
	w := newWindow(t)
	may := make(chan struct{})
	d := w.open([]export.Offer{slow(may)}, "slow")
	dir := d.path.Folder()
	d.Save()
	if !d.writing.Busy() || d.cancel.Text != "Stop" || !d.save.Disabled() {
		t.Fatal("nothing is written")
	}
	d.Key(fyne.KeyEscape)
	if d.closed || d.writing.Busy() || !strings.Contains(d.message.Text, "nothing was written") || d.save.Disabled() {
		t.Errorf("stopped: says %q", d.message.Text)
	}
	close(may)
	w.until(func() bool { return strings.Contains(d.message.Text, "fault of its own") })
	d.Key(fyne.KeyEscape)
	if there, err := os.ReadDir(dir); err != nil || len(there) > 0 || !d.closed || len(w.notices) > 0 {
		t.Errorf("left behind: %v, %v", there, err)
	}
}

// TestCopy puts the picture on the clipboard, with its experiment.
func TestCopy(t *testing.T) {
	lengthy.Test(t)
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	d.format.OnPicked(".csv")
	d.Copy()
	w.until(func() bool { return !d.copying.Busy() })
	if _, err := png.Decode(bytes.NewReader(w.copied)); err != nil || !strings.Contains(d.message.Text, "clipboard") {
		t.Fatalf("%v, says %q", err, d.message.Text)
	}
	path := filepath.Join(t.TempDir(), "copied.png")
	if err := os.WriteFile(path, w.copied, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := share.Open(path); err != nil {
		t.Error(err)
	}
	d.choose(setup.PanelPoints)
	if !d.copies.Disabled() {
		t.Error("what is no picture can be copied as one")
	}
	d.choose(offers.Map)
	d.host.Copy = func(context.Context, []byte) error { return errors.New("no clipboard") }
	d.Copy()
	w.until(func() bool { return !d.copying.Busy() })
	if !strings.Contains(strings.ToLower(d.message.Text), "no clipboard") {
		t.Errorf("says %q", d.message.Text)
	}
}

// TestSlowPreview: how far it is stands in the place of the numbers of the one before, which stays to be seen; what takes the
// dialog away ends it.
func TestSlowPreview(t *testing.T) {
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	told, ended := make(chan bool), make(chan bool)
	list = append(list, export.Race.Offer("slow", "Slow", "slow", func(ctx context.Context, part func(float64)) (lab.Run, error) {
		defer close(ended)
		for ctx.Err() == nil {
			part(0.5)
			select {
			case told <- true:
			case <-ctx.Done():
			}
		}
		return lab.Run{}, ctx.Err()
	}))
	d := w.open(list, seen)
	w.until(func() bool { v, _ := d.looking.Result(); return v.size > 0 })
	d.choose("slow")
	w.until(func() bool {
		select {
		case <-told:
		default:
		}
		if len(w.posts) == 0 {
			w.posts <- func() {}
		}
		return strings.Contains(d.facts.Text(), "50 %")
	})
	if d.stage.image.Image == nil {
		t.Error("the picture before is gone")
	}
	d.Leave()
	<-ended
	if !d.Closed() {
		t.Error("it is open still")
	}
}

// TestWhatGoesOnUnseen: where another dialog takes the place of one that writes, the window tells what comes of that, and the
// other one keeps the keys.
func TestWhatGoesOnUnseen(t *testing.T) {
	dir, s := t.TempDir(), raced(t)
	there := filepath.Join(dir, "there.csv")
	if err := os.WriteFile(there, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, says := range map[string]string{"a.csv": "Saved", "there.csv": "already", "fails.csv": "fault of its own"} {
		w, may := newWindow(t), make(chan struct{})
		over := func(func(fyne.KeyName) bool) {}
		w.Over = func(key func(fyne.KeyName) bool) { over(key) }
		waits := export.Points.Offer("waits", "Waits", "waits", func(ctx context.Context, part func(float64)) (lab.State, error) {
			part(0)
			<-may
			if name == "fails.csv" {
				return lab.State{}, errors.New("a fault of its own")
			}
			return s, nil
		})
		d := w.open([]export.Offer{waits}, "waits")
		d.path.SetText(filepath.Join(dir, name))
		d.Save()
		d.Leave()
		if !d.Closed() || !d.Busy() {
			t.Errorf("%s: it does not go on", name)
		}
		other := w.open([]export.Offer{waits}, "waits")
		over = func(func(fyne.KeyName) bool) { t.Errorf("%s: the other one loses the keys", name) }
		close(may)
		w.until(func() bool { return len(w.notices)+len(w.faults) > 0 })
		said := strings.Join(w.notices, "")
		for _, err := range w.faults {
			said += err.Error()
		}
		if d.Busy() || !d.closed || d.looking.Busy() || other.closed || !strings.Contains(said, says) {
			t.Errorf("%s: says %q", name, said)
		}
		over = func(func(fyne.KeyName) bool) {}
	}
	if data, _ := os.ReadFile(there); string(data) != "precious" {
		t.Error("what was there is replaced without a question")
	}
}

// TestCopyingGoesOnUnseen, and is told of.
func TestCopyingGoesOnUnseen(t *testing.T) {
	w := newWindow(t)
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	d.Copy()
	d.Leave()
	w.until(func() bool { return len(w.notices) > 0 })
	if len(w.copied) == 0 || !strings.Contains(w.notices[0], "clipboard") || !d.closed {
		t.Errorf("says %q", w.notices)
	}
}
