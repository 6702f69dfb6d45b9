//go:build e2e

package e2e

import (
	"bytes"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestExportAndCopy: Ctrl+E writes what the window shows, by the keyboard alone; Ctrl+Shift+C puts it on the clipboard, where
// another program finds it, and Ctrl+V opens the experiment in it.
func TestExportAndCopy(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	p := start(t, d, filepath.Join(t.TempDir(), "session.json"))
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, "exporting")
		}
	})
	path := filepath.Join(t.TempDir(), "mine.png")
	p.do(t, "key", "ctrl+e", "sleep", 1, "key", "ctrl+a", "type", "--delay", 12, path)
	p.do(t, "key", "Return")
	until(t, "the picture", func() bool { _, err := os.Stat(path); return err == nil })
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		t.Error(err)
	}
	if left := names(t, filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside it lie %v", left)
	}

	was := p.saved(t).Experiment.Start
	p.rest(t) // the dialog has gone
	var copied []byte
	until(t, "a picture on the clipboard", func() bool {
		p.do(t, "key", "ctrl+shift+c", "sleep", 0.5) // a dialog that is about to go does not heed it
		cmd := exec.Command("xclip", "-selection", "clipboard", "-t", "image/png", "-o")
		cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
		copied, err = cmd.Output()
		return err == nil && len(copied) > 0
	})
	if _, err := png.Decode(bytes.NewReader(copied)); err != nil {
		t.Fatal(err)
	}
	m := p.place(t, "map")
	p.click(t, m.Min.X+m.Dx()/3, m.Min.Y+m.Dy()/3)
	until(t, "another start", func() bool { return p.saved(t).Experiment.Start != was })
	p.do(t, "key", "ctrl+v")
	until(t, "the experiment of the picture", func() bool { return p.saved(t).Experiment.Start == was })
	p.quit(t)
}
