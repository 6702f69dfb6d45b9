//go:build linux

package exporting

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"descentlab/app/export/offers"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
)

// TestFullDisk: of every format it is said that the disk is full; what was there stays, nothing half-written lies beside it, and
// the dialog can try again elsewhere.
func TestFullDisk(t *testing.T) {
	lengthy.Test(t)
	w, dir := newWindow(t), t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=8k"); err != nil {
		t.Skipf("no small disk can be had: %v (it needs root)", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	old := bytes.Repeat([]byte("old "), 1000) // of a disk of two pages it leaves one
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	d.change(func(c *Choices) { c.Size, c.W, c.H, c.Frames = typedSize, "300", "240", "3" })
	for _, ending := range d.offer().Endings() {
		if ending == ".txt" || ending == ".tsv" || ending == ".md" || ending == ".py" {
			continue // they are smaller than a page
		}
		path := filepath.Join(dir, "a"+ending)
		if err := os.WriteFile(path, old, 0o600); err != nil {
			t.Fatal(err)
		}
		d.path.SetText(path)
		w.finish(d) // asks
		w.finish(d)
		if !strings.Contains(d.message.Text, "no space left") || d.closed || d.save.Disabled() {
			t.Errorf("%s: says %q", ending, d.message.Text)
		}
		there, err := os.ReadDir(dir)
		data, readErr := os.ReadFile(path)
		if err != nil || readErr != nil || len(there) != 1 || !bytes.Equal(data, old) {
			t.Errorf("%s: %v, %v, %d files, %d bytes", ending, err, readErr, len(there), len(data))
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	d.choose(setup.PanelPoints)
	d.path.SetText(filepath.Join(t.TempDir(), "points.csv"))
	if w.finish(d); !d.closed {
		t.Errorf("elsewhere: says %q", d.message.Text)
	}
}

// TestFolderVanishes while the dialog is open, or is one that nobody may write to.
func TestFolderVanishes(t *testing.T) {
	lengthy.Test(t)
	w, dir := newWindow(t), t.TempDir()
	list, seen := offers.Race(raced(t))
	d := w.open(list, seen)
	gone := filepath.Join(dir, "gone")
	if err := os.Mkdir(gone, 0o700); err != nil {
		t.Fatal(err)
	}
	d.path.SetText(filepath.Join(gone, "a.png"))
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	if w.finish(d); !strings.Contains(d.message.Text, "no folder") || d.closed {
		t.Errorf("gone: says %q", d.message.Text)
	}
	d.path.SetText("/proc/a.png") // which takes no files, of root neither
	if w.finish(d); !strings.Contains(d.message.Text, "cannot be written") || d.closed {
		t.Errorf("/proc: says %q", d.message.Text)
	}
	if err := os.Mkdir(gone, 0o700); err != nil {
		t.Fatal(err)
	}
	d.path.SetText(filepath.Join(gone, "a.png"))
	if w.finish(d); !d.closed {
		t.Errorf("there again: says %q", d.message.Text)
	}
}
